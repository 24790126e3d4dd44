"""The code of conduct and the safeguarding contact of pages: their own, else of those above.

They are worked out when they are shown, so what a programme says reaches every page below at once.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Model
from wagtail.models import AbstractPage

from ..access.privacy import restricted_among
from ..domain.conduct import Conduct, ConductCode, Safeguarding, inherited
from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ..models.page_model import get_page_model

CONDUCT_FIELDS = (
    *("conduct_page", "conduct_url"),
    *("safeguarding_name", "safeguarding_email", "safeguarding_phone"),
)
"""What programmes and events say, and pages below inherit."""

TOP = 2
"""The depth of a site's root page: above it is only the root of the tree."""

_KNOWN = "_lift_conduct"
"""Attribute in which a page keeps what was looked up."""


def conduct_of(page: AbstractPage) -> Conduct:
    """Return what readers of a page see.

    Without own words it takes a query for each type of programme, unless Wagtail came to the page
    through all pages above it; a code of conduct that is a page takes two more.
    """
    if _KNOWN not in page.__dict__:
        prefetch_conduct([page])
    known: Conduct = page.__dict__[_KNOWN]
    return known


def prefetch_conduct(pages: Sequence[AbstractPage]) -> None:
    """Look up what readers of pages see, in a number of queries that does not grow with them."""
    codes = _codes(page for page in pages if _says(page))
    for page in pages:
        page.__dict__[_KNOWN] = _told(page, codes) if _says(page) else Conduct()
    lacking = [page for page in pages if not page.__dict__[_KNOWN].is_complete]
    above = _above(lacking)
    codes = _codes(above)
    for page in lacking:
        here = _path_of(page)
        nearest = [each for each in above if here.startswith(each.path) and here != each.path]
        told = [page.__dict__[_KNOWN], *(_told(each, codes) for each in nearest)]
        page.__dict__[_KNOWN] = inherited(told)


def stored_conduct(page: AbstractPage) -> dict[str, object] | None:
    """Return what pages below inherit from a page as it is stored, ``None`` if nothing."""
    stored = type(page)._default_manager.filter(pk=page.pk, live=True)
    said = stored.values(*CONDUCT_FIELDS).first()
    return said if said and any(said.values()) else None


def _says(page: Model) -> bool:
    return hasattr(type(page), CONDUCT_FIELDS[0])


def _told(page: AbstractPage, codes: dict[int, ConductCode]) -> Conduct:
    """Return what a page itself says; a code of conduct that readers may not see is not told."""
    code = codes.get(page.conduct_page_id)
    if code is None and page.conduct_url:
        code = ConductCode(page.conduct_url, page.conduct_url)
    contact = (page.safeguarding_name, page.safeguarding_email, page.safeguarding_phone)
    return Conduct(code, Safeguarding(*contact) if any(contact) else None)


def _codes(pages: Iterable[AbstractPage]) -> dict[int, ConductCode]:
    """Return the codes of conduct that are pages that everybody may read, by key."""
    keys = {page.conduct_page_id for page in pages} - {None}
    if not keys:
        return {}
    chosen = list(get_page_model()._default_manager.filter(pk__in=keys, live=True))
    hidden = restricted_among(chosen)
    shown = [page for page in chosen if page.pk not in hidden]
    return {page.pk: ConductCode(page.url or "", page.full_url or "") for page in shown if page.url}


def _above(pages: Sequence[AbstractPage]) -> list[AbstractPage]:
    """Return the published programmes above pages, and the events above packs, nearest first."""
    known = _walked_through(pages[0]) if len(pages) == 1 else None
    found = _stored_above(pages) if known is None else known
    kinds = (ProgrammeKind, EventKind)
    return sorted((p for p in found if p.live and isinstance(p, kinds)), key=lambda p: -p.depth)


def _walked_through(page: AbstractPage) -> list[AbstractPage] | None:
    """Return the pages above one that Wagtail fetched on the way to it, ``None`` if one lacks."""
    above: list[AbstractPage] = []
    while (page := getattr(page, "_cached_parent_obj", None)) and type(page) is page.specific_class:
        above.append(page)
    return above if above and above[-1].depth <= TOP else None


def _stored_above(pages: Iterable[AbstractPage]) -> list[AbstractPage]:
    step = get_page_model().steplen
    programmes: set[str] = set()
    events: set[str] = set()
    for page in pages:
        here = _path_of(page)
        programmes |= {here[:end] for end in range(step, len(here), step)}
        events |= {here[:-step]} if isinstance(page, PackKind) else set()
    return [
        above
        for kind, paths in ((ProgrammeKind, programmes), (EventKind, events))
        if paths
        for model in page_types(kind)
        for above in model._default_manager.filter(path__in=paths, live=True).defer_streamfields()
    ]


def _path_of(page: AbstractPage) -> str:
    """Return the path of a page; a page that is not stored yet is below its planned parent."""
    parent = page.planned_parent
    if page.path or parent is None:
        return str(page.path)
    return f"{parent.path}{'?' * page.steplen}"
