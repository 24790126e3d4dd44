"""Choosing a host in the admin, or making one there."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.images.fields import WagtailImageField
from wagtail.images.models import AbstractImage
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser, SnippetChooserAdapter

from ..actions import add_picture
from ..http.odd_characters import PlainAddressMixin
from ..models import AbstractHostProfile, get_host_model
from .chooser_creation import (
    CreateInChooserView,
    CreationForm,
    LiftChooserViewSet,
    creation_form,
)
from .picture_upload import uploaded_picture


def name_with_status(host: AbstractHostProfile) -> str:
    """Return a host's name and, if readers do not see the profile, why."""
    label = host.status_label
    return f"{host.display_name} ({label})" if label else str(host.display_name)


class NameWithStatusMixin:
    """Shows hosts by name and, if readers do not see them, why."""

    def get_display_title(self, instance: AbstractHostProfile) -> str:
        """Return the name shown for a chosen host."""
        return name_with_status(instance)


def listed_label(host: AbstractHostProfile) -> str:
    """Return in a word or two whether readers see a host."""
    return str(host.status_label) or str(_("Listed"))


class HostChooser(NameWithStatusMixin, AdminSnippetChooser):
    """The field in which a host is chosen."""

    icon = "group"

    def __init__(self, model: type[AbstractHostProfile] | None = None, **kwargs: Any) -> None:
        super().__init__(model or get_host_model(), **kwargs)


class ListedColumnMixin:
    """Adds a “Listed” column to the chooser's table."""

    @property
    def columns(self) -> list[Column]:
        """Return the columns."""
        return [*super().columns, Column("status_label", label=_("Listed"), accessor=listed_label)]


class HostChosenView(NameWithStatusMixin, SnippetChosenView):
    """Answers with the host that was chosen."""


class HostChosenMultipleView(NameWithStatusMixin, SnippetChosenMultipleView):
    """Answers with the hosts that were chosen."""


class HostCreationForm(CreationForm):
    """Who it is, and whether they agreed to be listed: by themselves and today, if not said."""

    picture = WagtailImageField(label=_("Photo or logo"), required=False)
    field_order = ["name", "organisation", "position", "kind", "website", "picture"]

    image: AbstractImage | None = None
    """The picture that was uploaded, not saved yet."""

    def clean(self) -> dict[str, Any]:
        """Fill in who agreed, and when; check the picture as the image library does."""
        cleaned = super().clean()
        if cleaned.get("is_listed"):
            given_by = cleaned.get("consent_given_by") or cleaned.get("name") or ""
            cleaned["consent_given_by"] = given_by
            cleaned["consent_given_on"] = cleaned.get("consent_given_on") or timezone.localdate()
        if file := cleaned.get("picture"):
            self._take_picture(file, cleaned.get("name") or file.name)
        return cleaned

    def _take_picture(self, file: Any, name: str) -> None:
        try:
            self.image = uploaded_picture(file, name=name, user=self.for_user)
        except ValidationError as error:
            self.add_error("picture", error)
        else:
            if self.errors:  # a browser sends a file once
                self.add_error("picture", _("Choose the picture again, once the rest is right."))


CREATION_FIELDS = {
    "name": None,
    "organisation": None,
    "position": None,
    "kind": None,
    "website": None,
    "is_listed": _("Without it the person is not shown in public."),
    "consent_given_by": _("The person, if you leave it empty."),
    "consent_given_on": _("Today, if you leave it empty."),
}
"""What is asked of a new host, and help where the profile's own would not do."""


class HostCreateView(NameWithStatusMixin, CreateInChooserView):
    """Adds a host, with the picture that was uploaded, and answers with it."""

    def save_form(self, form: forms.ModelForm) -> Model:
        """Add the picture first, if there is one."""
        with transaction.atomic():
            if form.image is not None:
                form.instance.photo = add_picture(form.image, user=self.request.user)
            return super().save_form(form)


class HostChooseView(PlainAddressMixin, ListedColumnMixin, ChooseView):
    """The list to choose from."""


class HostChooseResultsView(PlainAddressMixin, ListedColumnMixin, ChooseResultsView):
    """The rows of the list to choose from."""


class HostChooserViewSet(LiftChooserViewSet):
    """The views for choosing a host."""

    widget_class = HostChooser
    widget_telepath_adapter_class = SnippetChooserAdapter
    choose_view_class = HostChooseView
    choose_results_view_class = HostChooseResultsView
    chosen_view_class = HostChosenView
    create_view_class = HostCreateView
    create_action_label = _("Add a new host")
    chosen_multiple_view_class = HostChosenMultipleView

    @cached_property
    def creation_form_class(self) -> type[forms.ModelForm]:
        """Return the form, with those of its fields that the site's host model has."""
        return creation_form(get_host_model(), HostCreationForm, CREATION_FIELDS)
