"""Which events wait for an insights pack."""

from datetime import timedelta

import pytest
from wagtail.models import Locale

from tests.factories import make_event, make_pack, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import get_page_model
from wagtail_lift.packs.due import without_pack


@pytest.fixture
def past(home, now):
    """An event that has taken place."""
    return make_event(home, "Past", **when(now - timedelta(days=3)))


def titles(now):
    found = without_pack(get_page_model().objects.all(), now)
    return [page.title for page in found]


def test_events_that_have_taken_place_wait_for_a_pack_the_latest_first(home, past, now):
    make_event(home, "Yesterday", **when(now - timedelta(days=1)))
    make_event(home, "Tomorrow", **when(now + timedelta(days=1)))
    make_event(home, "Draft", live=False, **when(now - timedelta(days=1)))
    off = make_event(home, "Off", **when(now - timedelta(days=1)))
    cancel_meeting(meeting_of(off), user=None)

    assert titles(now) == ["Yesterday", "Past"]


@pytest.mark.parametrize("live", [True, False])
def test_event_with_a_pack_waits_for_none(home, past, now, live):
    pack = make_pack(home, live=live)
    pack.event = past
    pack.save()

    assert titles(now) == []


def test_pack_about_a_translation_is_one_of_the_event(home, past, now):
    french = Locale.objects.create(language_code="fr")
    past.copy_for_translation(french, copy_parents=True).save_revision().publish()
    before = titles(now)

    make_pack(past)

    assert (before, titles(now)) == (["Past", "Past"], [])
