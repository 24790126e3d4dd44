"""What pages say of themselves to machines, from the context that their readers see.

Nothing is fetched here, so nothing is said that the page itself does not show.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.utils.text import Truncator
from django.utils.translation import gettext, to_locale
from wagtail.models import Site
from wagtail.rich_text import get_text_for_indexing

from ..domain.descriptions import (
    DescribedDate,
    DescribedEvent,
    DescribedHost,
    DescribedImage,
    DescribedList,
    DescribedPack,
    Sharing,
)
from ..domain.lifecycle import booking_closes_at, meeting_status
from ..domain.schedule import zone
from ..enums import BookingMode, HostKind, HostRole
from ..formats.languages import language_of

SHARED_IMAGE = "format-jpeg|width-1280|preserve-svg"
"""The picture for previews: one of those that the event page shows anyway."""

SHARED_PHOTO = "format-jpeg|fill-480x480|preserve-svg"
"""The same of a host's photo."""

MAX_DATES = 20
"""How many dates of a repeating event are described: those to come, else the latest."""

DESCRIPTION_LENGTH = 300


def plain(text: Any, length: int = DESCRIPTION_LENGTH) -> str:
    """Return a text (no HTML) in one line and not longer than a preview shows."""
    return str(Truncator(" ".join(str(text or "").split())).chars(length))


def canonical_url(page: Any, request: Any) -> str:
    """Return the one address of what is shown: page and sub-route, without what was asked for.

    ``?date=`` shows a part of the same page, and a filter a part of the same list.
    """
    url = page.get_full_url(request) or ""
    path = urlsplit(url).path
    asked = getattr(request, "path", "")
    return f"{url}{asked.removeprefix(path)}" if url and asked.startswith(path) else url


def describe_image(image: Any | None, alt: str, spec: str) -> DescribedImage | None:
    """Return a picture at the size for previews, ``None`` where its file cannot be read."""
    if image is None:
        return None
    try:
        made = image.get_rendition(spec)
    except OSError:
        return None
    return DescribedImage(made.full_url, made.width, made.height, alt)


def share(page: Any, request: Any, *, title: str = "", text: Any = "", **more: Any) -> Sharing:
    """Return how a link to a page looks; ``more`` are further facts of ``Sharing``."""
    site = Site.find_for_request(request)
    return Sharing(
        title=title or _own(page, "seo_title") or page.title,
        url=canonical_url(page, request),
        description=plain(text),
        locale=to_locale(language_of(page).code),
        site_name=site.site_name if site else "",
        **more,
    )


def describe_event(page: Any, request: Any, context: dict[str, Any]) -> DescribedEvent | None:
    """Return an event with its dates, ``None`` while it has no date or place: nobody can find it.

    Where one of several dates was asked for, that date alone under its own address.
    """
    url = page.get_full_url(request) or ""
    now, programme = context["now"], context.get("programme")
    dates = _dates(page, context["lifecycle"].headline.key, now, url)
    if dates is None:
        return None
    pack = context.get("pack")
    is_one = getattr(context.get("dates"), "is_one_asked_for", False)
    return DescribedEvent(
        **_content_of(page, dates[0].url if is_one else url),
        date=dates[0],
        dates=() if is_one else dates[1],
        image=describe_image(page.lead_image, page.lead_image_alt_text, SHARED_IMAGE),
        hosts=describe_hosts(context.get("hosts", ()), url),
        organiser=programme.title if programme else "",
        organiser_url=(programme.get_full_url(request) or "") if programme else "",
        pack=DescribedPack(pack.title, pack.get_full_url(request) or "") if pack else None,
    )


def _content_of(page: Any, url: str) -> dict[str, Any]:
    return {
        "name": page.title,
        "url": url,
        "description": plain(own_description(page) or page.summary),
        "language": language_of(page).code,
        "location": page.location,
    }


def _dates(
    page: Any, headline: str, now: datetime, url: str
) -> tuple[DescribedDate, tuple[DescribedDate, ...]] | None:
    dated = [o for o in page.occurrences if o.starts_at and o.location_on(page).is_named]
    known_by = next((o for o in dated if o.date_key == headline), None)
    if known_by is None:
        return None
    to_come = [o for o in dated if not o.facts().has_ended(now)]
    shown = to_come[:MAX_DATES] or dated[-MAX_DATES:]
    described = describe_date(known_by, now, url)
    return described, tuple(describe_date(o, now, url) for o in shown) if len(dated) > 1 else ()


