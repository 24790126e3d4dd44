"""A date of a rule that goes and comes back goes on where calendars left it."""

from datetime import date, time, timedelta

import pytest
import time_machine
from wagtail.models import Locale

from tests.actions.tuesdays import NOW, added, keys, make_tuesdays, meeting, publish
from wagtail_lift.actions import cancel_meeting, keep_meeting
from wagtail_lift.models import CalendarEntry, Meeting, RetiredDate

KEY = "rule:2027-06-22"


@pytest.fixture
def clock():
    """A month before the first date."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home, clock):
    return publish(make_tuesdays(home), venue_name="The other hall")


def skip(event):
    """Leave the last Tuesday out and return the event."""
    skipped = event.skipped_dates.stream_block.to_python([{"type": "date", "value": "2027-06-22"}])
    return publish(event, skipped_dates=skipped)


def test_date_that_comes_back_is_told_after_what_was_told_before(event):
    before = meeting(event, KEY)

    event = skip(event)
    gone = KEY not in keys(event)
    publish(event, skipped_dates=[])

    after = meeting(event, KEY)
    assert gone
    assert (after.uid, before.sequence, after.sequence) == (before.uid, 1, 2)
    assert not RetiredDate.objects.exists()


def test_date_that_comes_back_while_the_clock_is_behind_is_told_later_still(event, clock):
    told_at = CalendarEntry.objects.get(meeting=meeting(event, KEY)).changed_at
    event = skip(event)
    clock.move_to(NOW - timedelta(days=400))

    publish(event, skipped_dates=[])

    back = meeting(event, KEY)
    assert back.modified_at > told_at
    assert CalendarEntry.objects.get(meeting=back).changed_at > told_at


def test_date_that_goes_twice_remembers_the_latest(event):
    event = skip(publish(skip(event), skipped_dates=[]))

    assert RetiredDate.objects.get().sequence == 2


def test_added_date_never_comes_back(event):
    event = publish(event, added_dates=added(event, date(2027, 7, 1)))
    publish(event, added_dates=[])

    assert not RetiredDate.objects.exists()


def test_rule_gives_the_day_of_a_date_that_was_kept_anew(event):
    cancel_meeting(meeting(event, KEY), user=None)
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    kept = keep_meeting(meeting(event, KEY), user=None)

    publish(
        event, recurrence_rule="FREQ=WEEKLY;COUNT=4", start_time=time(18, 0), end_time=time(20, 0)
    )

    assert meeting(event, KEY).uid != kept.uid
    assert Meeting.objects.get(pk=kept.pk).uid == kept.uid


def test_heir_of_an_event_remembers_what_was_told(event):
    french = Locale.objects.create(language_code="fr")
    event = skip(event)
    heir = event.copy_for_translation(french, copy_parents=True)
    heir.save_revision().publish()

    event.delete()

    assert RetiredDate.objects.get().event_id == heir.pk


def test_nothing_is_remembered_of_a_deleted_event(event):
    skip(event).delete()

    assert not RetiredDate.objects.exists()
