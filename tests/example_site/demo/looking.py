"""Looking at the loaded demo, and editing it as an editor does."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from example_site.demo.content.events import EVENTS
from example_site.demo.models import DemoRecord
from wagtail_lift.enums import Status
from wagtail_lift.models import EventOccurrence, HostProfile, Meeting
from wagtail_lift.pages.models import EventPage

EXPECTED = {spec.key: spec.status for spec in EVENTS if spec.status}
"""The status of each event that shows the same one at any hour of any day."""


def event(key: str) -> EventPage:
    """Return the page of a demo event as it is stored."""
    return EventPage.objects.get(pk=DemoRecord.objects.get(key=key).object_id)


def draft(key: str) -> EventPage:
    """Return the page of a demo event as its newest draft has it."""
    return event(key).get_latest_revision_as_object()


def meeting(key: str) -> Meeting:
    """Return the meeting of a demo event on its first date."""
    return event(key).lift_event.meetings.earliest("starts_at")


def statuses(at: datetime) -> dict[str, Status]:
    """Return the status at an instant of each demo event that should keep it, by its key."""
    return {key: event(key).get_lifecycle(at).status for key in EXPECTED}


def cancelled_days(key: str) -> list[str]:
    """Return the days on which a demo event is cancelled, the first one first."""
    cancelled = event(key).lift_event.meetings.filter(state="cancelled").order_by("starts_at")
    return [found.date_label.partition(" ")[0] for found in cancelled]


def day(page: EventPage) -> str:
    """Return the day on which a page says that it starts."""
    return date_format(page.start_date, "j M Y")


def everything() -> Counter:
    """Return how much there is of each kind of thing that the demo makes."""
    models = (
        Page,
        HostProfile,
        Meeting,
        EventOccurrence,
        DemoRecord,
        Site,
        get_image_model(),
        get_document_model(),
        get_user_model(),
    )
    return Counter({model.__name__: model._default_manager.count() for model in models})


def edit(key: str, *, publish: bool = True, **values: Any) -> None:
    """Change the page of a demo event as an editor does."""
    page = event(key)
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision()
    if publish:
        revision.publish()
