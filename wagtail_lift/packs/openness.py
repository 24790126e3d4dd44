"""Which insights packs are open, for many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..access.privacy import only_public, restricted_among
from ..domain.lifecycle import ALWAYS, MeetingFacts
from ..domain.packs import PackFacts, pack_opens_at
from ..enums import MeetingState
from ..events.identity import event_ids_of
from ..models.kinds import PackKind, page_types
from ..models.meetings import Meeting
from ..models.occurrences import EventOccurrence
from ..models.pack_openings import PackOpening
from ..models.status_expressions import has_not_ended
from .lookup import is_standalone, opened_at_of, original_of, standalone_packs

_MEETING_COLUMNS = (
    "event",
    "date_key",
    "timezone",
    "state",
    "starts_at",
    "ends_at",
    "moved_starts_at",
    "moved_ends_at",
)
_PACK_COLUMNS = ("path", "live", "alias_of", "event", "meeting", "opens_early", "stands_alone")


@dataclass(frozen=True, slots=True)
class Opening:
    """When a pack opens (UTC), or ``None`` while nothing opens it; and its event's zone."""

    opens_at: datetime | None
    timezone: str


def openings(packs: Iterable[PackKind], *, early_counts: bool = True) -> list[Opening]:
    """Return when each pack opens; the number of queries does not grow with the packs.

    An event's meetings count even if its page is not published now; an event that never was
    published has none. The packs may be drafts and unsaved. Without ``early_counts``, return when
    they would open if no editor had opened them early.
    """
    asked = list(packs)
    restricted = restricted_among(asked)
    meetings = meetings_of({pack.event_id for pack in asked if pack.event_id})
    opened = opened_at_of(asked)
    return [
        _opening(
            pack,
            meetings.get(pack.event_id, []),
            is_shut=pack.pk in restricted,
            is_early=pack.opens_early and early_counts,
            opened_at=opened.get(original_of(pack)),
        )
        for pack in asked
    ]


def _opening(
    pack: PackKind,
    meetings: list[Meeting],
    *,
    is_shut: bool,
    is_early: bool,
    opened_at: datetime | None,
) -> Opening:
    facts = PackFacts(
        is_public=pack.live and not is_shut,
        is_opened_early=is_early,
        date_key=date_key_of(pack, meetings),
        opened_at=opened_at,
        is_standalone=is_standalone(pack),
    )
    opens_at = pack_opens_at(facts, [facts_of(meeting) for meeting in meetings])
    return Opening(opens_at, meetings[0].timezone if meetings else "UTC")


def draft_opens_at(pack: PackKind, now: datetime) -> datetime | None:
    """Return when a pack would open if its draft were published at ``now``; ``None`` if nothing
    opens it.
    """
    meetings = meetings_of([pack.event_id]).get(pack.event_id, []) if pack.event_id else []
    opened = {**shown_as_open([pack], now), **opened_at_of([pack])}
    facts = PackFacts(
        is_public=not restricted_among([pack]),
        is_opened_early=pack.opens_early,
        date_key=date_key_of(pack, meetings),
        opened_at=opened.get(original_of(pack)),
        is_standalone=is_standalone(pack),
    )
    return pack_opens_at(facts, [facts_of(meeting) for meeting in meetings])


def date_key_of(pack: PackKind, meetings: Iterable[Meeting]) -> str | None:
    """Return the key of the date a pack is about, or ``None`` if it is about the whole event."""
    if pack.meeting_id is None:
        return None
    return next((m.date_key for m in meetings if m.pk == pack.meeting_id), "")


def facts_of(meeting: Meeting) -> MeetingFacts:
    """Return the facts of a meeting that open a pack: whether and when it takes place."""
    return MeetingFacts(
        key=meeting.date_key,
        state=MeetingState(meeting.state),
        starts_at=meeting.current_starts_at,
        ends_at=meeting.current_ends_at,
    )


def meetings_of(page_ids: Iterable[int]) -> dict[int, list[Meeting]]:
    """Return the meetings of each page's event, by page key, in two queries for all."""
    event_of = event_ids_of(page_ids)
    by_event: dict[int, list[Meeting]] = {key: [] for key in event_of.values()}
    found = Meeting.objects.shown().filter(event__in=by_event)
    for meeting in found.only(*_MEETING_COLUMNS).order_by("pk"):
        by_event[meeting.event_id].append(meeting)
    return {page: by_event[event] for page, event in event_of.items()}


