"""What ``load_demo`` tells: where each status can be seen, and how to log in."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from wagtail_lift.enums import MeetingState, Status
from wagtail_lift.models import EventOccurrence
from wagtail_lift.pages.models import EventPage, InsightsPack

from .accounts import PASSWORD
from .content.events import EVENTS
from .content.programmes import COMMUNITY
from .memory import Memory

LOCAL_NAMES = ("localhost", "127.0.0.1")


def base_url() -> str:
    """Return the address at which the example site is served, without a slash at the end."""
    return getattr(settings, "WAGTAILADMIN_BASE_URL", "http://127.0.0.1:8000").rstrip("/")


def follow_port() -> None:
    """Let the site's own addresses follow ``PORT``, unless somebody gave it a real name.

    While a front end shows the pages, they have its address.
    """
    site = Site.objects.get(is_default_site=True)
    served = urlsplit(getattr(settings, "FRONTEND_URL", "") or base_url())
    if site.hostname in LOCAL_NAMES and served.hostname in LOCAL_NAMES:
        site.hostname, site.port = served.hostname, served.port or 80
        site.save()


def pages_by_status(memory: Memory, now: datetime) -> dict[Status, list[EventPage]]:
    """Return the published demo events by the status that each shows at ``now``."""
    found: dict[Status, list[EventPage]] = {status: [] for status in Status}
    for spec in EVENTS:
        page = memory.find(EventPage, spec.key)
        if page is not None and page.live:
            found[page.get_lifecycle(now).status].append(page)
    return found


def report_lines(memory: Memory, now: datetime, accounts: list[str]) -> Iterator[str]:
    """Yield the lines to print."""
    yield ""
    yield f"  {'The site':<20} {base_url()}/"
    community = memory.find(Page, COMMUNITY.key)
    if community is not None and community.live:
        yield f"  {'Insights packs':<20} {_address(community)}insights/"
    for pack in InsightsPack.objects.live().filter(pk__in=_pack_ids(memory)):
        yield f"  {'  to run it again':<20} {_address(pack)}guide/"
    yield ""
    for status, pages in pages_by_status(memory, now).items():
        addresses = [_address(page) for page in pages] or ["(its page was edited or deleted)"]
        for number, address in enumerate(addresses):
            yield f"  {'' if number else status.label:<20} {address}"
    for address in _cancelled_dates(memory):
        yield f"  {'One date cancelled':<20} {address}"
    yield ""
    yield f"  {'The admin':<20} {base_url()}/admin/"
    for name in accounts:
        yield f"  {f'  {name}':<20} password: {PASSWORD}"
    if not accounts:
        yield "  Log in as you set it up, or make an account with: manage.py createsuperuser"
    yield ""


def _pack_ids(memory: Memory) -> list[int]:
    keys = [spec.pack.key for spec in EVENTS if spec.pack]
    return [memory.id_of(key) for key in keys if memory.knows(key)]


def _cancelled_dates(memory: Memory) -> Iterator[str]:
    """Yield the addresses of the dates that the demo cancelled, where they still are."""
    for spec in EVENTS:
        page = memory.find(EventPage, spec.key) if spec.cancels_a_date else None
        if page is None or not page.live:
            continue
        key = memory.dates_of(spec.key).get("cancelled")
        cancelled = EventOccurrence.objects.filter(page_id=page.pk, state=MeetingState.CANCELLED)
        for occurrence in cancelled.filter(date_key=key):
            yield f"{_address(page)}?date={occurrence.date_param}"


def _address(page: Page) -> str:
    parts = page.get_url_parts()
    return f"{base_url()}{parts[2]}" if parts and parts[2] else page.slug
