"""Facts of meetings stored as occurrences, for tests that hold the database to the rules."""

from wagtail.models import Page

from wagtail_lift.domain.lifecycle import MeetingFacts
from wagtail_lift.models import Event, EventOccurrence, Meeting

KEYS = ("first", "extra:1", "extra:2", "rule:2026-11-30")


def make_pages(home: Page) -> list[Page]:
    """Eight pages that stand for events, each with four meetings that nothing is known about."""
    made = [home.add_child(instance=Page(title=f"Event {n}", slug=f"e{n}")) for n in range(8)]
    events = [Event.objects.create(source=page, title=page.title) for page in made]
    Meeting.objects.bulk_create(
        Meeting(event=event, date_key=key) for event in events for key in KEYS
    )
    return made


def event_of(page: Page) -> Event:
    """Return the event that a page stands for."""
    return Event.objects.get(source=page)


def store(pages: list[Page], shown: list[list[MeetingFacts]]) -> None:
    """Replace all occurrences: the facts of each list become those of one page."""
    meetings = {(m.event.source_id, m.date_key): m for m in Meeting.objects.select_related("event")}
    rows = []
    for page, known in zip(pages, shown, strict=False):
        for facts in known:
            row = EventOccurrence(
                page=page, meeting=meetings[page.pk, facts.key], date_key=facts.key
            )
            row.show(facts)
            rows.append(row)
    EventOccurrence.objects.all().delete()
    EventOccurrence.objects.bulk_create(rows, batch_size=1000)
