"""Many entries filled in one after the other: each gets its own address and time."""

from datetime import timedelta

from tests.calendars.icalendar.test_entry import CHANGED_AT
from wagtail_lift.calendars.icalendar import EntryFiller
from wagtail_lift.calendars.icalendar.entry import ADDRESS, STAMP


def test_entries_changed_in_the_same_second_and_later_say_when():
    filler = EntryFiller("https://a.org/")
    later = [CHANGED_AT, CHANGED_AT.replace(microsecond=5), CHANGED_AT + timedelta(seconds=1)]

    filled = [filler.fill(f"{ADDRESS} {STAMP} {STAMP}", f"{n}/", at) for n, at in enumerate(later)]

    assert filled == [
        "https://a.org/0/ 20261123T120000Z 20261123T120000Z",
        "https://a.org/1/ 20261123T120000Z 20261123T120000Z",
        "https://a.org/2/ 20261123T120001Z 20261123T120001Z",
    ]
