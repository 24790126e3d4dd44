"""The meetings of an event as its page would show them if a draft were published now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone

from ..access.privacy import is_unrestricted
from ..domain.packs import PackFacts
from ..domain.schedule import UNDATED_KEY
from ..extension import relied_on
from ..models.event import Event, EventPageLink
from ..models.kinds import EventKind, PackKind
from ..models.meetings import Meeting
from ..models.occurrences import EventOccurrence
from ..packs.lookup import original_of, pack_facts, packs_about
from ..packs.openness import open_until_now
from .identity import pages_beside, source_of
from .plans import is_planned_alike, merge_plan, plan_of, settle, stored_plan
from .timeline import build_occurrences
from .translated_locations import note_translated_locations


def draft_occurrences(page: EventKind) -> list[EventOccurrence]:
    """Return how a page would show its meetings if it were published now; nothing is saved.

    Actions on a meeting (cancelled, moved …) apply to drafts too. Hosts are not named: only lists
    name them, and lists show what is published. A translation whose source is not published shows
    the meetings that there are, and is undated if there are none.
    """
    now, event = timezone.now(), _event_of(page)
    source = source_of(page) if page.pk else page
    if source.pk == page.pk:
        source = page
    known = Meeting.objects.filter(event=event).select_related("venue").order_by("pk")
    stored = list(known) if event else []
    if source is page or source.live:
        meetings = _planned(source, event, stored, now)
    else:
        meetings = [m for m in stored if not m.is_withdrawn] or [_undated_meeting(source)]
    if page.locale_id != source.locale_id:
        note_translated_locations([page], meetings, now)
    return build_occurrences(
        page,
        source,
        meetings,
        _packs_beside(page, stored, now),
        is_public=is_unrestricted(page),
    )


def _event_of(page: EventKind) -> Event | None:
    link = EventPageLink.objects.filter(page=page.pk).select_related("event").first()
    return link.event if link else None


def _planned(
    source: EventKind, event: Event | None, stored: Sequence[Meeting], now: datetime
) -> list[Meeting]:
    """Return the meetings to show after the projection has applied the plan of ``source``.

    Changes the stored meetings in place, without saving.
    """
    plan = plan_of(source, now, stored)
    past_from: date | None = None
    if event is not None and is_planned_alike(event.plan, stored_plan(source)):
        past_from = event.next_date
    merged = merge_plan(plan, stored, now, past_from=past_from)
    settle(merged, plan, relied_on(merged.left), now)
    return merged.meetings


def _undated_meeting(source: EventKind) -> Meeting:
    """Return the meeting for a page whose source was never published."""
    meeting = Meeting(
        date_key=UNDATED_KEY,
        timezone=source.timezone or "UTC",
        booking_mode=source.booking_mode,
    )
    meeting.take_location(source.location)
    return meeting


def _packs_beside(
    page: EventKind, meetings: Sequence[Meeting], now: datetime
) -> list[tuple[PackKind, PackFacts]]:
    """Return the live packs of the event with their facts; those that are open now stay open.

    ``meetings`` are the stored ones with the draft's plan applied, which may give them other keys.
    """
    packs = packs_about(pages_beside(page)) if page.pk else []
    opened = open_until_now(packs, now) if packs else {}
    keys = {meeting.pk: meeting.date_key for meeting in meetings}
    return [
        (
            pack,
            replace(
                facts,
                date_key=keys.get(pack.meeting_id, facts.date_key),
                opened_at=facts.opened_at or opened.get(original_of(pack) or pack.pk),
            ),
        )
        for pack, facts in zip(packs, pack_facts(packs), strict=True)
    ]
