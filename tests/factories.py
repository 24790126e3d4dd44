"""Pages and profiles for tests: complete enough to be published, every value can be overridden."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.images import get_image_model
from wagtail.models import GroupApprovalTask, Task, Workflow, WorkflowPage, WorkflowTask

from wagtail_lift.domain.instants import on_the_clock, wall_clock_text, zone
from wagtail_lift.enums import HostRole, MeetingState
from wagtail_lift.events.date_names import name_dates
from wagtail_lift.models import EventOccurrence, HostProfile, Meeting, Venue
from wagtail_lift.pages.models import EventHost, EventIndexPage, EventPage, InsightsPack

LONDON = "Europe/London"


def make_programme(parent: Any, title: str = "Conversations", **fields: Any) -> EventIndexPage:
    """Add a published programme below ``parent``."""
    fields = {"default_timezone": LONDON, **fields}
    return parent.add_child(instance=EventIndexPage(title=title, **fields))


def make_event(programme: Any, title: str = "Kindness at work", **fields: Any) -> EventPage:
    """Add a published event, at 12:30 to 14:00 in London on 1 June 2027 unless told otherwise.

    ``hosts`` is a list of profiles, or of pairs of a profile and a role; ``topics`` and
    ``audiences`` are lists of names.
    """
    hosts = [_with_role(host) for host in fields.pop("hosts", [])]
    topics = fields.pop("topics", [])
    audiences = fields.pop("audiences", [])
    fields = {**_when(fields), "summary": "A conversation about kindness.", **fields}
    event = EventPage(title=title, **fields)
    event.event_hosts = [
        EventHost(host=host, role=role, sort_order=n) for n, (host, role) in enumerate(hosts)
    ]
    event.topics.add(*topics)
    event.audiences.add(*audiences)
    return programme.add_child(instance=event)


def _with_role(host: Any) -> tuple[Any, str]:
    return host if isinstance(host, tuple) else (host, HostRole.HOST)


def _when(fields: dict[str, Any]) -> dict[str, Any]:
    if "start_date" in fields:
        return {}
    return {
        "start_date": date(2027, 6, 1),
        "start_time": time(12, 30),
        "end_time": time(14, 0),
        "timezone": LONDON,
    }


def when(starts_at: datetime, hours: float = 2, timezone: str = LONDON) -> dict[str, Any]:
    """Return the fields of an event that starts at an instant, as an editor would type them."""
    start = starts_at.astimezone(zone(timezone))
    end = (starts_at + timedelta(hours=hours)).astimezone(zone(timezone))
    return {
        "start_date": start.date(),
        "start_time": start.time(),
        "end_date": end.date(),
        "end_time": end.time(),
        "timezone": timezone,
    }


def make_host(name: str = "Ada Bell", **fields: Any) -> HostProfile:
    """Create a host profile that is public."""
    fields = {
        "is_listed": True,
        "consent_given_by": name,
        "consent_given_on": date(2026, 1, 15),
        **fields,
    }
    host = HostProfile(name=name, **fields)
    host.full_clean()
    host.save()
    return host


def make_venue(name: str = "The Kettle", **fields: Any) -> Venue:
    """Create a venue that readers see."""
    venue = Venue(name=name, **fields)
    venue.full_clean()
    venue.save()
    return venue


def make_pack(parent: Any, title: str = "What we learnt", **fields: Any) -> InsightsPack:
    """Add a published insights pack; below an event it is about that event."""
    return parent.add_child(instance=InsightsPack(title=title, **fields))


def add_date(event: Any, starts_at: datetime, hours: float = 2, **fields: Any) -> EventOccurrence:
    """Give a published event one more date, as its stored rows would be."""
    known = EventOccurrence.objects.filter(page=event).order_by("pk")
    row = known.first()
    ends_at = starts_at + timedelta(hours=hours)
    start, end = (on_the_clock(instant, row.timezone) for instant in (starts_at, ends_at))
    key = fields.pop("date_key", wall_clock_text(start))
    meeting = Meeting.objects.create(
        event=event.lift_event,
        date_key=key,
        planned_end=end,
        starts_at=starts_at,
        ends_at=ends_at,
        timezone=row.timezone,
    )
    row.pk, row.meeting, row.date_key = None, meeting, key
    row.starts_at, row.ends_at, row.state = starts_at, ends_at, MeetingState.SCHEDULED
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    rows = list(EventOccurrence.objects.filter(page=event))
    name_dates(rows)
    EventOccurrence.objects.bulk_update(rows, ["date_param"])
    return row


def meeting_of(event: Any) -> Meeting:
    """Return the only meeting of an event."""
    return Meeting.objects.get(event__page_links__page=event.pk)


def local(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Return an aware datetime in London."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(LONDON))


def make_image(title: str = "A room", colour: str = "seagreen") -> Any:
    """Create an image of one colour, 64 by 48 pixels."""
    return get_image_model().objects.create(
        title=title, file=ContentFile(image_bytes(colour), "image.png")
    )


def image_bytes(colour: str = "seagreen") -> bytes:
    """Return a PNG of one colour, 64 by 48 pixels."""
    file = BytesIO()
    PillowImage.new("RGB", (64, 48), colour).save(file, "PNG")
    return file.getvalue()


def make_workflow(page: Any) -> Workflow:
    """Put a page and what is below it under a workflow of one task, which superusers approve."""
    workflow = Workflow.objects.create(name="Check")
    task = GroupApprovalTask.objects.create(name="Read it")
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.get(pk=task.pk), sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    return workflow
