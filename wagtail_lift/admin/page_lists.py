"""Lists of all pages of a kind, across the site's page types."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Left, Length
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import AbstractPage

from ..http.odd_characters import PlainAddressMixin
from ..lists.searches import words_of
from ..models.kinds import page_types
from ..models.page_model import get_page_model
from ..models.querysets import page_policy
from .adding import add_label, add_url, addable_types
from .exports import ColumnExportMixin
from .list_style import WIDE_ONLY, StyledListMixin
from .menu import SUBMENU_HOOK, PagesMenuItem

TITLE_COLUMN = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
PUBLISHED_COLUMN = PageStatusColumn(
    "live", label=_("Page"), sort_key="live", width="10%", classname=WIDE_ONLY
)


class KindListView(PlainAddressMixin, StyledListMixin, ColumnExportMixin, IndexView):
    """Lists only the pages of ``kind`` that the user may explore, also when searching."""

    kind: type
    template_name = "wagtail_lift/admin/page_list.html"
    default_ordering = "-latest_revision_created_at"

    def get_base_queryset(self) -> QuerySet:
        """Return the pages as their specific types, with the annotations that the columns show."""
        may_see = self.permission_policy.explorable_instances(self.request.user)
        pages = self.model.objects.filter(depth__gt=1).type(*page_types(self.kind))
        return self.annotate_queryset(pages.filter(pk__in=may_see.order_by().values("pk")))

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Add the title of the parent page."""
        above = self.model.objects.filter(
            path=Left(OuterRef("path"), Length(OuterRef("path")) - self.model.steplen)
        )
        with_parent = pages.annotate(parent_title=Subquery(above.order_by().values("title")[:1]))
        return super().annotate_queryset(with_parent)

    @cached_property
    def search_query(self) -> str:
        """Return the plain words that are searched for."""
        return words_of(super().search_query)

    @cached_property
    def is_searching(self) -> bool:
        """Return whether anything was typed, be it no word."""
        return bool(self.request.GET.get(self.search_kwarg, "").strip())

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the matches; none if what was typed has no word."""
        if self.is_searching and not self.search_query:
            return queryset.none()
        return super().search_queryset(queryset)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Return an “Add” button for each type of the kind, if the user may add pages."""
        may_add = self.permission_policy.user_has_permission(self.request.user, "add")
        return [
            HeaderButton(label=add_label(model), url=add_url(model), icon_name="plus")
            for model in addable_types(self.kind)
            if may_add
        ]

    def get_page_subtitle(self) -> str:
        """Return nothing: the title says what is listed."""
        return ""


class KindListViewSet(PageListingViewSet):
    """A list in the events group of the menu."""

    menu_hook = SUBMENU_HOOK

    @property
    def model(self) -> type[AbstractPage]:
        """Return the site's base page model."""
        return get_page_model()

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out the button to add a page of the base model."""
        return super().get_common_view_kwargs(**{"add_url_name": None, **kwargs})

    def get_urlpatterns(self) -> list[Any]:
        """Return the list and its results; each page type has its own URL for adding a page."""
        return [url for url in super().get_urlpatterns() if url.name != "choose_parent"]

    def get_menu_item(self, order: int | None = None) -> PagesMenuItem:
        """Return the menu item, shown only to users who may open the list."""
        item = PagesMenuItem(
            self.menu_label,
            self.menu_url,
            name=self.menu_name,
            icon_name=self.menu_icon,
            order=self.menu_order,
        )
        item.permission_policy = page_policy(self.model)
        return item
