"""Whom readers of a page may contact: by name, mail, or a page."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from ..access.privacy import is_unrestricted
from ..api.fields import editable, editable_but_shown, shown
from ..api.values import events as api_content
from ..models.page_model import PAGE_MODEL
from .untranslated import UntranslatedFieldsMixin, copied_but_overridable


class Contact(NamedTuple):
    """Who to contact: at least one of the three is set."""

    name: str
    email: str
    url: str


class ContactedPageMixin(UntranslatedFieldsMixin):
    """The contact of a page."""

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
    override_translatable_fields = copied_but_overridable("contact_name")

    class Meta(UntranslatedFieldsMixin.Meta):
        abstract = True

    def get_contact(self) -> Contact | None:
        """Return the contact, or ``None`` if nothing was entered."""
        url = self.contact_url
        page = self.contact_page
        if page is not None and page.live and is_unrestricted(page):
            url = page.url or url
        if not (self.contact_name or self.contact_email or url):
            return None
        return Contact(self.contact_name, self.contact_email, url)
