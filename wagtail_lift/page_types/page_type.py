"""What every page type of the package shares: template, place in the tree, contact, checks."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject, classproperty
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import AbstractPage, PagePermissionTester, PageViewRestriction
from wagtail.utils.decorators import cached_classmethod

from ..access.privacy import (
    as_its_original_allows,
    restricted_among,
    restrictions_on,
)
from ..api.fields import shown
from ..api.forms import api_form_class
from ..api.values import identities
from ..enums import Notice, Problem
from ..formats.text import as_title
from ..models.kinds import page_types
from ..packs.lookup import delete_packs_below
from ..publishing.gate import GatedMixin, asked_before_saving
from ..publishing.schedules import refused_schedule
from ..publishing.unread_texts import forget_names
from ..seo.sitemaps import is_for_all
from .addressed import AddressedPageMixin
from .cached_answers import CachedAnswersMixin
from .conduct import ConductShownMixin
from .contacted import ContactedPageMixin
from .debounce import whole_save
from .described import DescribedPageMixin
from .drafts import DraftShownMixin
from .forms import LiftPageForm
from .guarded import GuardedPageMixin
from .headless import join_previews
from .notices import EditorNotice

_COMBINED = ("search_fields", "api_fields", "exclude_fields_in_copy")
"""Lists merged from all bases, unless the page type sets its own."""


class LiftPageMixin(
    GatedMixin,
    CachedAnswersMixin,
    DescribedPageMixin,
    DraftShownMixin,
    GuardedPageMixin,
    AddressedPageMixin,
    ContactedPageMixin,
    ConductShownMixin,
):
    """Base of the page mixins; put it, or a mixin derived from it, before ``Page``.

    ``template``, ``parent_page_types`` and ``subpage_types`` are optional. By default the template
    is ``app_label/model_name.html`` if it exists, else ``default_template``. Parents and children
    may be of any page type of ``parent_kinds`` (``None``: any page) and ``subpage_kinds``.
    ``reserved_slugs`` are sub-routes, which no child may have as its slug. Search and API fields
    are those of the mixin and of ``Page`` together.
    """

    base_form_class = LiftPageForm
    default_template = ""
    parent_kinds: tuple[type, ...] | None = None
    subpage_kinds: tuple[type, ...] = ()
    reserved_slugs: tuple[str, ...] = ()
    tabs: tuple[tuple[str, Any], ...] = ()
    planned_parent: AbstractPage | None = None
    """The parent of a new page, until the page is in the tree."""

    api_private_fields: tuple[str, ...] = ()
    api_fields = [
        *shown(translation_key=identities.translation_key),
        *ContactedPageMixin.api_fields,
        *ConductShownMixin.api_fields,
    ]

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Merge the bases' lists, so that a mixin's list does not replace that of ``Page``."""
        super().__init_subclass__(**kwargs)
        for name in _COMBINED:
            if name not in vars(cls):
                setattr(cls, name, _combined(getattr(base, name, ()) for base in cls.__bases__))
        join_previews(cls)

    @classproperty
    def api_base_form_class(cls) -> type:  # noqa: N805 -- a property of the class
        """Return the form that API version 3 writes with: the admin's form, adapted for the API."""
        return api_form_class(cls.base_form_class)

    @classmethod
    def clean_subpage_models(cls) -> list[type]:
        """Return the allowed child page types: those of ``subpage_kinds`` by default."""
        if getattr(cls, "subpage_types", None) is not None:
            return super().clean_subpage_models()
        return page_types(*cls.subpage_kinds)

    @classmethod
    def clean_parent_page_models(cls) -> list[type]:
        """Return the allowed parent page types: those of ``parent_kinds`` by default."""
        if cls.parent_kinds is None or getattr(cls, "parent_page_types", None) is not None:
            return super().clean_parent_page_models()
        return page_types(*cls.parent_kinds)

    @cached_classmethod
    def get_edit_handler(cls) -> Any:
        """Return the edit form's ``tabs``, leaving out those without panels."""
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
        """Return the panels listed in the class attribute ``name``."""
        return list(getattr(cls, name, []))

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[str] | str:
        """Return the page type's own template, then the package's as a fallback."""
        own = super().get_template(request, *args, **kwargs)
        names = [own] if isinstance(own, str) else list(own)
        return [*names, self.default_template]

    def get_page_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return the context that sub-routes share with the page: the page and its contact.

        It leaves out what only the page itself shows, to save queries.
        """
        return {
            "page": self,
            "self": self,
            "request": request,
            "contact": self.get_contact(),
        }

    restricted_among = staticmethod(restricted_among)

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return all view restrictions that apply, including those of the original or source."""
        return restrictions_on(self)

    def permissions_for_user(self, user: AbstractBaseUser | AnonymousUser) -> PagePermissionTester:
        """Return the user's permissions; an alias gives nobody access to its original."""
        return as_its_original_allows(super().permissions_for_user(user), self, user)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the sitemap entries; none for a page that not everybody may read."""
        return super().get_sitemap_urls(request) if is_for_all(self, request) else []

    def get_problems(self) -> dict[str, Problem]:
        """Return what blocks publishing, by field; never depends on the clock."""
        return self.get_problems_of_place()

    def get_problems_of_place(self) -> dict[str, Problem]:
        """Return what blocks publishing at this place in the tree, whatever the content."""
        above = self.page_above
        is_hidden = above is not None and self.hides_a_sub_route(above)
        return {"slug": Problem.SLUG_RESERVED} if is_hidden else {}

    def get_editor_notices(self, now: datetime) -> list[EditorNotice]:
        """Return notices for editors; they never block saving or publishing."""
        faults = refused_schedule(self)
        return [EditorNotice(Notice.SCHEDULE_REFUSED, "; ".join(faults))] if faults else []

    def get_starting_notices(self) -> list[EditorNotice]:
        """Return notices in the form of a page that is not stored yet."""
        return []

    def fill_in_defaults(self, parent: AbstractPage | None) -> None:
        """Fill in empty fields from the parent page; called before validation.

        ``parent`` is lazy: it is fetched on first use.
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

    def _specific_above(self) -> AbstractPage | None:
        above = self.page_above
        return above and above.specific_deferred

    @property
    def page_above(self) -> AbstractPage | None:
        """Return the parent page; of a new page, the parent it is created below."""
        return self.get_parent() if self.depth else self.planned_parent

    def save(self, clean: bool = True, *args: Any, **kwargs: Any) -> Any:
        """Save the page with its hosts and tags as one change, projected once.

        Raise ``PublishingRefused`` for a live page that ``publish()`` would refuse.
        """
        columns = kwargs.get("update_fields")
        with (
            whole_save(),
            transaction.atomic(),
            asked_before_saving(self, clean=clean, columns=columns) as is_left_to_clean,
        ):
            return super().save(is_left_to_clean, *args, **kwargs)

    save.alters_data = True

    def copy(self, *args: Any, **kwargs: Any) -> Self:
        """Copy the page; a recursive copy leaves out insights packs."""
        copy = super().copy(*args, **kwargs)
        forget_names(copy)
        delete_packs_below(copy)
        return copy

    copy.alters_data = True

    def update_aliases(self, **kwargs: Any) -> None:
        """Update the aliases, but only once this page is live: scheduling must not publish them.

        Aliases of an alias are always updated, because the content it shows is live.
        """
        if self.live or self.alias_of_id:
            super().update_aliases(**kwargs)

    update_aliases.alters_data = True

    def clean(self) -> None:
        """Raise ``ValidationError`` for what blocks publishing; drafts and autosave pass."""
        super().clean()
        if self.is_validation_deferred:
            return
        problems = self.get_problems()
        if problems:
            raise ValidationError(
                {f: ValidationError(p.label, code=p.value) for f, p in problems.items()}
            )

    def hides_a_sub_route(self, parent: AbstractPage) -> bool:
        """Return whether a sub-route of ``parent`` has this slug, making the page unreachable."""
        kind = getattr(parent, "specific_class", None)
        return kind is not None and self.slug in getattr(kind, "reserved_slugs", ())


def _combined(lists: Iterable[Iterable[Any]]) -> list[Any]:
    """Merge the lists; among entries of the same type and name, the first list's wins."""
    entries = [entry for entries in reversed(list(lists)) for entry in entries]
    return list({(type(entry), _name_of(entry)): entry for entry in entries}.values())


def _name_of(entry: Any) -> str:
    return str(getattr(entry, "field_name", None) or getattr(entry, "name", entry))
