"""``manage.py rebuild_occurrences``: repair what lists, calendars and the API read."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext, ngettext

from ...projection import count_events, rebuild_occurrences
from ..progress import TerminalBar


class Command(BaseCommand):
    help = (
        "Projects every event anew, in batches: repairs stored dates and facets that have drifted "
        "from their pages, and reports which had, with a progress bar on a terminal. An event that "
        "cannot be projected holds up no other. Safe to run at any time; fails at the end if there "
        "was one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild all events; report drift and progress; raise ``CommandError`` if any failed."""
        count = drifted = failed = 0
        bar = TerminalBar(self.stderr, count_events() if options["verbosity"] > 0 else 0)
        for event in rebuild_occurrences():
            count += 1
            title = f"{event.title} ({event.event_id})"
            if not event.is_projected:
                failed += 1
                bar.interrupt()
                self.stderr.write(gettext("Not rebuilt: %(title)s") % {"title": title})
            elif event.has_drifted:
                drifted += 1
                bar.interrupt()
                self.stdout.write(gettext("Repaired: %(title)s") % {"title": title})
            bar.advance()
        if options["verbosity"] > 0:
            self.stdout.write(self._summary(count, drifted))
        if failed:
            raise CommandError(
                ngettext(
                    "%(count)d event could not be rebuilt. The log of wagtail_lift says why.",
                    "%(count)d events could not be rebuilt. The log of wagtail_lift says why.",
                    failed,
                )
                % {"count": failed}
            )

    def _summary(self, count: int, drifted: int) -> str:
        rebuilt = ngettext("%(count)d event rebuilt,", "%(count)d events rebuilt,", count)
        repaired = ngettext("%(count)d had drifted.", "%(count)d had drifted.", drifted)
        return f"{rebuilt % {'count': count}} {repaired % {'count': drifted}}"
