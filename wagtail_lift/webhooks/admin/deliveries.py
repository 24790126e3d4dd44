"""The log of deliveries: read only, but for sending one again."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from ...admin.list_style import WIDE_ONLY, StyledListMixin
from ...http.odd_characters import PlainAddressMixin
from ..models import Delivery
from .strangers import refuse_strangers


class DeliveryListView(PlainAddressMixin, StyledListMixin, IndexView):
    """All deliveries, the newest first."""

    any_permission_required = ("view", "change")

    def get_base_queryset(self) -> Any:
        """Return the deliveries with their webhooks."""
        return super().get_base_queryset().select_related("endpoint")


class DeliveryInspectView(InspectView):
    """One delivery; the message is written as it is sent."""

    any_permission_required = ("view", "change")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the message, and whether this user may send it again."""
        context = super().get_context_data(**kwargs)
        may_send = self.permission_policy.user_has_permission(self.request.user, "change")
        return {**context, "delivery": self.object, "may_send": may_send}


class DeliveryViewSet(ModelViewSet):
    """Deliveries: nobody adds, edits or deletes one by hand."""

    model = Delivery
    name = "lift_deliveries"
    url_prefix = "lift/deliveries"
    icon = "history"
    menu_label = _("Deliveries")
    index_view_class = DeliveryListView
    inspect_view_class = DeliveryInspectView
    inspect_template_name = "wagtail_lift/admin/delivery.html"
    inspect_view_enabled = True
    inspect_view_fields = [
        "endpoint",
        "type",
        "created_at",
        "state",
        "attempts",
        "status_code",
        "fault",
        "due_at",
        "finished_at",
    ]
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields: list[str] = []
    list_display = [
        "type",
        "endpoint",
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("status_code", label=_("Answer"), classname=WIDE_ONLY),
        Column("attempts", label=_("Attempts"), classname=WIDE_ONLY),
        DateColumn("created_at", label=_("Created"), sort_key="created_at", classname=WIDE_ONLY),
    ]
    list_filter = ["endpoint", "state", "type"]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return the options of the list, without the ways to write."""
        return {**super().get_index_view_kwargs(**kwargs), **_READ_ONLY, "add_url_name": None}

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return the options of one delivery's page, without the ways to write."""
        return {**super().get_inspect_view_kwargs(**kwargs), **_READ_ONLY}

    def get_urlpatterns(self) -> list[Any]:
        """Return the list and the page of one delivery."""
        shown = ("index", "index_results", "inspect")
        patterns = [pattern for pattern in super().get_urlpatterns() if pattern.name in shown]
        return refuse_strangers(patterns, self.model)


_READ_ONLY = {"edit_url_name": None, "delete_url_name": None}
