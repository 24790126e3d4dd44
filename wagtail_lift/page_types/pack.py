"""The insights pack: what was learnt, open to all, with a guide to run the conversation again."""

from datetime import datetime, time
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import AbstractPage

from ..blocks import (
    GuideStreamBlock,
    InsightsStreamBlock,
    MaterialsStreamBlock,
    ResourcesStreamBlock,
    guide_steps,
)
from ..domain.caching import first_change
from ..domain.guide import (
    RunSheetLine,
    ShorterGuide,
    is_group_size,
    run_sheet,
    shorter_guide,
    total_minutes,
)
from ..enums import Licence, Problem
from ..events.identity import event_ids_of
from ..http.addresses import CARDS_ROUTE, GUIDE_ROUTE, PDF_ROUTE
from ..models.kinds import EventKind, PackKind, is_kind, page_types
from ..models.meetings import Meeting
from ..models.page_model import PAGE_MODEL
from ..packs.lookup import has_rival
from ..packs.openness import draft_opens_at, openings
from ..packs.reruns import events_inspired_by
from ..packs.rights import may_publish_about
from ..packs.search_fields import OpenPackSearchField
from ..publishing.gate import is_copy
from ..seo.sharing import Sharing, share
from ..seo.sitemaps import entries_of_pack
from ..seo.structured_data import pack_properties
from ..seo.texts import guide_text, guide_title, introduction_of
from .notices import EditorNotice, pack_notices, silent_recordings
from .pack_api import PACK_API_FIELDS
from .pack_context import pack_context
from .pack_form import InsightsPackForm
from .pack_panels import PACK_TABS, PackPanelsMixin
from .page_type import LiftPageMixin
from .untranslated import same_in_every_language