def describe_date(occurrence: Any, now: datetime, url: str) -> DescribedDate:
    """Return one date in the event's zone, with the status that it has by itself."""
    facts = occurrence.facts()
    is_bookable = facts.booking_mode != BookingMode.NOT_NEEDED

    def local(instant: datetime | None) -> datetime | None:
        return instant.astimezone(zone(occurrence.timezone)) if instant and is_bookable else None

    return DescribedDate(
        status=meeting_status(facts, now),
        starts_at=occurrence.local_starts_at,
        ends_at=occurrence.local_ends_at,
        previous_starts_at=occurrence.local_previous_starts_at,
        booking_opens_at=local(facts.booking_opens_at),
        booking_closes_at=local(booking_closes_at(facts)),
        url=f"{url}{occurrence.query}",
        location=occurrence.location,
    )


def describe_hosts(listed: Iterable[Any], url: str) -> tuple[DescribedHost, ...]:
    """Return the hosts that a page lists, all of whom are public."""
    return tuple(
        DescribedHost(
            name=item.host.display_name,
            kind=HostKind(item.host.kind),
            role=HostRole(item.role) if item.role in HostRole.values else None,
            url=urljoin(url, item.url) if item.url else "",
            position=item.host.position,
            organisation=item.host.organisation,
        )
        for item in listed
    )


def describe_host(host: Any, url: str) -> DescribedHost:
    """Return a public host as their own page shows them."""
    return DescribedHost(
        name=host.display_name,
        kind=HostKind(host.kind),
        url=url,
        position=host.position,
        organisation=host.organisation,
        description=plain(get_text_for_indexing(host.biography)),
        website=host.website,
        image=describe_image(host.photo, host.photo_alt_text, SHARED_PHOTO),
    )


def describe_pack(pack: Any, request: Any, context: dict[str, Any]) -> DescribedPack | None:
    """Return an open pack, ``None`` while it is closed; of its event only what is public."""
    if not context.get("is_open"):
        return None
    url = pack.get_full_url(request) or ""
    licence, guide_url = context.get("licence"), context.get("guide_url", "")
    return DescribedPack(
        name=pack.title,
        url=url,
        description=plain(introduction_of(pack)),
        language=language_of(pack).code,
        licence_url=licence.url if licence else "",
        licence_text=plain(pack.licence_text, 1000),
        published_at=pack.first_published_at,
        changed_at=pack.last_published_at,
        hosts=describe_hosts(context.get("hosts", ()), url),
        event=_event_of_pack(request, context),
        guide_url=urljoin(url, guide_url) if guide_url else "",
    )


def _event_of_pack(request: Any, context: dict[str, Any]) -> DescribedEvent | None:
    event, occurrence = context.get("event"), context.get("occurrence")
    if event is None or occurrence is None or occurrence.starts_at is None:
        return None
    if not occurrence.location_on(event).is_named:
        return None
    url = event.get_full_url(request) or ""
    date = describe_date(occurrence, context["now"], url)
    return DescribedEvent(**_content_of(event, url), date=date)


def describe_list(name: str, cards: Iterable[Any], url: str) -> DescribedList:
    """Return the cards that a list shows, in their order."""
    return DescribedList(tuple((c.title, urljoin(url, c.url)) for c in cards), name, url)


def describe_way(*steps: tuple[str, str]) -> DescribedList:
    """Return the way back up, from the outermost page; steps without an address are left out."""
    return DescribedList(tuple((name, url) for name, url in steps if url))


def guide_title(pack: Any) -> str:
    """Return the title of a pack's guide."""
    return f"{gettext('DIY event guide')} · {pack.title}"


def guide_text() -> str:
    """Return what any guide is, in a sentence."""
    return gettext("How to hold this conversation with your own team, step by step.")


def insights_text() -> str:
    """Return what a list of packs is, in the sentence that it begins with."""
    return gettext(
        "What was learnt in our conversations, open to all: to read, to share, "
        "and to hold the same conversation yourselves."
    )


def insights_title(programme: Any) -> str:
    """Return the title of the list of a programme's packs."""
    return f"{gettext('Insights packs')} · {programme.title}"


def introduction_of(page: Any) -> str:
    """Return what a page with an introduction says of itself, without HTML."""
    return own_description(page) or get_text_for_indexing(page.introduction)


def own_description(page: Any) -> str:
    """Return what an editor wrote for search engines; a base page model need not ask for it."""
    return _own(page, "search_description")


def _own(page: Any, name: str) -> str:
    return str(getattr(page, name, ""))
