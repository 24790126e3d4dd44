"""The join link is that of the event's source, on each page that shows a date."""

from datetime import timedelta

import pytest
import time_machine
from wagtail.models import Locale

from tests.factories import make_event, make_programme, when
from wagtail_lift.events.join_links import public_join_url
from wagtail_lift.pages.models import EventPage

LINK = "https://meet.example.org/room"


@pytest.fixture
def event(home, now):
    with time_machine.travel(now, tick=False):
        yield make_event(
            make_programme(home),
            attendance_mode="online",
            join_url=LINK,
            join_link_rule="everyone",
            **when(now + timedelta(minutes=10)),
        )


@pytest.fixture
def translation(event):
    german = Locale.objects.create(language_code="de")
    page = event.copy_for_translation(german, copy_parents=True)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def link_on(page, now):
    """Return the link that everyone sees on a page as it is stored."""
    page = EventPage.objects.get(pk=page.pk)
    return public_join_url(page, page.occurrences[0], now)


def publish(page, **changes):
    page = EventPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_translation_shows_the_link_of_its_source_whenever_that_changes(event, translation, now):
    before = link_on(translation, now)

    publish(event, join_url="https://meet.example.org/other")

    assert (before, link_on(translation, now)) == (LINK, "https://meet.example.org/other")


def test_rule_of_the_source_holds_on_its_translation(event, translation, now):
    publish(event, join_link_rule="confirmed")

    assert not link_on(translation, now)


def test_alias_shows_the_link_of_its_source(event, now):
    alias = event.create_alias(parent=event.get_parent(), update_slug="alias")

    assert link_on(alias, now) == LINK


def test_translation_that_takes_over_has_the_link(event, translation, now):
    event.delete()

    assert link_on(translation, now) == LINK
    assert EventPage.objects.get(pk=translation.pk).join_url == LINK


def test_event_in_person_shows_no_link_that_was_left_in_the_form(event, now):
    publish(event, attendance_mode="in_person", venue_name="Hall")

    assert not link_on(event, now)


@pytest.mark.parametrize("which", ["event", "translation"])
def test_link_is_shown_where_source_and_page_say_that_it_is_online(which, event, translation, now):
    changed = {"event": event, "translation": translation}[which]

    publish(changed, attendance_mode="in_person", venue_name="Hall")

    assert link_on(translation, now) == ""
    assert link_on(event, now) == ("" if which == "event" else LINK)


def test_draft_of_a_source_that_is_not_published_is_shown_nowhere(event, translation, now):
    EventPage.objects.get(pk=event.pk).unpublish()
    draft = EventPage.objects.get(pk=event.pk)
    draft.join_url = "https://meet.example.org/draft"

    draft.save()

    assert not link_on(translation, now)


def test_preview_of_a_translation_shows_no_link(event, translation):
    draft = translation.get_latest_revision_as_object()

    shown = draft.make_preview_request(preview_mode="status-happening_now")

    assert "meet.example.org" not in shown.content.decode()
    own = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    shown = own.make_preview_request(preview_mode="status-happening_now")
    assert LINK in shown.content.decode()


def test_form_of_a_translation_neither_shows_nor_takes_the_link(event, translation, admin_client):
    content = admin_client.get(f"/admin/pages/{translation.pk}/edit/").content.decode()

    assert LINK not in content
    assert 'name="join_url"' not in content
