"""The projection follows each way an event comes to be, or ceases to be, live and public."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import EventOccurrence, EventPage, Meeting
from wagtail_lift.receivers import projection


def is_listed(page) -> bool:
    return EventOccurrence.objects.public().filter(page=page.pk, page__live=True).exists()


def restrict(page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def draft(programme) -> EventPage:
    event = make_event(programme, live=False)
    event.save_revision()
    return event


def add_a_live_page(programme):
    return make_event(programme), True


def add_a_draft(programme):
    return draft(programme), False


def publish_a_draft(programme):
    event = draft(programme)
    event.get_latest_revision().publish()
    return event, True


def save_a_draft_over_a_live_page(programme):
    event = make_event(programme)
    event.title = "Not yet"
    event.save_revision()
    return event, True


def unpublish(programme):
    event = make_event(programme)
    event.unpublish()
    return event, False


def publish_again(programme):
    event = make_event(programme)
    event.save_revision().publish()
    event.unpublish()
    event.refresh_from_db()
    event.get_latest_revision().publish()
    return event, True


def publish_by_schedule(programme):
    event = draft(programme)
    event.go_live_at = timezone.now() + timedelta(hours=1)
    event.save_revision().publish()
    assert not is_listed(event)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    return event, True


def expire_by_schedule(programme):
    event = make_event(programme)
    event.expire_at = timezone.now() + timedelta(hours=1)
    event.save_revision().publish()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    return event, False


def unpublish_with_the_programme(programme):
    event = make_event(programme)
    admin = get_user_model().objects.create_superuser("publisher")
    UnpublishPageAction(programme, include_descendants=True, user=admin).execute()
    return event, False


def alias_a_live_page(programme):
    event = make_event(programme)
    return event.create_alias(update_slug="again"), True


def alias_an_event_that_is_unpublished_later(programme):
    event = make_event(programme)
    alias = event.create_alias(update_slug="again")
    event.save_revision().publish()
    event.unpublish()
    return alias, False


def translate(programme):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(programme)
    return event.copy_for_translation(french, copy_parents=True), False


def publish_a_translation(programme):
    translation, _ = translate(programme)
    translation.save_revision().publish()
    return translation, True


def copy_live(programme):
    event = make_event(programme)
    return event.copy(update_attrs={"slug": "copy"}), True


def copy_as_draft(programme):
    event = make_event(programme)
    return event.copy(update_attrs={"slug": "copy"}, keep_live=False), False


def restrict_the_page(programme):
    event = make_event(programme)
    restrict(event)
    return event, False


def restrict_the_programme(programme):
    event = make_event(programme)
    restrict(programme)
    return event, False


def lift_the_restriction(programme):
    event = make_event(programme)
    restrict(programme).delete()
    return event, True


def move_below_a_restricted_programme(programme):
    event = make_event(programme)
    private = make_programme(programme.get_parent(), "Members")
    restrict(private)
    event.move(private, pos="last-child")
    return event, False


def move_the_programme_out_of_a_restricted_one(programme):
    home = programme.get_parent()
    private = make_programme(home, "Members")
    restrict(private)
    inner = make_programme(private, "Inner")
    event = make_event(inner)
    assert not is_listed(event)
    inner.refresh_from_db()
    inner.move(programme, pos="last-child")
    return event, True


def change_the_slug(programme):
    event = make_event(programme)
    event.slug = "another"
    event.save_revision().publish()
    return event, True


def delete_the_page(programme):
    event = make_event(programme)
    EventPage.objects.get(pk=event.pk).delete()
    return event, False


def delete_the_programme(programme):
    event = make_event(programme)
    programme.refresh_from_db()
    programme.delete()
    assert not Meeting.objects.exists()
    return event, False


WAYS = [
    add_a_live_page,
    add_a_draft,
    publish_a_draft,
    save_a_draft_over_a_live_page,
    unpublish,
    publish_again,
    publish_by_schedule,
    expire_by_schedule,
    unpublish_with_the_programme,
    alias_a_live_page,
    alias_an_event_that_is_unpublished_later,
    translate,
    publish_a_translation,
    copy_live,
    copy_as_draft,
    restrict_the_page,
    restrict_the_programme,
    lift_the_restriction,
    move_below_a_restricted_programme,
    move_the_programme_out_of_a_restricted_one,
    change_the_slug,
    delete_the_page,
    delete_the_programme,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_event_is_listed_exactly_while_it_is_live_and_public(way, home, caplog):
    programme = make_programme(home)

    page, expected = way(programme)

    assert is_listed(page) is expected
    assert "projection_failed" not in caplog.messages


def test_fault_in_the_projection_never_stops_a_publish(home, monkeypatch, caplog):
    event = draft(make_programme(home))

    def broken(self):
        raise RuntimeError("broken facets")

    monkeypatch.setattr(EventPage, "get_facets", broken)
    event.get_latest_revision().publish()

    event.refresh_from_db()
    assert event.live
    assert "projection_failed" in caplog.messages
    assert EventPage.objects.get(pk=event.pk).lifecycle.headline.starts_at == datetime(
        2027, 6, 1, 11, 30, tzinfo=UTC
    )


def test_saving_a_draft_projects_nothing(home, monkeypatch):
    projected = []
    monkeypatch.setattr(projection, "project_pages", projected.append)
    monkeypatch.setattr(projection, "project_page", projected.append)
    host = make_host()
    event = make_event(make_programme(home), hosts=[host])
    projected.clear()

    event.save_revision()
    host.save_revision()

    assert projected == []
