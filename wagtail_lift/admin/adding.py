"""Adding an event or a pack: the places where it usually belongs, each one click away."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.models import AbstractPage

from ..models import get_page_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ..models.querysets import page_policy
from ..packs.due import without_pack

MOST_PLACES = 50


def adding_urls() -> list[URLPattern]:
    """Return the URL at which an editor chooses where to add a page of a type."""
    return [
        path("lift/add/<str:app_label>/<str:model_name>/", AddPageView.as_view(), name="lift_add")
    ]


def add_url(model: type[AbstractPage]) -> str:
    """Return the URL at which a page of a type is added."""
    return reverse("lift_add", args=[model._meta.app_label, model._meta.model_name])


def add_label(model: type[AbstractPage]) -> str:
    """Return the words of the link to it."""
    return gettext("Add %(type)s") % {"type": model._meta.verbose_name}


def addable_types(kind: type) -> list[type[AbstractPage]]:
    """Return the page types of a kind of which an editor can make pages."""
    return [model for model in page_types(kind) if model.is_creatable]


class AddPageView(ChooseParentView):
    """Lists the places for a new page; where there is one programme, an event's form opens at once.

    Those of an event are programmes. Those of a pack are events that have taken place and have no
    pack, latest first, and programmes for a guide without an event. Only what the user may add to
    is listed, in every language.
    """

    template_name = "wagtail_lift/admin/add_page.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the page type; only those of events and packs have usual places."""
        asked = kwargs["app_label"], kwargs["model_name"]
        types = [*addable_types(EventKind), *addable_types(PackKind)]
        known = {(model._meta.app_label, model._meta.model_name): model for model in types}
        if asked not in known:
            raise Http404
        self.model = known[asked]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """List the places; for a pack also if there is one event, as it may be about none."""
        if self.is_pack:
            return self.render_to_response(self.get_context_data())
        return super().get(request, *args, **kwargs)

    @property
    def is_pack(self) -> bool:
        """Return whether a pack is added."""
        return issubclass(self.model, PackKind)

    def get_locale(self) -> None:
        """Return ``None``: places in every language are offered."""

    def get_valid_parent_pages(self, user: Any) -> QuerySet[Any]:
        """Return the usual places that the user may add to."""
        pages = super().get_valid_parent_pages(user)
        if self.is_pack:
            return without_pack(pages, timezone.now())
        return pages.order_by("title", "pk")

    def get_programmes(self) -> QuerySet[Any]:
        """Return the programmes to which the user may add a guide without an event."""
        pages = super().get_valid_parent_pages(self.request.user)
        return pages.type(*page_types(ProgrammeKind)).order_by("title", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the places, and the way to any other."""
        context = super().get_context_data(**kwargs)
        options = self.model._meta
        label, name = options.app_label, options.model_name
        places = self._offered(self.get_valid_parent_pages(self.request.user))
        programmes = self._offered(self.get_programmes()) if self.is_pack else []
        return {
            **context,
            "is_pack": self.is_pack,
            "header_title": add_label(self.model),
            "places": places,
            "programmes": programmes,
            "several_languages": len({p.locale_id for p, _url in [*places, *programmes]}) > 1,
            "elsewhere_url": reverse("wagtailadmin_pages:choose_parent", args=[label, name]),
        }

    def _offered(self, pages: QuerySet[Any]) -> list[tuple[AbstractPage, str]]:
        label, name = self.model._meta.app_label, self.model._meta.model_name
        return [
            (page, reverse("wagtailadmin_pages:add", args=[label, name, page.pk]))
            for page in pages.select_related("locale")[:MOST_PLACES]
        ]


def offer_adding(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Put “Add event” and “Add insights pack” first in the group, for users who may add pages."""
    if page_policy(get_page_model()).user_has_permission(request.user, "add"):
        menu_items[:0] = [
            MenuItem(add_label(model), add_url(model), name=f"lift-add-{number}", icon_name="plus")
            for number, model in enumerate([*addable_types(EventKind), *addable_types(PackKind)])
        ]
