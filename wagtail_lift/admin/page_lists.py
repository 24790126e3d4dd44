"""Lists of all pages of a kind, across the site's page types."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import AbstractPage

from ..http.odd_characters import PlainAddressMixin
from ..models.kinds import page_types
from ..models.page_model import get_page_model
from ..models.querysets import page_policy
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
    def header_buttons(self) -> list[HeaderButton]:
        """Return an “Add” button for each type of the kind, if the user may add pages."""
        user = self.request.user
        return [
            HeaderButton(
                label=gettext("Add %(type)s") % {"type": model._meta.verbose_name},
                url=reverse(
                    "wagtailadmin_pages:choose_parent",
                    args=[model._meta.app_label, model._meta.model_name],
                ),
                icon_name="plus",
            )
            for model in page_types(self.kind)
            if model.is_creatable and self.permission_policy.user_has_permission(user, "add")
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
