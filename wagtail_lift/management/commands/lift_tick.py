"""``manage.py lift_tick``: what has to happen as time passes; run it each minute."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from ...actions import extend_horizons, forget_calendar_changes


class Command(BaseCommand):
    help = (
        "Does what is due because time has passed: works out the dates of rules without an end as "
        "they come within the horizon. Run it each minute, by cron or a worker; a second run does "
        "nothing, and a missed one is made up for. Nothing that people see waits for it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is due and report it; fail at the end if an event could not be projected."""
        events = dates = failed = 0
        now = timezone.now()
        forget_calendar_changes(now)
        for extended in extend_horizons(now):
            events += 1
            dates += extended.new_dates
            if not extended.is_projected:
                failed += 1
                line = gettext("Not worked out: the dates of event %(id)d")
                self.stderr.write(line % {"id": extended.event_id})
        if options["verbosity"] > 0:
            self.stdout.write(self._summary(events - failed, dates))
        if failed:
            raise CommandError(gettext("The log of wagtail_lift says why."))

    def _summary(self, events: int, dates: int) -> str:
        if not events:
            return gettext("Nothing was due.")
        new = ngettext("%(count)d new date", "%(count)d new dates", dates) % {"count": dates}
        line = ngettext("%(new)s of %(count)d event.", "%(new)s of %(count)d events.", events)
        return line % {"new": new, "count": events}
