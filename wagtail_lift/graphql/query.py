"""What a query may ask for: events, hosts and packs, one by one and in lists."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from graphene import ID, Argument, Boolean, Date, Field, Int, List, NonNull, ObjectType, String
from graphql import GraphQLError
from wagtail.models import AbstractPage, Site

from ..access.privacy import is_unrestricted, only_public
from ..access.site_hosts import only_of_this_site
from ..conf import settings
from ..domain.filters import ListFilters, parse_filters
from ..http.odd_characters import fault_of
from ..lists.events import list_rows
from ..models import get_host_model
from ..models.page_model import get_page_model
from .events import LiftEvent, date_of
from .fetching import open_packs, public_events
from .packs import LiftPack
from .types import LiftDate, LiftHost, listed
from .words import LiftAccessFeature, LiftAttendanceMode, LiftPart, LiftStatus

BELOW = {
    "programme": Argument(ID, description="The id of a programme, or of any page above events."),
}
PAGED = {"page": Int(default_value=1, description="Which page of the list, from 1.")}

LARGEST = 2**31 - 1
"""The largest number that every database can compare with a key."""

MOST_PAGES = 10_000


class LiftListedEvent(ObjectType):
    """An event in a list, with the date for which it stands there."""

    date = Field(NonNull(LiftDate))
    event = Field(NonNull(LiftEvent))


class LiftEventList(ObjectType):
    """One page of a list of events."""

    items = listed(LiftListedEvent)
    has_next = Boolean(required=True)


class LiftHostList(ObjectType):
    """One page of a list of hosts, by name."""

    items = listed(LiftHost)
    has_next = Boolean(required=True)


class LiftPackList(ObjectType):
    """One page of a list of open packs, latest published first."""

    items = listed(LiftPack)
    has_next = Boolean(required=True)


class LiftQuery:
    """Fields of the root; a mixin, as grapple joins them."""

    lift_events = Field(
        NonNull(LiftEventList),
        **BELOW,
        when=Argument(LiftPart, default_value=LiftPart.UPCOMING),
        each_date=Boolean(default_value=False, description="List dates instead of events."),
        tag=List(NonNull(String), description="Slugs of topics, any of which must match."),
        audience=List(NonNull(String)),
        host=List(NonNull(String), description="Slugs or translation keys of hosts."),
        mode=List(NonNull(LiftAttendanceMode)),
        access=List(NonNull(LiftAccessFeature), description="All of which must match."),
        status=List(NonNull(LiftStatus)),
        from_day=Date(),
        to_day=Date(),
        q=String(),
        **PAGED,
        description="Events, with the filters of the list on the site.",
    )
    lift_event = Field(LiftEvent, id=ID(required=True))
    lift_hosts = Field(NonNull(LiftHostList), **BELOW, **PAGED)
    lift_host = Field(LiftHost, slug=String(required=True))
    lift_packs = Field(NonNull(LiftPackList), **BELOW, **PAGED)
    lift_pack = Field(LiftPack, id=ID(required=True))

    def resolve_lift_events(
        self, info: Any, page: int, programme: str | None = None, **asked: Any
    ) -> dict[str, Any]:
        """Return one page of one part of a list, as the site shows it to everybody."""
        now, above = timezone.now(), _above(info, programme)
        filters = _filters(asked)
        rows = list_rows(above, None, now, filters).part(filters.when) if above else None
        found, has_next = _page(rows, page)
        events = {event.pk: event for event in public_events(pk__in={o.page_id for o in found})}
        return {
            "items": [
                {"date": date_of(row, events[row.page_id]), "event": events[row.page_id]}
                for row in found
                if row.page_id in events
            ],
            "has_next": has_next,
        }

    def resolve_lift_event(self, info: Any, id: str) -> Any:
        """Return an event that everybody may read."""
        return next(iter(public_events(pk=_key(id))), None)

    def resolve_lift_hosts(
        self, info: Any, page: int, programme: str | None = None
    ) -> dict[str, Any]:
        """Return the hosts whom this site shows, by name."""
        above = _above(info, programme)
        hosts = get_host_model()._default_manager.public().order_by("name", "pk")
        hosts = only_of_this_site(hosts, above, None) if above else hosts.none()
        rows = hosts.select_related("photo").prefetch_related("tags", "photo__renditions")
        found, has_next = _page(rows, page)
        return {"items": found, "has_next": has_next}

    def resolve_lift_host(self, info: Any, slug: str) -> Any:
        """Return a host whom this site shows."""
        above = _above(info, None)
        hosts = get_host_model()._default_manager.public().filter(slug=_plain(slug))
        return only_of_this_site(hosts, above, None).order_by("locale").first() if above else None

    def resolve_lift_packs(
        self, info: Any, page: int, programme: str | None = None
    ) -> dict[str, Any]:
        """Return open packs, below a page."""
        above = _above(info, programme)
        packs = open_packs(path__startswith=above.path) if above else []
        found, has_next = _page(packs, page)
        return {"items": found, "has_next": has_next}

    def resolve_lift_pack(self, info: Any, id: str) -> Any:
        """Return a pack that is open."""
        return next(iter(open_packs(pk=_key(id))), None)


def _filters(asked: dict[str, Any]) -> ListFilters:
    """Return the filters, read and bounded like a query string."""
    words = {
        name: [str(getattr(value, "value", value)) for value in asked.get(name) or ()]
        for name in ("tag", "audience", "host", "mode", "access", "status")
    }
    for name, part in (("from", "from_day"), ("to", "to_day")):
        words[name] = [asked[part].isoformat()] if asked.get(part) else []
    words["q"] = [asked.get("q") or ""]
    words["when"] = [getattr(asked["when"], "value", asked["when"])]
    words["each"] = ["date"] if asked.get("each_date") else []
    for values in words.values():
        for value in values:
            _plain(value)
    return parse_filters(words)


def _plain(text: str) -> str:
    """Return a text that every database takes; raise ``GraphQLError`` otherwise."""
    if fault := fault_of(text):
        raise GraphQLError(str(fault))
    return text


def _key(text: str) -> int:
    """Return the key that an id names; 0, which no row has, if it is none."""
    key = int(text) if text.isascii() and text.isdecimal() and len(text) < 11 else 0
    return key if key <= LARGEST else 0


def _above(info: Any, programme: str | None) -> AbstractPage | None:
    """Return the public page below which to look: the one asked for, else the site's root."""
    if programme is None:
        site = Site.find_for_request(info.context)
        root = site.root_page if site else None
        return root if root is not None and is_unrestricted(root) else None
    pages = only_public(get_page_model()._default_manager.live().filter(Q(pk=_key(programme))))
    found: AbstractPage | None = pages.specific().first()
    return found


def _page(rows: Any, number: int) -> tuple[list[Any], bool]:
    """Return one page of rows, and whether there are more."""
    if rows is None or not 0 < number <= MOST_PAGES:
        return [], False
    size = settings.PAGE_SIZE
    found = list(rows[(number - 1) * size : number * size + 1])
    return found[:size], len(found) > size
