"""Pages that nobody can reach, and calendars that some clients cannot read."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import AbstractPage

from ..calendars.sizes import large_calendars
from ..conf import PREFIX
from ..models import LiftPageMixin, get_page_model
from ..models.kinds import page_types


def check_hidden_pages(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return pages that nobody can reach, because their parent answers their slug itself."""
    reserved = {slug for model in page_types(LiftPageMixin) for slug in model.reserved_slugs}
    found = []
    for alias in databases or ():
        pages = get_page_model()._default_manager.using(alias).filter(slug__in=reserved)
        try:
            found += [page for page in pages.order_by("path") if _is_hidden(page)]
        except DatabaseError:  # no tables yet, before the first migrate
            continue
    return [
        checks.Warning(
            f"The page “{page.title}” (id {page.pk}) is hidden by an address of the page above.",
            hint=f"Change its slug “{page.slug}”.",
            id="wagtail_lift.W002",
        )
        for page in found
    ]


def _is_hidden(page: AbstractPage) -> bool:
    parent = page.get_parent() if page.depth > 1 else None
    kind = getattr(parent, "specific_class", None)
    return page.slug in getattr(kind, "reserved_slugs", ())


def check_calendar_sizes(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return calendars that are too large for some clients."""
    found = []
    for alias in databases or ():
        try:
            found += large_calendars(timezone.now(), using=alias)
        except DatabaseError:  # no tables yet, before the first migrate
            continue
    of_programmes = f"Lower {PREFIX}CALENDAR_AHEAD_MONTHS, or divide the programme."
    of_events = f"Lower {PREFIX}HORIZON_MONTHS, or let its rule end."
    return [
        checks.Warning(
            f"The calendar of “{calendar.title}” (id {calendar.page_id}) has about "
            f"{calendar.kilobytes} kB; Google Calendar reads no more than 1000 kB.",
            hint=of_programmes if calendar.is_programme else of_events,
            id="wagtail_lift.W003",
        )
        for calendar in found
    ]
