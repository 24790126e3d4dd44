"""The next events, and what is missing before they can be published or people can come."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from ...models import get_page_model
from ...models.kinds import EventKind, page_types
from ...models.querysets import page_policy
from ...page_types.event_notices import gaps
from ..event_list import listed_event
from ..event_order import to_come
from .lines import MOST_LINES, Line


def sources_for(user: AbstractBaseUser, action: str) -> QuerySet[AbstractPage]:
    """Return the events for which a user has a right, each once: as the page whose plan counts."""
    allowed = page_policy(get_page_model()).instances_user_has_permission_for(user, action)
    return (
        get_page_model()
        .objects.filter(pk__in=allowed.order_by().values("pk"))
        .type(*page_types(EventKind))
        .filter(lift_event_link__event__source=F("pk"))
    )


def next_events(user: AbstractBaseUser, now: datetime) -> list[Line]:
    """Return the next events that a user may edit, the soonest first; undated ones come last.

    A published event is told as readers see it, any other as its draft.
    """
    keys = list(to_come(sources_for(user, "change"), now).values_list("pk", flat=True)[:MOST_LINES])
    found = get_page_model().objects.filter(pk__in=keys).specific()
    pages = {page.pk: page for page in found.prefetch_related("lift_occurrences")}
    return [_line(pages[key], now) for key in keys if key in pages]


def _line(page: EventKind, now: datetime) -> Line:
    shown = page if page.live else page.get_latest_revision_as_object()
    event = listed_event(shown)
    return Line(
        title=page.get_admin_display_title(),
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        words="" if page.live else _("Not published"),
        when=event.when,
        timezone=event.timezone.replace("_", " "),
        details=_missing(shown, now),
    )


def _missing(page: EventKind, now: datetime) -> list:
    faults = [] if page.live else [fault.words for fault in page.get_publishing_faults()]
    undated = [_("There is no date yet.")] if page.start_date is None else []
    return [*faults, *undated, *(notice.words for notice in gaps(page, now))]
