"""The instants at which pages change by themselves, which limit how long they are cached."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model
from wagtail.models import AbstractPage, Revision

from ..access.privacy import only_public
from ..conf import settings
from ..domain.caching import changes_of_meeting, first_change
from ..events.join_links import window_of
from ..http.earliest import Earliest
from ..lists.cards import EventCard
from ..models.hosts import AbstractHostProfile, get_host_model
from ..models.kinds import EventKind
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from ..models.venues import Venue


def changes_of_event(page: EventKind) -> set[datetime]:
    """Return when what a page says about each date changes, including its join link."""
    instants: set[datetime] = set()
    for occurrence in page.occurrences:
        window = window_of(page, occurrence)
        instants |= changes_of_meeting(occurrence.facts())
        instants |= {window.opens_at, window.closes_at} if window else set()
    return instants


def changes_of_cards(cards: Iterable[EventCard]) -> set[datetime]:
    """Return when the clock changes the cards of events, apart from scheduled publishing."""
    instants = {card.lifecycle.status_until for card in cards}
    return {instant for instant in instants if instant is not None}


def expiries_of(pages: Iterable[AbstractPage | AbstractHostProfile | None]) -> set[datetime]:
    """Return when pages that are shown expire, as far as that was fetched."""
    # Reading the attribute would run a query for each row of a list that defers the column.
    instants = {vars(page).get("expire_at") for page in pages if page is not None}
    return {instant for instant in instants if instant is not None}


def scheduled_changes(now: datetime) -> list[Earliest]:
    """Return the expressions that ``first_scheduled`` evaluates: the site's next scheduled changes.

    There are four, each ``NULL`` if nothing is scheduled: when a public event or its pack expires,
    when a public host expires, when a venue does, and when any draft goes live. They look only as
    far ahead as a response may be cached.
    """
    host = get_host_model()
    return [
        _next(EventOccurrence, "expires_at", now, is_public=True),
        _next(host, "expire_at", now, live=True, is_listed=True),
        _next(Venue, "expire_at", now, live=True),
        _next(Revision, "approved_go_live_at", now),
    ]


def first_scheduled(values: Sequence[datetime | None], now: datetime) -> datetime | None:
    """Return the first of the ``scheduled_changes`` that readers may know about; often no query.

    Drafts count only if their page, host or venue is public now: otherwise ``max-age`` would reveal
    when something unannounced appears.
    """
    *leaves, goes_live = values
    known = {*leaves}
    if goes_live is not None:
        known |= _public_drafts(now)
    return first_change(known, now)


def _public_drafts(now: datetime) -> set[datetime]:
    """Return when drafts of public pages and hosts go live, as far as a response may be cached."""
    scheduled = Revision.objects.filter(
        approved_go_live_at__gt=now, approved_go_live_at__lte=_kept_until(now)
    ).select_related("base_content_type")
    instants: set[datetime] = set()
    by_model: dict[type[Model] | None, dict[str, datetime]] = {}
    for draft in scheduled.defer("content"):
        model = draft.base_content_type.model_class()
        by_model.setdefault(model, {})[draft.object_id] = draft.approved_go_live_at
    pages, hosts = by_model.get(get_page_model(), {}), by_model.get(get_host_model(), {})
    if pages:
        live = get_page_model()._default_manager.filter(pk__in=pages, live=True)
        instants |= {pages[str(pk)] for pk in only_public(live).values_list("pk", flat=True)}
    if hosts:
        public = get_host_model()._default_manager.public().filter(pk__in=hosts)
        instants |= {hosts[str(pk)] for pk in public.values_list("pk", flat=True)}
    if venues := by_model.get(Venue, {}):
        shown = Venue.objects.filter(live=True, pk__in=venues)
        instants |= {venues[str(pk)] for pk in shown.values_list("pk", flat=True)}
    return instants


def next_scheduled_change(now: datetime) -> datetime | None:
    """Return the first of the scheduled changes, ``None`` if there is none; often one query."""
    return first_scheduled(_ask(scheduled_changes(now)), now)


def next_change_of_lists(now: datetime) -> datetime | None:
    """Return when the next row may enter or leave a list of the site; often one query.

    That is when a public date starts or ends (and its pack opens), or when something is scheduled.
    It looks only as far ahead as a response may be cached; ``None`` if nothing happens.
    """
    dates = [_next(EventOccurrence, name, now, is_public=True) for name in ("starts_at", "ends_at")]
    starts_at, ends_at, *scheduled = _ask([*dates, *scheduled_changes(now)])
    return first_change({starts_at, ends_at, first_scheduled(scheduled, now)}, now)


def next_change_of_answers(now: datetime) -> datetime | None:
    """Return when the clock next changes anything public; often one query.

    Like ``next_change_of_lists``, with the instants at which booking opens and closes, and packs
    open, since the API shows all of a date.
    """
    dates = [_next(EventOccurrence, name, now, is_public=True) for name in _INSTANTS]
    values = _ask([*dates, *scheduled_changes(now)])
    known, scheduled = values[: len(dates)], values[len(dates) :]
    return first_change({*known, first_scheduled(scheduled, now)}, now)


_INSTANTS = ("starts_at", "ends_at", "booking_opens_at", "booking_closes_at", "pack_opens_at")


def _next(model: type[Model], column: str, now: datetime, **only: Any) -> Earliest:
    """Return the first instant of a column after ``now``, as far as a response may be cached."""
    return Earliest(model, column, after=now, until=_kept_until(now), only=only)


def _kept_until(now: datetime) -> datetime:
    return now + timedelta(seconds=settings.CACHE_SECONDS)


def _ask(instants: Sequence[Earliest]) -> Sequence[datetime | None]:
    """Return the values of several expressions; one query."""
    values: Sequence[datetime | None] = (
        get_page_model()._default_manager.order_by().values_list(*instants)[:1].get()
    )
    return values


def next_opening(pack_id: int | None, now: datetime) -> datetime | None:
    """Return when a pack that is not open yet will open, as far as that is public."""
    rows = EventOccurrence.objects.public().filter(pack=pack_id, pack_opens_at__gt=now)
    return rows.order_by("pack_opens_at").values_list("pack_opens_at", flat=True).first()
