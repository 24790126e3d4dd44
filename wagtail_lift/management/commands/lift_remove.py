"""``manage.py lift_remove``: take the package out of a site, after saying what goes."""

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext

from ...removal import (
    contents_of_site,
    export_site,
    obstacles,
    remove_contents,
    remove_tables,
)
from ..asking import is_agreed


class Command(BaseCommand):
    help = (
        "Removes the package's pages, hosts, events, dates and tables, with the revisions, log "
        "entries and permissions about them. Says what goes and asks. Take the apps out of "
        "INSTALLED_APPS right afterwards: a later migrate would make the tables anew."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--export", type=Path, metavar="FILE", help="write everything into this new file first"
        )
        parser.add_argument(
            "--yes", "--no-input", action="store_true", help="remove without asking"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what goes, and write the export"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what goes, export, ask and remove; fail where the site stands on the package."""
        self._say_what_goes()
        if not options["dry_run"]:
            self._refuse_obstacles()
        if options["export"]:
            self._export(options["export"])
        if options["dry_run"]:
            self._refuse_obstacles()
            return
        if not options["export"]:
            self.stdout.write(gettext("Nothing of it is kept: --export FILE keeps it as JSON."))
        if not (options["yes"] or is_agreed(self.stdout, gettext("Remove all this for good?"))):
            self.stdout.write(gettext("Nothing was removed."))
            return
        remove_contents()
        remove_tables()
        self.stdout.write(
            gettext(
                "Removed. Now take wagtail_lift, wagtail_lift.pages and what stands on them out of "
                "INSTALLED_APPS, before you run any other command, and restart the site."
            )
        )

    def _say_what_goes(self) -> None:
        self.stdout.write(gettext("This goes:"))
        for row in contents_of_site():
            if row.count:
                self.stdout.write(f"{row.count:>8}  {row.label}")
        self.stdout.write(gettext("and all tables of the package."))
        self.stdout.write(gettext("Images, documents, topics and your other pages stay."))

    def _export(self, path: Path) -> None:
        kept = export_site(timezone.now())
        text = json.dumps(kept, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        try:
            with open(path, "x", encoding="utf-8", opener=_for_the_owner_alone) as file:
                file.write(text)
        except FileExistsError as error:
            words = gettext("%(path)s is there already. Name another file.")
            raise CommandError(words % {"path": path}) from error
        except OSError as error:
            words = gettext("%(path)s cannot be written: %(reason)s.")
            names = {"path": path, "reason": error.strerror}
            raise CommandError(words % names) from error
        words = gettext("Written to %(path)s. It holds private values: keep it safe.")
        self.stdout.write(words % {"path": path})

    def _refuse_obstacles(self) -> None:
        if found := obstacles():
            lines = [
                gettext("Nothing was removed. The site itself stands on the package. First:"),
                *(f"- {line}" for line in found),
                gettext("Then run this command again."),
            ]
            raise CommandError("\n".join(lines))


def _for_the_owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
