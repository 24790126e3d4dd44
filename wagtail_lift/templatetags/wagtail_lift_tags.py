"""Template tags for public pages: times in an event's zone, and durations.

No rules here: an event's status, and where it leads, come from the page's context.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from wagtail.images.models import AbstractImage
from wagtail.models import AbstractPage
from wagtail.rich_text import get_text_for_indexing
from wagtail.templatetags.wagtailcore_tags import richtext

from ..calendars.links import subscriptions
from ..domain.filters import UPCOMING
from ..domain.instants import zone
from ..domain.months import Day, DayEntry
from ..formats.card_words import hosted_by_in_words, isolated, label_in_words, more_dates_in_words
from ..formats.clock_words import (
    clock_in_words,
    day_in_words,
    month_and_year_in_words,
    month_in_words,
    start_in_words,
    times_in_words,
    zone_in_words,
)
from ..formats.cost_words import cost_in_words
from ..formats.date_html import (
    badge_as_html,
    end_as_html,
    iso,
    leaf_as_html,
    planned_as_html,
    start_as_html,
    when_as_html,
)
from ..formats.durations import iso_minutes, minutes_in_words
from ..formats.languages import PageLanguage, language_of
from ..formats.people_words import grouped_by_role, people_in_words
from ..formats.pictures import picture_in_widths
from ..formats.when_words import short_start
from ..http.caching import is_for_one_reader, note_changes
from ..lists.block_lists import filters_of
from ..lists.events import next_events
from ..page_types.cache_times import changes_of_cards, next_change_of_lists
from ..page_types.notices import marks_of_notices
from ..seo.alternates import Alternate
from ..seo.sharing import HEAD_PARTS
from ..seo.structured_data import as_script

register = template.Library()

register.filter("lift_text", get_text_for_indexing)
register.filter("lift_label", label_in_words)
register.filter("lift_more_dates", more_dates_in_words)
register.filter("lift_hosted_by", hosted_by_in_words)
register.filter("lift_people", people_in_words)
register.filter("lift_by_role", grouped_by_role)
register.filter("lift_isolated", isolated)
register.filter("lift_cost", cost_in_words)

MOMENT_TEMPLATE = "wagtail_lift/components/moment.html"
DAY_ENTRIES_TEMPLATE = "wagtail_lift/components/day_entries.html"


register.simple_tag(when_as_html, name="lift_when")
register.filter("lift_short_start", start_as_html)
register.filter("lift_minutes", minutes_in_words)
register.filter("lift_iso_minutes", iso_minutes)
register.filter("lift_short_end", end_as_html)
register.filter("lift_start_words", short_start)
register.simple_tag(planned_as_html, name="lift_planned")
register.simple_tag(leaf_as_html, name="lift_leaf")
register.simple_tag(badge_as_html, name="lift_badge")
register.simple_tag(marks_of_notices, takes_context=True, name="lift_notices")


@register.inclusion_tag(MOMENT_TEMPLATE)
def lift_moment(instant: datetime | None, timezone: str, *, is_end: bool = False) -> dict[str, Any]:
    """Render an instant in the zone with that IANA name, and name the zone.

    Midnight stands for a whole day and is not shown: the day that begins or, with ``is_end=True``,
    the day that ends.
    """
    if instant is None:
        return {"at": None}
    at = in_zone(instant, timezone)
    is_whole_day = at.time() == time(0, 0)
    day = at - timedelta(days=1) if is_whole_day and is_end else at
    return {
        "at": at,
        "day": day,
        "is_whole_day": is_whole_day,
        "zone_name": zone_name(at, timezone),
    }


@register.filter
def lift_until(instant: datetime) -> str:
    """Return the end of something, in the site's time zone and with its name, for a sentence."""
    moment = lift_moment(instant, timezone.get_current_timezone_name(), is_end=True)
    return mark_safe(render_to_string(MOMENT_TEMPLATE, moment).strip())  # noqa: S308 -- escaped


@register.simple_tag
def lift_picture(
    image: AbstractImage | None, widths: str, *, ratio: str = "", **attributes: Any
) -> Any:
    """Render an image as WebP and JPEG in some widths (``"640 1280"``), with these attributes.

    Never wider than the image; empty without one. ``ratio="4:3"`` crops it around its focal point.
    """
    if image is None:
        return ""
    wide, _colon, high = ratio.partition(":")
    sides = (int(wide), int(high)) if ratio else None
    return picture_in_widths(image, [int(w) for w in widths.split()], attributes, sides)


@register.inclusion_tag("wagtail_lift/components/date.html")
def lift_date(instant: datetime | None, timezone: str) -> dict[str, Any]:
    """Render the day of an instant in the zone with that IANA name."""
    return {"at": instant and in_zone(instant, timezone)}


