"""The instants at which pages change without anybody's doing, for those that cache them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from wagtail.models import Revision

from ..access.privacy import only_public
from ..conf import settings
from ..domain.caching import changes_of_meeting, first_change
from ..events.join_links import window_of
from ..models.hosts import get_host_model
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from .earliest import Earliest


def changes_of_event(page: Any, now: datetime) -> set[datetime]:
    """Return when what is said of each date of an event changes, its join link included."""
    instants: set[datetime] = set()
    for occurrence in page.occurrences:
        window = window_of(page, occurrence)
        instants |= changes_of_meeting(occurrence.facts())
        instants |= {window.opens_at, window.closes_at} if window else set()
    return instants


def changes_of_cards(cards: Iterable[Any], now: datetime) -> set[datetime]:
    """Return when what cards of events say changes, apart from what is scheduled."""
    instants = {card.lifecycle.status_until for card in cards}
    return {instant for instant in instants if instant is not None}


def expiries_of(pages: Iterable[Any]) -> set[datetime]:
    """Return when pages that are shown are to be unpublished, as far as that was fetched."""
    # Read from the instance alone: a list may leave the column out, and asks for no more.
    instants = {vars(page).get("expire_at") for page in pages if page is not None}
    return {instant for instant in instants if instant is not None}


def scheduled_changes(now: datetime) -> list[Earliest]:
    """Return what ``first_scheduled`` makes out: when something of the site is next scheduled.

    They are three expressions, ``NULL`` where nothing is: when a public event or its pack, or a
    public host, is to be unpublished, and when any draft is to go live. Only as far ahead is looked
    as an answer may be kept.
    """
    host = get_host_model()
    return [
        _next(EventOccurrence, "expires_at", now, is_public=True),
        _next(host, "expire_at", now, live=True, is_listed=True),
        _next(Revision, "approved_go_live_at", now),
    ]


def first_scheduled(values: Sequence[datetime | None], now: datetime) -> datetime | None:
    """Return the first of the ``scheduled_changes`` that readers may know of; often no query.

    Of the drafts only those count whose page or host everybody can see now: how long an answer is
    kept would tell the others when something appears that nobody has been told of.
    """
    unpublished, unlisted, goes_live = values
    known = {unpublished, unlisted}
    if goes_live is not None:
        known |= _public_drafts(now)
    return first_change(known, now)


def _public_drafts(now: datetime) -> set[datetime]:
    """Return when drafts of what everybody can see go live, as far as an answer may be kept."""
    scheduled = Revision.objects.filter(
        approved_go_live_at__gt=now, approved_go_live_at__lte=_kept_until(now)
    ).select_related("base_content_type")
    instants: set[datetime] = set()
    by_model: dict[Any, dict[str, datetime]] = {}
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
    return instants


def next_scheduled_change(now: datetime) -> datetime | None:
    """Return the first of the scheduled changes, ``None`` if there is none; often one query."""
    return first_scheduled(_ask(scheduled_changes(now)), now)


def next_change_of_lists(now: datetime) -> datetime | None:
    """Return when the next row may enter or leave a list of the site; often one query.

    A public date begins or ends (and a pack opens with it), or something was scheduled. Only as far
    ahead is looked as an answer may be kept, and ``None`` says that nothing happens.
    """
    dates = [_next(EventOccurrence, name, now, is_public=True) for name in ("starts_at", "ends_at")]
    starts_at, ends_at, *scheduled = _ask([*dates, *scheduled_changes(now)])
    return first_change({starts_at, ends_at, first_scheduled(scheduled, now)}, now)


def _next(model: Any, column: str, now: datetime, **only: Any) -> Earliest:
    """Return the first instant of a column after ``now``, as far as an answer may be kept."""
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
    """Return when a pack opens by itself that is not open yet, as far as everybody may know."""
    rows = EventOccurrence.objects.public().filter(pack=pack_id, pack_opens_at__gt=now)
    return rows.order_by("pack_opens_at").values_list("pack_opens_at", flat=True).first()
