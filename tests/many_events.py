"""Very many events, as the projection would have stored them, made in a few seconds."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from wagtail_lift.models import Event, EventFacet, EventOccurrence, EventPageLink, Meeting
from wagtail_lift.pages.models import EventPage

DATES_OF_A_REPEATING_EVENT = 12
EACH_REPEATING = 10
TOPICS, HOSTS = 30, 50


def make_many_events(programme: Any, count: int, now: datetime, **fields: Any) -> None:
    """Add ``count`` events, half of them past, each tenth repeating, over two years.

    Only what lists read is made: the row of the base page model, meetings, occurrences, facets.
    """
    pages = _add_pages(programme, count)
    dates = [
        (page, number, starts_at)
        for n, page in enumerate(pages)
        for number, starts_at in enumerate(_dates(n, count, now))
    ]
    events = Event.objects.bulk_create(
        (Event(source=page, title=page.title) for page in pages), batch_size=1000
    )
    event_of = {event.source_id: event for event in events}
    EventPageLink.objects.bulk_create(
        (EventPageLink(page_id=key, event=event) for key, event in event_of.items()),
        batch_size=1000,
    )
    meetings = Meeting.objects.bulk_create(
        (
            Meeting(
                event=event_of[page.pk],
                date_key=f"extra:{number}",
                starts_at=at,
                ends_at=at + timedelta(hours=2),
            )
            for page, number, at in dates
        ),
        batch_size=1000,
    )
    EventOccurrence.objects.bulk_create(
        (
            _occurrence(page, number, at, meeting, **fields)
            for (page, number, at), meeting in zip(dates, meetings, strict=True)
        ),
        batch_size=1000,
    )
    EventFacet.objects.bulk_create(_facets(pages), batch_size=2000)


def _add_pages(programme: Any, count: int) -> list[Page]:
    first = programme.numchild
    kind = ContentType.objects.get_for_model(EventPage)
    pages = [
        Page(
            path=programme._get_path(programme.path, programme.depth + 1, first + n + 1),
            depth=programme.depth + 1,
            title=f"Event {first + n}",
            draft_title=f"Event {first + n}",
            slug=f"event-{first + n}",
            url_path=f"{programme.url_path}event-{first + n}/",
            content_type=kind,
            locale_id=programme.locale_id,
        )
        for n in range(count)
    ]
    Page.objects.bulk_create(pages, batch_size=1000)
    Page.objects.filter(pk=programme.pk).update(numchild=first + count)
    return list(Page.objects.child_of(programme).order_by("path")[first:])


def _dates(n: int, count: int, now: datetime) -> list[datetime]:
    year = timedelta(days=365)
    first = now - year + timedelta(hours=1) + 2 * year * n / count
    repeats = DATES_OF_A_REPEATING_EVENT if n % EACH_REPEATING == 0 else 1
    return [first + timedelta(weeks=week) for week in range(repeats)]


def _occurrence(page: Page, number: int, at: datetime, meeting: Meeting, **fields: Any) -> Any:
    is_repeating = meeting.date_key != "extra:0"
    values = {
        "title": page.title,
        "summary": "A conversation about kindness.",
        "state": "scheduled",
        "timezone": "Europe/London",
        "attendance_mode": "in_person",
        "booking_mode": "not_needed",
        "places": "available",
        "date_param": f"{at:%Y-%m-%d}" if is_repeating else "",
        **fields,
    }
    return EventOccurrence(
        page=page,
        meeting=meeting,
        date_key=meeting.date_key,
        starts_at=at,
        ends_at=at + timedelta(hours=2),
        **values,
    )


def _facets(pages: list[Page]) -> Iterator[EventFacet]:
    for n, page in enumerate(pages):
        found = [("topic", f"topic-{n % TOPICS}"), ("topic", f"topic-{n % 7 + 1}-more")]
        found += [("host", f"host-{n % HOSTS}"), ("mode", "in_person")]
        for kind, value in found:
            yield EventFacet(page=page, kind=kind, value=value, label=value.title())
