"""What every page type of the package shares: template, place in the tree, contact, checks."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.functional import SimpleLazyObject, classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.utils.decorators import cached_classmethod

from ..access.privacy import (
    as_its_original_allows,
    is_unrestricted,
    restricted_among,
    restrictions_on,
)
from ..api.fields import editable, editable_but_shown, shown
from ..api.forms import api_form_class
from ..api.values import events as api_content
from ..enums import Notice, Problem
from ..formats.text import as_title
from ..models.page_model import PAGE_MODEL
from ..packs.lookup import delete_packs_below
from ..publishing.gate import GatedMixin, asked_before_saving
from ..publishing.schedules import refused_schedule
from ..seo.sitemaps import is_for_all
from .cached_answers import CachedAnswersMixin
from .debounce import whole_save
from .described import DescribedPageMixin
from .forms import LiftPageForm
from .guarded import GuardedPageMixin
from .kinds import page_types
from .notices import EditorNotice


class Contact(NamedTuple):
    """Whom to ask: any of the three may be empty, not all."""

    name: str
    email: str
    url: str


_COMBINED = ("search_fields", "api_fields", "exclude_fields_in_copy")
"""Lists of a page type that hold those of all its bases, unless it states its own."""


class LiftPageMixin(
    GatedMixin, CachedAnswersMixin, DescribedPageMixin, GuardedPageMixin, models.Model
):
    """Base of the page mixins; put it, or a mixin made from it, before ``Page``.

    A subclass needs neither ``template`` nor ``parent_page_types`` nor ``subpage_types``: without
    them, ``app_label/model_name.html`` is used where it exists and ``default_template`` otherwise,
    and the allowed parents and children are all page types of ``parent_kinds`` (``None``: any
    page) and ``subpage_kinds``. ``reserved_slugs`` are the sub-routes that no child may hide.
    What it can be searched by and what the API shows are what the mixin and ``Page`` say, together.
    """

    contact_name = models.CharField(_("contact name"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    contact_page = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("contact page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact_url = models.URLField(_("contact address on another website"), blank=True)

    base_form_class = LiftPageForm
    default_template = ""
    parent_kinds: tuple[type, ...] | None = None
    subpage_kinds: tuple[type, ...] = ()
    reserved_slugs: tuple[str, ...] = ()
    tabs: tuple[tuple[str, Any], ...] = ()
    planned_parent: Any | None = None
    """The page below which this one is being made, until it has its place in the tree."""

    contact_panel = MultiFieldPanel(
        [
            FieldPanel("contact_name"),
            FieldPanel("contact_email"),
            FieldPanel("contact_page"),
            FieldPanel("contact_url"),
        ],
        heading=_("Contact"),
    )
    api_fields = [
        *shown(contact=api_content.contact),
        *editable("contact_name", "contact_email"),
        *editable_but_shown(contact_page=api_content.contact_page),
        *editable("contact_url"),
    ]
    api_private_fields: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Combine the lists of the bases, so that a mixin's list does not hide that of ``Page``."""
        super().__init_subclass__(**kwargs)
        for name in _COMBINED:
            if name not in vars(cls):
                setattr(cls, name, _combined(getattr(base, name, ()) for base in cls.__bases__))

    @classproperty
    def api_base_form_class(cls) -> type:  # noqa: N805 -- a property of the class
        """Return the form through which API version 3 writes: the admin's own, and careful."""
        return api_form_class(cls.base_form_class)

    @classmethod
    def clean_subpage_models(cls) -> list[type]:
        """Return the page types allowed below, computed unless ``subpage_types`` is stated."""
        if getattr(cls, "subpage_types", None) is not None:
            return super().clean_subpage_models()
        return page_types(*cls.subpage_kinds)

    @classmethod
    def clean_parent_page_models(cls) -> list[type]:
        """Return the page types allowed above, computed unless ``parent_page_types`` is stated."""
        if cls.parent_kinds is None or getattr(cls, "parent_page_types", None) is not None:
            return super().clean_parent_page_models()
        return page_types(*cls.parent_kinds)

    @cached_classmethod
    def get_edit_handler(cls) -> Any:
        """Return the tabs of the edit form: those in ``tabs`` whose list of panels is not empty."""
        if hasattr(cls, "edit_handler"):
            return cls.edit_handler.bind_to_model(cls)
        tabs = [
            ObjectList(panels, heading=heading)
            for name, heading in cls.tabs
            if (panels := cls.get_panels(name))
        ]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)

    @classmethod
    def get_panels(cls, name: str) -> list[Any]:
        """Return the panels of the tab that the class attribute ``name`` lists."""
        return list(getattr(cls, name, []))

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str] | str:
        """Return the type's own template where the site has one, else the package's."""
        own = super().get_template(request, *args, **kwargs)
        names = [own] if isinstance(own, str) else list(own)
        return [*names, self.default_template]

    def get_page_context(self, request: Any) -> dict[str, Any]:
        """Return the context that a sub-route shares with the page: the page itself, its contact.

        Nothing is fetched that only the page's own address shows.
        """
        return {
            "page": self,
            "self": self,
            "request": request,
            "contact": self.get_contact(),
        }

    restricted_among = staticmethod(restricted_among)

    def get_view_restrictions(self) -> Any:
        """Return every restriction that holds: those of what the page stands for, too."""
        return restrictions_on(self)

    def permissions_for_user(self, user: Any) -> Any:
        """Return what a user may do with the page; an alias lends nobody its original."""
        return as_its_original_allows(super().permissions_for_user(user), self, user)

    def get_sitemap_urls(self, request: Any = None) -> list[dict[str, Any]]:
        """Return the entries of a sitemap; none of a page that only some may read."""
        return super().get_sitemap_urls(request) if is_for_all(self, request) else []

    def get_contact(self) -> Contact | None:
        """Return whom to ask, ``None`` if nothing was entered."""
        url = self.contact_url
        page = self.contact_page
        if page is not None and page.live and is_unrestricted(page):
            url = page.url or url
        if not (self.contact_name or self.contact_email or url):
            return None
        return Contact(self.contact_name, self.contact_email, url)

    def get_problems(self) -> dict[str, Problem]:
        """Return what keeps the page from being published, by field; never depends on the clock."""
        return self.get_problems_of_place()

    def get_problems_of_place(self) -> dict[str, Problem]:
        """Return what keeps the page from being published where it is, whatever it says."""
        above = self.page_above
        is_hidden = above is not None and self.hides_a_sub_route(above)
        return {"slug": Problem.SLUG_RESERVED} if is_hidden else {}

    def get_editor_notices(self, now: datetime) -> list[EditorNotice]:
        """Return what editors are told about this page, without being stopped."""
        faults = refused_schedule(self)
        return [EditorNotice(Notice.SCHEDULE_REFUSED, "; ".join(faults))] if faults else []

    def fill_in_defaults(self, parent: Any) -> None:
        """Fill in what was left empty and follows from the page above; called before validation.

        ``parent`` is fetched once something is asked of it.
        """

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Fill in the defaults, then validate."""
        self._complete()
        super().full_clean(*args, **kwargs)

    def clean_draft(self) -> None:
        """Check what a draft needs to be stored."""
        self.minimal_clean()

    def minimal_clean(self) -> None:
        """Fill in the defaults, then check what a draft needs to be stored."""
        self._complete()
        super().minimal_clean()

    def _complete(self) -> None:
        self.title = as_title(self.title)
        self.fill_in_defaults(SimpleLazyObject(self._specific_above))

    def _specific_above(self) -> Any | None:
        above = self.page_above
        return above and above.specific_deferred

    @property
    def page_above(self) -> Any | None:
        """Return the page above this one, or the one below which it is being made."""
        return self.get_parent() if self.depth else self.planned_parent

    def save(self, clean: bool = True, *args: Any, **kwargs: Any) -> Any:
        """Save the page with its hosts and tags, which is followed as one change.

        A live page is refused as ``publish()`` refuses it, with ``PublishingRefused``.
        """
        columns = kwargs.get("update_fields")
        with (
            whole_save(),
            transaction.atomic(),
            asked_before_saving(self, clean=clean, columns=columns) as is_left_to_clean,
        ):
            return super().save(is_left_to_clean, *args, **kwargs)

    save.alters_data = True

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy the page; insights packs that a recursive copy carries along are left out."""
        copy = super().copy(*args, **kwargs)
        delete_packs_below(copy)
        return copy

    copy.alters_data = True

    def update_aliases(self, **kwargs: Any) -> None:
        """Publish the aliases, but only once this page is live: scheduling must not do it.

        Of an alias, those that show it in turn follow: what it shows itself is live.
        """
        if self.live or self.alias_of_id:
            super().update_aliases(**kwargs)

    update_aliases.alters_data = True

    def clean(self) -> None:
        """Refuse what may not be published; drafts and autosave pass."""
        super().clean()
        if self.is_validation_deferred:
            return
        problems = self.get_problems()
        if problems:
            raise ValidationError(
                {f: ValidationError(p.label, code=p.value) for f, p in problems.items()}
            )

    def hides_a_sub_route(self, parent: Any) -> bool:
        """Return whether ``parent`` answers this slug itself, so that the page is never reached."""
        kind = getattr(parent, "specific_class", None)
        return kind is not None and self.slug in getattr(kind, "reserved_slugs", ())


def _combined(lists: Iterable[Iterable[Any]]) -> list[Any]:
    """Return the entries of all lists, each name of a kind once; those of the first list win."""
    entries = [entry for entries in reversed(list(lists)) for entry in entries]
    return list({(type(entry), _name_of(entry)): entry for entry in entries}.values())


def _name_of(entry: Any) -> str:
    return str(getattr(entry, "field_name", None) or getattr(entry, "name", entry))
