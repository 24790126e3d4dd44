"""The list of webhooks, their form, and a page for each with its deliveries and its secret."""

from typing import Any

from django.forms import CheckboxSelectMultiple, MultipleChoiceField
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from ...admin.list_style import WIDE_ONLY, StyledListMixin
from ...admin.menu import SUBMENU_HOOK
from ...http.odd_characters import PlainAddressMixin
from ..actions import give_first_secret
from ..enums import ChangeType
from ..models import Endpoint
from .strangers import refuse_strangers

SHOWN = 20
"""How many deliveries the page of a webhook shows; the list has them all."""


class EndpointForm(WagtailAdminModelForm):
    """Name, address, and what it is told: everything if nothing is ticked."""

    types = MultipleChoiceField(
        label=_("What it is told"),
        choices=ChangeType.as_choices,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=_("Everything, if you tick nothing."),
    )

    class Meta:
        model = Endpoint
        fields = ["name", "url", "types", "is_active"]


class EndpointListView(PlainAddressMixin, StyledListMixin, IndexView):
    """All webhooks."""


class EndpointCreateView(CreateView):
    """Adds a webhook with its secret, and leads to its page."""

    def save_instance(self) -> Endpoint:
        """Save the webhook and give it a secret."""
        endpoint: Endpoint = super().save_instance()
        give_first_secret(endpoint)
        return endpoint

    def get_success_url(self) -> str:
        """Return the page of the webhook, where its secret is shown once."""
        return reverse("lift_webhooks:inspect", args=[self.object.pk])


class EndpointInspectView(InspectView):
    """A webhook: its facts, its secret, a test, and the deliveries of late."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the deliveries and what this user may do."""
        context = super().get_context_data(**kwargs)
        policy, user = self.permission_policy, self.request.user
        newest = self.object.secrets.order_by("-pk").first()
        return {
            **context,
            "endpoint": self.object,
            "deliveries": self.object.deliveries.select_related("change")[:SHOWN],
            "may_change": policy.user_has_permission(user, "change"),
            "is_secret_unseen": newest is not None and newest.shown_at is None,
        }


def told_label(endpoint: Endpoint) -> str:
    """Return in a few words what a webhook is told."""
    return ", ".join(endpoint.types) if endpoint.types else str(_("everything"))


class EndpointViewSet(ModelViewSet):
    """Webhooks in the menu, for those with a permission on them."""

    model = Endpoint
    name = "lift_webhooks"
    url_prefix = "lift/webhooks"
    icon = "link-external"
    menu_label = _("Webhooks")
    menu_name = "lift-webhooks"
    menu_order = 90
    menu_hook = SUBMENU_HOOK
    index_view_class = EndpointListView
    add_view_class = EndpointCreateView
    inspect_view_class = EndpointInspectView
    inspect_template_name = "wagtail_lift/admin/webhook.html"
    inspect_view_enabled = True
    inspect_view_fields = ["url", "types", "is_active", "created_at"]
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["name", "url", "types", "is_active"]
    list_display = [
        "name",
        Column("url", label=_("Address"), classname=WIDE_ONLY),
        Column("told", label=_("What it is told"), accessor=told_label, classname=WIDE_ONLY),
        BooleanColumn("is_active", label=_("Active")),
    ]
    list_filter = ["is_active"]
    search_fields = ["name", "url"]

    def get_urlpatterns(self) -> list[Any]:
        """Return the addresses, for those with a right on webhooks."""
        return refuse_strangers(super().get_urlpatterns(), self.model)

    def get_form_class(self, for_update: bool = False) -> type[EndpointForm]:
        """Return the form of a webhook."""
        return EndpointForm
