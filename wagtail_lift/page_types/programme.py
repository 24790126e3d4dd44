"""The programme: it lists the events below it and may hold other programmes."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from ..access.privacy import anyone_may_read, restrictions_among
from ..api.fields import editable, editable_but_shown, editable_rich_text, shown
from ..api.values import programmes as api_content
from ..blocks import BodyStreamBlock
from ..calendars.links import CalendarLinks, calendar_links
from ..domain.caching import first_change
from ..domain.instants import is_timezone
from ..enums import Notice, Problem
from ..events.templates import template_of
from ..formats.clock_words import month_and_year_in_words
from ..formats.cost_words import is_currency
from ..http.addresses import CALENDAR_ROUTE, INSIGHTS_ROUTE, sub_route, with_query
from ..lists.cards import programme_of
from ..lists.events import list_events, listed_cards
from ..lists.filter_forms import filter_form
from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ..models.page_model import PAGE_MODEL
from ..seo.sharing import Sharing, canonical_url, preview_photo, share
from ..seo.sitemaps import entries_of_programme
from ..seo.structured_data import host_properties, item_list
from ..seo.texts import insights_text, insights_title, introduction_of
from .cache_times import changes_of_cards, expiries_of, next_change_of_lists
from .conduct import ConductMixin
from .notices import EditorNotice
from .page_type import LiftPageMixin
from .panels import NoticesPanel
from .programme_form import EventIndexPageForm
from .untranslated import same_in_every_language


class EventIndexPageMixin(ProgrammeKind, ConductMixin, LiftPageMixin):
    """A programme of events; put it before ``Page``."""

    introduction = RichTextField(
        _("introduction"), blank=True, features=["bold", "italic", "link", "ol", "ul"]
    )
    body = StreamField(BodyStreamBlock(required=False), verbose_name=_("body"), blank=True)
    default_timezone = models.CharField(
        _("time zone for new events"),
        max_length=64,
        blank=True,
        help_text=_("Copied to each new event; changing it later changes no event."),
    )

    default_currency = models.CharField(
        _("currency for new events"),
        max_length=3,
        blank=True,
        help_text=_(
            "Three letters, for example EUR or GBP. Copied to each event that names an amount; "
            "changing it later changes no event."
        ),
    )
    event_template = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("template of new events"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "An event of this programme, or a draft: new events start with its texts, hosts, "
            "place, times and booking. Changing it later changes no event."
        ),
    )

    base_form_class = EventIndexPageForm
    default_template = "wagtail_lift/event_index_page.html"
    subpage_kinds = (ProgrammeKind, EventKind, PackKind)
    reserved_slugs = ("calendar", "ics", "feed", "hosts", "insights")
    tabs = (
        ("content_panels", _("Content")),
        ("promote_panels", _("Promote")),
        ("settings_panels", _("Settings")),
    )
    content_panels = [
        TitleFieldPanel("title"),
        NoticesPanel(),
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("default_timezone"),
        FieldPanel("default_currency"),
        FieldPanel("event_template"),
        LiftPageMixin.contact_panel,
        ConductMixin.conduct_panel,
    ]
    search_fields = [index.SearchField("introduction"), index.SearchField("body")]
    api_fields = [
        *editable_rich_text("introduction"),
        *editable("body", "default_timezone", "default_currency"),
        *editable_but_shown(event_template=api_content.event_template),
        *shown(programmes=api_content.programmes),
        *ConductMixin.api_fields,
        *LiftPageMixin.api_fields,
    ]

    override_translatable_fields = same_in_every_language(
        "default_timezone", "default_currency", "event_template"
    )

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context: the events below, the programmes below, the contact."""
        context = super().get_context(request, *args, **kwargs)
        listing = list_events(self, request, timezone.now())
        calendar_url = sub_route(self, self.get_url(request), CALENDAR_ROUTE)
        query = listing.filters.without_dates().query
        return {
            **context,
            "listing": listing,
            "filter_form": filter_form(self, request, listing.filters),
            "calendar_url": with_query(calendar_url, query),
            "programme": programme_of(self),
            "programmes": self.get_programmes(),
            "insights_url": sub_route(self, self.get_url(request), INSIGHTS_ROUTE),
            "contact": self.get_contact(),
            "calendar": self.get_calendar(request),
        }

    def get_calendar(self, request: HttpRequest) -> CalendarLinks | None:
        """Return the calendar links, or ``None`` if the page is not public.

        Calendar apps cannot log in, and a programme's calendar holds only what anyone may see.
        """
        is_public = bool(self.pk) and anyone_may_read(self, request)
        return calendar_links(self, request, has_feed=True) if is_public else None

    def get_cache_until(
        self, request: HttpRequest, context: dict[str, Any], now: datetime
    ) -> datetime | None:
        """Return when a card on the page, or the set of listed events, next changes."""
        until = super().get_cache_until(request, context, now)
        shown = changes_of_cards(listed_cards(context.get("listing")))
        shown |= expiries_of(context.get("programmes", ()))
        shown |= expiries_of(card.page for card in context.get("packs") or ())
        month = context.get("month")
        if month is not None:
            shown |= month.changes(now)
        return first_change({until, *shown}, now)

    def get_next_change(self, now: datetime) -> datetime | None:
        """Return when a row may next enter or leave a list, or a scheduled change is due."""
        return next_change_of_lists(now)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the sitemap entries: the list, the open packs and the hosts."""
        known = super().get_sitemap_urls(request)
        return entries_of_programme(self, known, timezone.now())

    def get_structured_data(
        self, request: HttpRequest | None, context: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the list on the page and, on a host's page, the host."""
        known = super().get_structured_data(request, context)
        url = canonical_url(self, request)
        host, packs = context.get("host"), context.get("packs")
        if host is not None:
            known = [*known, host_properties(host, url)]
        cards = packs if packs is not None else listed_cards(context.get("listing"))
        if not cards:
            return known
        title = insights_title(self) if packs is not None else self.title
        return [*known, item_list(host.display_name if host else title, cards, url)]

    def get_sharing(self, request: HttpRequest | None, context: dict[str, Any]) -> Sharing:
        """Return the link preview of the programme, a host or the list of packs."""
        host = context.get("host")
        if host is not None:
            title = f"{host.display_name} · {self.title}"
            text = get_text_for_indexing(host.biography)
            url = canonical_url(self, request)
            image = preview_photo(host, url)
            return share(self, request, title=title, text=text, kind="profile", image=image)
        month = context.get("month")
        if month is not None:
            title = f"{month_and_year_in_words(month.first_day)} · {self.title}"
            return share(self, request, title=title, text=introduction_of(self))
        if "packs" in context:
            return share(self, request, title=insights_title(self), text=insights_text())
        return share(self, request, text=introduction_of(self))

    def get_programmes(self) -> list[ProgrammeKind]:
        """Return the child programmes in tree order; a new page has none.

        Children with further view restrictions than this page are left out.
        """
        if not self.pk:
            return []
        below = [
            programme
            for model in page_types(ProgrammeKind)
            for programme in model._default_manager.filter(
                # Few pages have this type and many lie below: databases start with the type.
                content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
                path__startswith=self.path,
                depth=self.depth + 1,
                live=True,
            )
            .order_by()
            .annotate(lift_is_any_restricted=models.Exists(PageViewRestriction.objects.all()))
            .defer_streamfields()
        ]
        is_any_restricted = any(programme.lift_is_any_restricted for programme in below)
        held = restrictions_among([self, *below] if is_any_restricted else ())
        own, none = held.get(self.pk, set()), set[str]()
        shown = [programme for programme in below if held.get(programme.pk, none) <= own]
        return sorted(shown, key=lambda programme: programme.path)

    @classmethod
    def event_page_types(cls) -> list[type]:
        """Return the page types of which one page may be the template of new events."""
        return page_types(EventKind)

    def get_editor_notices(self, now: datetime) -> list[EditorNotice]:
        """Return notices, also of a template that new events do not start from."""
        is_lost = self.event_template_id is not None and template_of(self) is None
        lost = [EditorNotice(Notice.TEMPLATE_ELSEWHERE)] if is_lost else []
        return [*super().get_editor_notices(now), *lost]

    def get_problems(self) -> dict[str, Problem]:
        """Return what blocks publishing the programme, by field."""
        problems = super().get_problems()
        if self.default_timezone and not is_timezone(self.default_timezone):
            problems["default_timezone"] = Problem.TIMEZONE_UNKNOWN
        if self.default_currency and not is_currency(self.default_currency):
            problems["default_currency"] = Problem.CURRENCY_UNKNOWN
        return problems

    def fill_in_defaults(self, parent: AbstractPage | None) -> None:
        """Take the zone and currency for new events from the parent programme, if any."""
        super().fill_in_defaults(parent)
        if not self.default_timezone:
            self.default_timezone = getattr(parent, "default_timezone", "")
        if not self.default_currency and not self.pk:
            self.default_currency = getattr(parent, "default_currency", "")
        self.default_currency = self.default_currency.upper()
