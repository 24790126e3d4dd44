"""The links of a host profile."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from .base import LiftStreamBlock, LiftStructBlock
from .unread import AddressBlock


class HostLinkBlock(LiftStructBlock):
    """A place where a host can be found. API: ``{"label": str, "url": str}``."""

    label = CharBlock(max_length=100)
    url = AddressBlock()

    class Meta:
        label = _("Link")
        icon = "link"
        description = _("A website or profile where this host can be found.")
        template = "wagtail_lift/blocks/host_link.html"
        label_format = "{label}"
        field_labels = {"label": _("Words to show"), "url": _("Web address")}
        preview_value = {"label": _("Our blog"), "url": "https://example.org/blog"}


class LinksStreamBlock(LiftStreamBlock):
    """The links of a host profile, in order."""

    link = HostLinkBlock()

    class Meta:
        icon = "link"
