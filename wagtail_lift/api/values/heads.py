"""What stands around a page: for its head, its way back up, and where it leads.

All of it is what the page itself prints, taken from the context of its template.
"""

from dataclasses import asdict
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from wagtail.models import AbstractPage

from ...calendars.links import CalendarLinks, subscriptions
from ...formats.languages import language_of
from ...models.kinds import EventKind
from ...seo.sharing import Sharing
from ...seo.structured_data import script_text
from ..fields import in_utc

Context = dict[str, Any]


def head_of(page: AbstractPage, request: HttpRequest, context: Context) -> dict[str, Any]:
    """Return what stands around a page of ours that its template would show with ``context``."""
    language = language_of(page)
    url = page.get_full_url(request) or ""
    calendar = context.get("calendar")
    return {
        "language": language.code,
        "direction": language.direction,
        "sharing": _sharing(page.get_sharing(request, context)),
        "alternates": [asdict(each) for each in page.get_alternates(request)],
        "json_ld": script_text(page.get_structured_data(request, context)),
        "breadcrumbs": [
            {"title": above.title, "url": above.get_full_url(request) or ""}
            for above in page.get_way_up(context)
        ],
        "calendar": _calendar(calendar),
        "links": [asdict(link) for link in subscriptions(calendar, page.title)],
        "status": _status(page, context, url),
    }


def _sharing(sharing: Sharing) -> dict[str, Any]:
    image = sharing.image
    return {
        "title": sharing.title,
        "description": sharing.description,
        "url": sharing.url,
        "kind": sharing.kind,
        "card": sharing.card,
        "locale": sharing.locale,
        "site_name": sharing.site_name,
        "image": asdict(image) if image else None,
    }


def _calendar(links: CalendarLinks | None) -> dict[str, str] | None:
    return asdict(links) if links else None


def _status(page: AbstractPage, context: Context, url: str) -> dict[str, Any] | None:
    """Return an event's status at the date that is shown, and what a reader can do next."""
    lifecycle = context.get("lifecycle")
    if lifecycle is None or not isinstance(page, EventKind):
        return None
    return {
        "status": lifecycle.status.value,
        "label": str(lifecycle.status.label),
        "sentence": context["status_sentence"],
        "until": in_utc(lifecycle.status_until),
        "next_steps": [
            {
                "kind": step.kind.value,
                "label": step.label,
                "url": urljoin(url, step.url) if step.url else "",
            }
            for step in context.get("actions", ())
        ],
    }
