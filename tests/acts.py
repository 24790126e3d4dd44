"""What people and the clock do to an event: each cause of a purge, and of an entry in the log.

Each takes the event "talk" of the ``world`` of the test, with its host, topic and pack.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from wagtail.models import PageViewRestriction

from tests.factories import make_host, meeting_of, when
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    postpone_meeting,
    reinstate_meeting,
    set_places,
)
from wagtail_lift.enums import BookingPlaces
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def publish(talk):
    talk.title = "Talk of the town"
    talk.save_revision().publish()


def change_date(talk):
    for name, value in when(talk.occurrences[0].starts_at + timedelta(days=31)).items():
        setattr(talk, name, value)
    talk.save_revision().publish()


def change_slug(talk):
    talk.slug = "chat"
    talk.save_revision().publish()


def expire(talk):
    EventPage.objects.filter(pk=talk.pk).update(expire_at=LONG_AGO)
    call_command("publish_scheduled")


def move_in_time(talk):
    start = talk.occurrences[0].starts_at + timedelta(days=31)
    end = start + timedelta(hours=1)
    change_meeting(meeting_of(talk), starts_at=start, ends_at=end, user=None)


def say_that_it_is_full(talk):
    Meeting.objects.update(booking_mode="elsewhere")
    set_places(meeting_of(talk), BookingPlaces.FULL, user=None)


def cancel_and_reinstate(talk):
    cancel_meeting(meeting_of(talk), user=None)
    reinstate_meeting(meeting_of(talk), user=None)


def hide_host(talk):
    host = talk.event_hosts.get().host
    host.is_listed = False
    host.save()


def rename_host(talk):
    host = talk.event_hosts.get().host
    host.name = "Ada Bellamy"
    host.save()


def remove_topic(talk):
    talk.topics.clear()
    talk.save()


def open_pack_early(talk):
    pack = InsightsPack.objects.get()
    pack.opens_early = True
    pack.save_revision().publish()


def restrict(talk):
    PageViewRestriction.objects.create(page=talk, restriction_type="login")


ACTS: dict[str, Callable] = {
    "publish": publish,
    "change of date": change_date,
    "slug": change_slug,
    "unpublish": lambda talk: talk.unpublish(),
    "expiry": expire,
    "cancel": lambda talk: cancel_meeting(meeting_of(talk), user=None),
    "postpone": lambda talk: postpone_meeting(meeting_of(talk), user=None),
    "reinstate": cancel_and_reinstate,
    "places": say_that_it_is_full,
    "move in time": move_in_time,
    "host hidden": hide_host,
    "host renamed": rename_host,
    "new host": lambda talk: make_host("Cy Dunn"),
    "host deleted": lambda talk: HostProfile.objects.get(slug="ben-cole").delete(),
    "topic": remove_topic,
    "pack opens": open_pack_early,
    "pack unpublished": lambda talk: InsightsPack.objects.get().unpublish(),
    "pack deleted": lambda talk: InsightsPack.objects.get().delete(),
    "restriction": restrict,
    "deletion": lambda talk: EventPage.objects.get(pk=talk.pk).delete(),
    "programme": lambda talk: EventIndexPage.objects.get(slug="far").save_revision().publish(),
    "draft": lambda talk: talk.save_revision(),
}
