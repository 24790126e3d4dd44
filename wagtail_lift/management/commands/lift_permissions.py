"""``manage.py lift_permissions``: offer rights to groups that publish pages."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...access.group_rights import MissingRights, rights_of_publishers
from ...actions import grant_rights
from ..asking import is_agreed

RIGHTS = {
    "view": _("view"),
    "add": _("add"),
    "change": _("change"),
    "delete": _("delete"),
    "publish": _("publish"),
}


class Command(BaseCommand):
    help = (
        "Offers each group that may publish pages the rights that it lacks on dates (view, change) "
        "and on hosts and venues (add, change, delete, publish), and asks about each group. Takes "
        "no right away; a second run finds nothing to grant."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--group", action="append", default=[], help="only this group; may be repeated"
        )
        parser.add_argument("--yes", "--no-input", action="store_true", help="grant without asking")
        parser.add_argument("--dry-run", action="store_true", help="only say what is lacking")

    def handle(self, *args: Any, **options: Any) -> None:
        """List what each group lacks, ask, and grant; fail if a group cannot publish pages."""
        found = rights_of_publishers(options["group"])
        if unknown := set(options["group"]).difference(row.group.name for row in found):
            raise CommandError(self._refusal(sorted(unknown)))
        if not found:
            self.stdout.write(gettext("No group may publish pages. Superusers need no rights."))
        for missing in found:
            self._offer(missing, options)

    def _offer(self, missing: MissingRights, options: dict[str, Any]) -> None:
        name = missing.group.name
        if not missing:
            self.stdout.write(gettext("%(group)s has every right it needs.") % {"group": name})
            return
        for line in self._lines(missing):
            self.stdout.write(line)
        if options["dry_run"]:
            return
        question = gettext("Grant this to %(group)s?") % {"group": name}
        if options["yes"] or is_agreed(self.stdout, question):
            grant_rights(missing, user=None)
            self.stdout.write(gettext("Granted to %(group)s.") % {"group": name})
        else:
            self.stdout.write(gettext("Nothing was granted to %(group)s.") % {"group": name})

    def _lines(self, missing: MissingRights) -> list[str]:
        lines = [gettext("%(group)s lacks:") % {"group": missing.group.name}]
        kinds = (
            (gettext("dates"), missing.dates),
            (gettext("hosts"), missing.hosts),
            (gettext("venues"), missing.venues),
        )
        for kind, actions in kinds:
            if actions:
                lines.append(f"  {kind}: {', '.join(str(RIGHTS[action]) for action in actions)}")
        return lines

    def _refusal(self, unknown: list[str]) -> str:
        known = set(Group.objects.filter(name__in=unknown).values_list("name", flat=True))
        if lost := [name for name in unknown if name not in known]:
            return gettext("There is no group called %(names)s.") % {"names": ", ".join(lost)}
        words = gettext("%(names)s may not publish pages. Grant that in Settings › Groups first.")
        return words % {"names": ", ".join(unknown)}
