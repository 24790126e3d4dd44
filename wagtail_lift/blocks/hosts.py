"""Choosing host profiles in blocks, whichever model the site uses for them."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import swapper
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChooserBlock, StructValue


class HostChooserBlock(ChooserBlock):
    """A host profile. API: its id, see ``shown_ids``.

    Consent is asked where a name is shown: templates ask ``is_public`` of the profile.
    """

    class Meta:
        label = _("Host")
        icon = "group"

    @cached_property
    def target_model(self) -> type[Model]:
        """Return the site's host model."""
        model: type[Model] = swapper.load_model("wagtail_lift", "HostProfile")
        return model

    @cached_property
    def widget(self) -> Any:
        """Return the field in which the admin chooses a host."""
        return self.target_model.snippet_viewset.chooser_viewset.widget_class()


def known_hosts(value: StructValue) -> list[Any]:
    """Return the hosts in the ``speakers`` of a value, without gaps of drafts and deleted ones."""
    return [host for host in value.get("speakers") or () if host is not None]


def shown_ids(hosts: Iterable[Any] | None) -> list[Any]:
    """Return the ids of the hosts who may be shown."""
    return [host.pk for host in hosts or () if host is not None and host.is_public]


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    HostChooserBlock: "wagtail_lift.blocks.HostChooserBlock",
}