class InsightsPackMixin(PackKind, PackPanelsMixin, LiftPageMixin):
    """What was learnt in a conversation, and how to run it again; put it before ``Page``.

    A pack may be anywhere in the tree, so it can be public when its event is not. It is open once
    it is live and public, and its event (or the date it is about) has ended or an editor has
    opened it early. A guide made without an event is open once it is live and public. At most one
    pack is live for each event, date and language.
    """

    event = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Taken from the page above if the pack is made below an event."),
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("about one date"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Leave empty if the pack is about the event as a whole."),
    )
    opens_early = models.BooleanField(_("open before the event has ended"), default=False)
    stands_alone = models.BooleanField(default=False, editable=False)
    """Whether the pack was made without an event; false for good once it is about one."""

    introduction = RichTextField(
        _("introduction"), blank=True, features=["bold", "italic", "link", "ol", "ul"]
    )
    insights = StreamField(
        InsightsStreamBlock(required=False), verbose_name=_("insights"), blank=True
    )
    people_count = models.PositiveIntegerField(_("people"), null=True, blank=True)
    organisations_count = models.PositiveIntegerField(_("organisations"), null=True, blank=True)
    stories_count = models.PositiveIntegerField(_("stories"), null=True, blank=True)
    resources = StreamField(
        ResourcesStreamBlock(required=False), verbose_name=_("resources"), blank=True
    )
    materials = StreamField(
        MaterialsStreamBlock(required=False),
        verbose_name=_("recordings and other materials"),
        blank=True,
    )
    guide = StreamField(
        GuideStreamBlock(required=False), verbose_name=_("DIY event guide"), blank=True
    )
    group_size_from = models.PositiveSmallIntegerField(
        _("people, at least"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    group_size_to = models.PositiveSmallIntegerField(
        _("people, at most"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence.as_choices, default=Licence.CC_BY
    )
    licence_text = models.TextField(
        _("licence, in our own words"), blank=True, help_text=_("How others may use this pack.")
    )
    citation = models.TextField(_("how to cite"), blank=True)

    base_form_class = InsightsPackForm
    default_template = "wagtail_lift/insights_pack.html"
    reserved_slugs = ("guide", "markdown", "pdf", "cards")
    exclude_fields_in_copy = ["event", "meeting"]
    tabs = PACK_TABS
    search_fields = [
        OpenPackSearchField("introduction", boost=2),
        OpenPackSearchField("insights"),
        OpenPackSearchField("resources"),
        OpenPackSearchField("materials"),
        OpenPackSearchField("guide"),
    ]
    api_fields = [*PACK_API_FIELDS, *LiftPageMixin.api_fields]
    override_translatable_fields = same_in_every_language(
        "event", "meeting", "opens_early", "stands_alone", "group_size_from", "group_size_to"
    )

    class Meta:
        abstract = True

    @classmethod
    def event_page_types(cls) -> list[type]:
        """Return the page types a pack may be about."""
        return page_types(EventKind)

    @classmethod
    def is_event(cls, page: AbstractPage | None) -> bool:
        """Return whether a page, which may be ``None``, is an event."""
        return is_kind(page, EventKind)

    @cached_property
    def event_page(self) -> EventKind | None:
        """Return the event's specific page, or ``None`` if the pack has no event."""
        if not self.event_id or not is_kind(self.event, EventKind):
            return None
        return self.event.specific

    def get_opens_at(self) -> datetime | None:
        """Return when the pack opens (UTC), or ``None`` while nothing opens it.

        A draft tells when it would open if it were published now.
        """
        if self.shows_draft:
            return draft_opens_at(self, timezone.now())
        return openings([self])[0].opens_at

    def is_open_at(self, now: datetime) -> bool:
        """Return whether the pack is open at ``now``; the one place that decides it."""
        opens_at = self.get_opens_at()
        return opens_at is not None and opens_at <= now

    @property
    def is_open(self) -> bool:
        """Return whether the pack is open now."""
        return self.is_open_at(timezone.now())

    @property
    def reruns(self) -> list[EventKind]:
        """Return this pack's reruns, as pages that anybody may see."""
        return events_inspired_by(self)

    @property
    def guide_minutes(self) -> int:
        """Return the length of the guide in minutes."""
        return total_minutes(guide_steps(self.guide))

    @property
    def shorter_guide(self) -> ShorterGuide | None:
        """Return the guide without the parts that can be left out, ``None`` if there are none."""
        return shorter_guide(guide_steps(self.guide))

    @property
    def is_guide_only(self) -> bool:
        """Return whether the pack has a guide, and nothing that was learnt."""
        counts = (self.people_count, self.organisations_count, self.stories_count)
        return bool(self.guide) and not self.insights and all(count is None for count in counts)

    def get_run_sheet(self, starts: time) -> tuple[RunSheetLine, ...]:
        """Return the parts of the guide with clock times, beginning at ``starts``."""
        return run_sheet(guide_steps(self.guide), starts)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context, with only the public facts of a non-public event."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **pack_context(self, request, timezone.now())}

    def get_cache_until(
        self, request: HttpRequest, context: dict[str, Any], now: datetime
    ) -> datetime | None:
        """Return when the pack opens or the next scheduled change is due, whichever is first."""
        scheduled = super().get_cache_until(request, context, now)
        return first_change({scheduled, context.get("opens_at")}, now)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the sitemap entries: the pack and its guide, once they are open."""
        return entries_of_pack(self, super().get_sitemap_urls(request), request, timezone.now())

    def get_structured_data(
        self, request: HttpRequest | None, context: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the pack and its terms while it is open."""
        pack = pack_properties(self, request, context)
        return [*super().get_structured_data(request, context), *([pack] if pack else [])]

    def get_sharing(self, request: HttpRequest | None, context: dict[str, Any]) -> Sharing:
        """Return the link preview of the pack or its guide; only the title while it is closed."""
        text = introduction_of(self) if context.get("is_open") else ""
        if "run_sheet" in context:
            title, text = guide_title(self), guide_text()
            return share(self, request, title=title, text=text, kind="article")
        return share(self, request, text=text, kind="article")

    def serves_path(self, path: str) -> bool:
        """Return whether the pack is sure to serve a path: its guide, only while that is open."""
        if path.startswith((f"/{PDF_ROUTE}", f"/{CARDS_ROUTE}")):
            return False
        if path.startswith(f"/{GUIDE_ROUTE}") and not (self.guide and self.is_open):
            return False
        return super().serves_path(path)

    def get_editor_notices(self, now: datetime) -> list[EditorNotice]:
        """Return why the pack would stay closed if it were published as it is."""
        return [
            *super().get_editor_notices(now),
            *pack_notices(self, now),
            *silent_recordings(self),
        ]

    def get_problems(self) -> dict[str, Problem]:
        """Return what blocks publishing the pack, by field."""
        problems = super().get_problems()
        if self.event_id and not self.is_event(self.event):
            problems["event"] = Problem.NO_EVENT
        elif self.event_id and self.meeting_id and not self._is_about_its_event():
            problems["meeting"] = Problem.DATE_OF_OTHER_EVENT
        if not is_group_size(self.group_size_from, self.group_size_to):
            problems["group_size_to"] = Problem.GROUP_SIZE_SMALLER
        return {**problems, **self.get_contended_problems()}

    def _is_about_its_event(self) -> bool:
        return self.meeting.event_id == event_ids_of([self.event_id]).get(self.event_id)

    def get_contended_problems(self) -> dict[str, Problem]:
        """Return a problem if another pack came first; only the saving transaction can be sure."""
        problems = super().get_contended_problems()
        if self.event_page is not None and has_rival(self):
            problems["event"] = Problem.PACK_EXISTS
        return problems

    def get_permission_problems(self, user: AbstractBaseUser) -> dict[str, Problem]:
        """Return a problem if ``user`` may not publish about the event: a pack changes its page."""
        problems = super().get_permission_problems(user)
        if self.event_page is not None and not may_publish_about(self, self.event_page, user):
            problems["event"] = Problem.EVENT_OF_OTHERS
        return problems

    def fill_in_defaults(self, parent: AbstractPage | None) -> None:
        """Take the event from the parent page, if that is an event.

        Not for a copy: if it goes live at once it would be a second pack about the same event. A
        pack that is about an event does not stand alone, even if it loses the event later.
        """
        super().fill_in_defaults(parent)
        if (
            self.event_id is None
            and is_kind(parent, EventKind)
            and not (is_copy(self) or self.alias_of_id)
        ):
            self.event_id = parent.pk
        if self.event_id is not None or self.meeting_id is not None:
            self.stands_alone = False
