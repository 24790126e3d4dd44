"""``manage.py load_demo``: the content of the example site."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone, translation

from example_site.demo.accounts import make_accounts
from example_site.demo.cancelling import cancel_dates
from example_site.demo.dates import demo_today
from example_site.demo.making import make_what_is_missing
from example_site.demo.memory import Memory
from example_site.demo.places import say_places
from example_site.demo.report import follow_port, report_lines
from example_site.demo.shifting import shift_dates


class Command(BaseCommand):
    help = (
        "Loads the demo content. Once loaded, it keeps whatever was edited and only shifts the "
        "demo's own dates, so that every status is on show on any day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what was never made, shift the dates, and say where everything is."""
        now = timezone.now()
        today = demo_today(now)
        with translation.override("en-gb"), transaction.atomic():
            memory = Memory()
            shifted, kept = shift_dates(memory, today)
            made = make_what_is_missing(memory, today)
            cancel_dates(memory, now)
            say_places(memory, now)
            follow_port()
            accounts = make_accounts(memory)
        self._tell(made, shifted, kept)
        for line in report_lines(memory, now, accounts):
            self.stdout.write(line)

    def _tell(self, made: int, shifted: int, kept: list[str]) -> None:
        if made:
            self.stdout.write(f"Made {made} demo pages.")
        if shifted:
            self.stdout.write(f"Brought the dates of {shifted} demo events up to today.")
        for title in kept:
            self.stdout.write(f"Left the dates as an editor has them: {title}")