def open_until_now(packs: Sequence[PackKind], now: datetime) -> dict[int, datetime]:
    """Return since when packs have been open to all, keyed by original: they stay open.

    Ask before their event changes, while the stored rows still show which packs were open.
    """
    return {**opened_by_dates(packs, now), **shown_as_open(packs, now)}


def shown_as_open(packs: Iterable[PackKind], now: datetime) -> dict[int, datetime]:
    """Return since when packs have been open according to stored rows, keyed by original."""
    shown = EventOccurrence.objects.filter(
        pack__in=[pack.pk for pack in packs], pack_opens_at__lte=now, pack_opens_at__gt=ALWAYS
    )
    rows = shown.annotate(original=Coalesce("pack__alias_of", "pack")).order_by("-pack_opens_at")
    return dict(rows.values_list("original", "pack_opens_at"))


def opened_by_dates(packs: Sequence[PackKind], now: datetime) -> dict[int, datetime]:
    """Return since when dates have opened packs, keyed by original, ignoring the editor's tick."""
    times = zip(packs, openings(packs, early_counts=False), strict=True) if packs else ()
    return {
        original_of(pack) or pack.pk: opening.opens_at
        for pack, opening in times
        if opening.opens_at is not None and opening.opens_at <= now
    }


def find_pack(pk: int | None) -> PackKind | None:
    """Return the insights pack with that key, of any page type, or ``None``.

    At most one query for each pack type of the site.
    """
    found = (model._default_manager.filter(pk=pk).first() for model in page_types(PackKind) if pk)
    return next((pack for pack in found if pack is not None), None)


def find_open_pack(pk: int | None, now: datetime) -> PackKind | None:
    """Return the insights pack with that key if it is open at ``now``, else ``None``."""
    known = EventOccurrence.objects.filter(pack=pk).values_list("pack_opens_at", flat=True)
    instants = list(known) if pk else []
    if instants:
        return find_pack(pk) if min(instants) <= now else None
    packs = (model._default_manager.filter(pk=pk) for model in page_types(PackKind) if pk)
    found = (only_open(pack, now).first() for pack in packs)
    return next((pack for pack in found if pack is not None), None)


def opened_between(since: datetime, now: datetime) -> list[PackKind]:
    """Return the packs that opened, as time passed, after ``since`` and up to ``now``.

    A query or two for each pack type of the site.
    """
    rows = EventOccurrence.objects.filter(pack_opens_at__gt=since, pack_opens_at__lte=now)
    opened: list[PackKind] = []
    for model in page_types(PackKind):
        live = model._default_manager.live()
        opened += live.filter(pk__in=rows.values("pack"))
        dates = EventOccurrence.objects.filter(page=OuterRef("event"))
        asked = list(live.filter(~Exists(dates), opens_early=False, event__isnull=False))
        times = zip(asked, openings(asked), strict=True)
        opened += [p for p, o in times if o.opens_at is not None and since < o.opens_at <= now]
    return opened


def only_open(packs: QuerySet, now: datetime) -> QuerySet:
    """Keep the packs of one page type that are open at ``now``, as ``is_open_at()`` decides.

    It filters in the database where the event's dates are stored, and with ``openings()`` for
    packs whose event is not published and for aliases. Packs without an event wait for no date.
    """
    public = only_public(packs.live())
    dates = EventOccurrence.objects.filter(page=OuterRef("event"))
    asked = public.filter(~Q(alias_of=None) | Q(opens_early=False) & ~Exists(dates))
    asked = asked.exclude(stands_alone=True, event=None, meeting=None)
    asked = list(asked.select_related(None).only(*_PACK_COLUMNS))
    opened = [
        pack.pk
        for pack, opening in zip(asked, openings(asked), strict=True)
        if opening.opens_at is not None and opening.opens_at <= now
    ]
    ended = Q(meeting=None) & _has_ended(dates, now)
    about_one = dates.filter(date_key=OuterRef("meeting__date_key"))
    ended |= Q(meeting__isnull=False) & _has_ended(about_one, now)
    ended |= Q(Exists(PackOpening.objects.filter(pack=OuterRef("pk"), opened_at__lte=now)))
    by_itself = Q(alias_of=None) & (Q(opens_early=True) | ended)
    return public.filter(standalone_packs() | by_itself | Q(pk__in=opened))


def _has_ended(dates: QuerySet, now: datetime) -> Q:
    """Return a ``Q``: the last date going ahead has ended, as in ``domain.packs.event_ends_at``."""
    going_ahead = dates.filter(state=MeetingState.SCHEDULED)
    to_come = going_ahead.filter(has_not_ended(now))
    return Q(Exists(going_ahead)) & ~Q(Exists(to_come))
