"""The events that an event points to."""

import json
from datetime import timedelta

import pytest
import time_machine
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.exceptions import PublishingRefused
from wagtail_lift.lists.related import related_events
from wagtail_lift.lists.scopes import full_addresses
from wagtail_lift.pages.models import EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


def pointing_at(*pages):
    """Return the field of an event that points at pages."""
    blocks = [{"type": "event", "value": page.pk, "id": f"r{n}"} for n, page in enumerate(pages)]
    return {"related_events": json.dumps(blocks)}


def shown_on(page, now):
    """Return title and status of each card of a page."""
    cards = related_events([EventPage.objects.get(pk=page.pk)], full_addresses(), now)[page.pk]
    return [(card.title, card.lifecycle.status.value) for card in cards]


def test_events_are_shown_in_the_order_chosen_with_their_status(programme, at_noon, superuser):
    past = make_event(programme, "Past", **when(at_noon - timedelta(days=3)))
    make_pack(past, opens_early=True)
    off = make_event(programme, "Off", **when(at_noon + timedelta(days=3)))
    cancel_meeting(meeting_of(off), user=superuser)
    soon = make_event(programme, "Soon", **when(at_noon + timedelta(days=5)))
    undated = make_event(programme, "Undated", start_date=None, start_time=None, end_time=None)
    page = make_event(programme, **pointing_at(soon, past, off, undated, past))

    assert shown_on(page, at_noon) == [
        ("Soon", "drop_in"),
        ("Past", "insights_open"),
        ("Off", "cancelled"),
        ("Undated", "date_to_come"),
    ]


def test_what_not_everybody_may_see_is_left_out_and_so_is_the_page_itself(programme, home, at_noon):
    hidden = make_programme(home, "Hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    draft = make_event(programme, "Draft", live=False)
    private = make_event(hidden, "Private")
    gone = make_event(programme, "Gone")
    page = make_event(programme)
    page.related_events = pointing_at(draft, private, page, gone)["related_events"]
    page.save()
    gone.delete()

    assert shown_on(page, at_noon) == []


def test_translation_shows_translations_where_they_are_published(programme, home, at_noon):
    german = Locale.objects.create(language_code="de")
    one, two = make_event(programme, "One"), make_event(programme, "Two")
    page = make_event(programme, **pointing_at(one, two))
    home.copy_for_translation(german).save_revision().publish()
    programme.copy_for_translation(german).save_revision().publish()
    for each, title in ((page, "Seite"), (one, "Eins"), (two, "Zwei")):
        translated = each.copy_for_translation(german)
        translated.title = title
        if each is not two:
            translated.save_revision().publish()

    german_page = EventPage.objects.get(title="Seite")

    assert [title for title, _ in shown_on(page, at_noon)] == ["One", "Two"]
    assert [title for title, _ in shown_on(german_page, at_noon)] == ["Eins", "Two"]


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(count, programme, at_noon, django_assert_num_queries):
    others = [
        make_event(programme, f"Other {n}", recurrence_rule="FREQ=WEEKLY;COUNT=9")
        for n in range(count)
    ]
    page = make_event(programme, **pointing_at(*others))
    pages, addresses = [EventPage.objects.get(pk=page.pk)], full_addresses()

    with django_assert_num_queries(4):
        cards = related_events(pages, addresses, at_noon)[page.pk]

    assert len(cards) == count


def test_page_without_related_events_asks_nothing(programme, at_noon, django_assert_num_queries):
    page = EventPage.objects.get(pk=make_event(programme).pk)
    addresses = full_addresses()

    with django_assert_num_queries(0):
        related_events([page], addresses, at_noon)


def test_page_shows_small_cards_and_nothing_without(programme, at_noon, client):
    other = make_event(programme, "Other", **when(at_noon + timedelta(days=5)))
    page = make_event(programme, **pointing_at(other))

    shown = client.get(page.url).content.decode()

    assert "You may also like" in shown
    assert f'href="{other.full_url}"' in shown
    assert "You may also like" not in client.get(other.url).content.decode()


def test_event_points_at_nothing_but_events_and_a_deleted_one_blocks_nothing(programme):
    gone, page = make_event(programme, "Gone"), make_event(programme)
    page.related_events = pointing_at(gone)["related_events"]
    page.save_revision().publish()
    gone.delete()

    EventPage.objects.get(pk=page.pk).save_revision().publish()
    page.related_events = pointing_at(programme)["related_events"]

    with pytest.raises(PublishingRefused) as refused:
        page.save()
    assert refused.value.words == ["Related events, block 1 (Event): Choose the page of an event."]