@register.inclusion_tag("wagtail_lift/components/meta.html", takes_context=True)
def lift_sharing(context: template.Context, *parts: str) -> dict[str, Any]:
    """Render the metadata in the page's head; nothing without a page.

    ``parts`` names what to render, by default all: ``description``, ``canonical`` (the address),
    ``languages`` (the page's translations), ``cards`` (link previews), and ``feeds`` (links to the
    page's calendar and feed if anyone may subscribe to them).
    """
    if unknown := sorted(set(parts).difference(HEAD_PARTS)):
        raise template.TemplateSyntaxError(
            f"lift_sharing has no part “{', '.join(unknown)}”. It has {', '.join(HEAD_PARTS)}."
        )
    page, request = context.get("page"), context.get("request")
    if not hasattr(page, "get_sharing"):
        return {}
    calendar = context.get("calendar")
    return {
        "parts": parts or HEAD_PARTS,
        "sharing": page.get_sharing(request, context.flatten()) if parts != ("feeds",) else None,
        "alternates": _alternates(page, request) if "languages" in (parts or HEAD_PARTS) else (),
        "links": subscriptions(calendar, page.title),
        "calendar": calendar,
        "title": page.title,
    }


def _alternates(page: Any, request: HttpRequest | None) -> Sequence[Alternate]:
    return page.get_alternates(request) if hasattr(page, "get_alternates") else ()


@register.simple_tag(takes_context=True)
def lift_structured_data(context: template.Context) -> str:
    """Render the page's structured data for search engines: JSON-LD in a ``<script>``."""
    page, request = context.get("page"), context.get("request")
    if not hasattr(page, "get_structured_data"):
        return ""
    items = page.get_structured_data(request, context.flatten())
    return mark_safe(as_script(items))  # noqa: S308 -- escaped there


@register.filter
def lift_richtext(value: Any) -> str:
    """Return rich text as HTML; a link to a page that no site serves leads nowhere.

    Wagtail's own filter makes such a link one to the address “None”.
    """
    html = conditional_escape(richtext(value))
    return mark_safe(html.replace('<a href="None">', "<a>"))  # noqa: S308 -- made by Wagtail


@register.simple_tag(takes_context=True)
def lift_language(context: template.Context) -> PageLanguage:
    """Return the ``code`` and ``direction`` of the page's language, else of the active one."""
    return language_of(context.get("page"))


def in_zone(instant: datetime, timezone: str) -> datetime:
    """Return the instant in the zone with that IANA name."""
    return instant.astimezone(zone(timezone))


def zone_name(at: datetime, timezone: str) -> str:
    """Return the name of a zone for readers: its city and its abbreviation at ``at``."""
    return zone_in_words(at, timezone)


@register.filter
def lift_day(value: datetime | None) -> str:
    """Return a date with its weekday, in the reader's language, in the value's own zone."""
    return day_in_words(value) if value is not None else ""


@register.filter
def lift_month(value: datetime | None) -> str:
    """Return the month of a date in the reader's language, without a year."""
    return month_in_words(value) if value is not None else ""


@register.filter
def lift_month_and_year(value: date | None) -> str:
    """Return the month of a date with its year, in the reader's language."""
    return month_and_year_in_words(value) if value is not None else ""


@register.simple_tag(takes_context=True)
def lift_day_entries(context: template.Context, day: Day) -> str:
    """Render what happens on a day of a month, once for the table and the list."""
    rendered = context.render_context.setdefault("lift_day_entries", {})
    if day.day not in rendered:
        rendered[day.day] = render_to_string(DAY_ENTRIES_TEMPLATE, {"day": day})
    return rendered[day.day]


@register.inclusion_tag("wagtail_lift/components/events.html", takes_context=True)
def lift_events(
    context: template.Context,
    programme: AbstractPage,
    *,
    what: str = UPCOMING,
    count: int = 3,
    title: str = "",
    empty: str = "",
) -> dict[str, Any]:
    """Render a programme's next events that the reader may see; ``empty`` if there are none.

    ``what="past"`` renders past ones with open insights, the latest first. Caches keep a page of
    ours that shows them only until they change.
    """
    request, now = context.get("request"), timezone.now()
    cards = next_events(programme, request, now, count=count, filters=filters_of(what))
    if request is not None and not is_for_one_reader(request):
        note_changes(request, {*changes_of_cards(cards), next_change_of_lists(now)}, now)
    return {"cards": cards, "title": title, "empty": empty}


@register.filter
def lift_zone(timezone: str) -> str:
    """Return the name of a zone for readers, without its abbreviation: "London time"."""
    if "/" not in timezone:
        return timezone
    city = timezone.rsplit("/", 1)[1].replace("_", " ")
    return gettext("%(city)s time") % {"city": city}


@register.filter
def lift_clock(value: datetime | None) -> str:
    """Return a time of day in the reader's language, in the value's own zone."""
    return clock_in_words(value) if value is not None else ""


@register.filter
def lift_start(value: datetime) -> str:
    """Return the time of day of a start: midnight is the beginning of its day."""
    return start_in_words(value)


@register.filter
def lift_times(entry: DayEntry) -> str:
    """Return the time of day of a date in a month, or that it lasts all day."""
    return times_in_words(entry.span.starts, entry.what.occurrence.hours)


@register.filter
def lift_iso(value: datetime | None) -> str:
    """Return the machine-readable form of a datetime for ``<time datetime>``, to the second."""
    return iso(value) if value is not None else ""


@register.simple_tag
def lift_qr_code(url: str) -> str:
    """Return a QR code leading to ``url`` as the address of a picture; needs the extra ``pdf``."""
    from ..pdf.qr_codes import qr_code

    return qr_code(url)
