"""``manage.py lift_tick``: do what is due as time passes; run it every minute."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from ...actions.import_file import forget_files
from ...extension import do_registered_work
from ...mail import remind_of_insights
from ...projection import (
    extend_horizons,
    follow_zone_data,
    index_opened_packs,
    repair_events,
    unknown_timezones,
)
from ...projection.horizon import ExtendedEvent
from ...projection.repair import RepairedEvent
from ...projection.zone_data import CorrectedEvent


class Command(BaseCommand):
    help = (
        "Does what is due because time has passed: works out the dates of rules without an end as "
        "they come within the horizon, follows new zone data, repairs events whose dates are not "
        "shown as they are, lets the site's search find the text of packs that have opened, and "
        "reminds those who held an event of its insights. "
        "Run it each minute, by cron or a worker; a second run does nothing, and a missed one is "
        "made up for. Nothing that people see waits for it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is due and report it; fail at the end if an event could not be projected."""
        now = timezone.now()
        index_opened_packs(now)
        self._is_quiet, self._failed = options["verbosity"] == 0, 0
        lines = [*self._extend(now), *self._follow_zones(now), *self._repair(now)]
        lines += [*_forget_files(now), *self._unknown_zones(now), *do_registered_work(now)]
        lines += self._remind(now)
        for line in lines or [gettext("Nothing was due.")]:
            if not self._is_quiet:
                self.stdout.write(line)
        if self._failed:
            raise CommandError(gettext("The log of wagtail_lift says why."))

    def _extend(self, now: datetime) -> list[str]:
        events = dates = 0
        for extended in extend_horizons(now):
            if self._worked(extended):
                events += 1
                dates += extended.new_dates
        if not events:
            return []
        new = ngettext("%(count)d new date", "%(count)d new dates", dates) % {"count": dates}
        line = ngettext("%(new)s of %(count)d event.", "%(new)s of %(count)d events.", events)
        return [line % {"new": new, "count": events}]

    def _follow_zones(self, now: datetime) -> list[str]:
        dates, zones = 0, set()
        for corrected in follow_zone_data(now):
            self._worked(corrected)
            dates += corrected.meetings
            zones |= set(corrected.timezones)
        line = ngettext(
            "%(count)d date follows new zone data: %(zones)s.",
            "%(count)d dates follow new zone data: %(zones)s.",
            dates,
        )
        return [line % {"count": dates, "zones": ", ".join(sorted(zones))}] if dates else []

    def _unknown_zones(self, now: datetime) -> list[str]:
        zones = ", ".join(unknown_timezones(now))
        line = gettext("Dates in zones that are not known here stay as they are: %(zones)s.")
        return [line % {"zones": zones}] if zones else []

    def _repair(self, now: datetime) -> list[str]:
        repaired = sum(self._worked(event) for event in repair_events(now))
        line = ngettext("%(count)d event repaired.", "%(count)d events repaired.", repaired)
        return [line % {"count": repaired}] if repaired else []

    def _remind(self, now: datetime) -> list[str]:
        reminded = remind_of_insights(now)
        if reminded.failed:
            line = ngettext(
                "%(count)d reminder could not be sent: the log of wagtail_lift says why.",
                "%(count)d reminders could not be sent: the log of wagtail_lift says why.",
                reminded.failed,
            )
            self.stderr.write(line % {"count": reminded.failed})
        line = ngettext("%(count)d reminder sent.", "%(count)d reminders sent.", reminded.sent)
        return [line % {"count": reminded.sent}] if reminded.sent else []

    def _worked(self, event: ExtendedEvent | CorrectedEvent | RepairedEvent) -> bool:
        """Return whether an event was projected; report it if not."""
        if not event.is_projected:
            self._failed += 1
            line = gettext("Could not work out the dates of event %(id)d")
            self.stderr.write(line % {"id": event.event_id})
        return bool(event.is_projected)


def _forget_files(now: datetime) -> list[str]:
    count = forget_files(now)
    line = ngettext(
        "%(count)d file that nobody imported is forgotten.",
        "%(count)d files that nobody imported are forgotten.",
        count,
    )
    return [line % {"count": count}] if count else []
