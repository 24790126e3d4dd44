"""Each way by which something goes live. Each tries it, and returns the places that refused it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import registry as log_registry
from wagtail.models import Locale, Page

from tests.publishing.incomplete import Incomplete, Place
from wagtail_lift.exceptions import PublishingRefused
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventHost, EventPage


@dataclass
class Case:
    """Something incomplete, where it is to be, and who tries to publish it."""

    made: Incomplete
    parent: Any
    user: Any
    client: Any

    def build(self, **fields: Any) -> Any:
        """Return it as an object that is not stored."""
        values = {**self.made.fields, **fields}
        rows = values.pop("event_hosts", [])
        for stream in self.made.streams:
            values[stream.name] = json.dumps(values[stream.name])
        if self.made.model is HostProfile:
            return HostProfile(**values)
        page = self.made.model(title="Incomplete", **values)
        if rows:
            page.event_hosts = [EventHost(**row) for row in rows]
        return page

    def draft(self) -> Any:
        """Return it as a stored draft."""
        draft = self.build(live=False)
        if self.made.model is HostProfile:
            draft.save()
            return draft
        return self.parent.add_child(instance=draft)


Way = Callable[[Case], Iterable[Place]]


def places_of(call: Callable[[], Any]) -> set[Place]:
    """Return the places at which a call is refused."""
    with pytest.raises(PublishingRefused) as refused:
        call()
    return {fault.place for fault in refused.value.faults}


def places_named(draft: Any, words: Iterable[str]) -> set[Place]:
    """Return the places that sentences name."""
    known = {fault.words: fault.place for fault in draft.get_publishing_faults()}
    return {known[sentence] for sentence in words}


def code_publishes(case: Case) -> set[Place]:
    revision = case.draft().save_revision()
    return places_of(revision.publish)


def somebody_publishes(case: Case) -> set[Place]:
    revision = case.draft().save_revision(user=case.user)
    return places_of(lambda: revision.publish(user=case.user))


def the_base_page_publishes(case: Case) -> set[Place]:
    draft = case.draft()
    revision = draft.save_revision()
    return places_of(lambda: Page.objects.get(pk=draft.pk).publish(revision))


def code_schedules(case: Case) -> set[Place]:
    draft = case.draft()
    draft.go_live_at = timezone.now() + timedelta(days=1)
    revision = draft.save_revision()
    places = places_of(revision.publish)
    assert not type(draft).objects.get(pk=draft.pk).approved_schedule
    return places


def the_clock_publishes(case: Case) -> set[Place]:
    draft = case.draft()
    due = datetime(2026, 11, 1, tzinfo=UTC)
    draft.save_revision(approved_go_live_at=due)
    call_command("publish_scheduled")
    stored = type(draft).objects.get(pk=draft.pk)
    logged = log_registry.get_logs_for_instance(draft).get(action="wagtail_lift.refuse_schedule")
    assert not stored.approved_schedule
    return places_named(stored, logged.data["faults"])


def code_makes_it_live(case: Case) -> set[Place]:
    draft = case.draft()
    draft.live = True
    return places_of(draft.save)


def code_adds_it_live(case: Case) -> set[Place]:
    page = case.build()
    return places_of(lambda: case.parent.add_child(instance=page))


def an_alias_is_made(case: Case) -> set[Place]:
    """Of a page that is live though it is incomplete, as those from before the gate may be."""
    draft = case.draft()
    published = draft.save_revision()
    case.made.model.objects.filter(pk=draft.pk).update(live=True, live_revision=published)
    live = case.made.model.objects.get(pk=draft.pk)
    places = places_of(lambda: live.create_alias(parent=case.parent, update_slug="feed"))
    case.made.model.objects.filter(pk=draft.pk).update(live=False)
    return places


def a_translation_is_published(case: Case) -> set[Place]:
    """Dates and booking are those of the event's source: nobody asks a translation for them."""
    german = Locale.objects.create(language_code="de")
    translation = case.draft().copy_for_translation(german, copy_parents=True)
    translation.slug = "calendar"
    revision = translation.get_latest_revision_as_object().save_revision()
    found = places_of(revision.publish)
    of_the_source = {("start_time",), ("end_time",), ("booking_url",)}
    return found | (of_the_source & case.made.places if case.made.model is EventPage else set())


CODE_FOR_PAGES: tuple[Way, ...] = (
    the_base_page_publishes,
    code_makes_it_live,
    code_adds_it_live,
    an_alias_is_made,
    a_translation_is_published,
)
CODE: tuple[Way, ...] = (
    code_publishes,
    somebody_publishes,
    code_schedules,
    the_clock_publishes,
)
