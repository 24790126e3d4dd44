"""Choosing a venue in the admin, or making one there."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser, SnippetChooserAdapter

from ..http.odd_characters import PlainAddressMixin
from ..models import Venue
from ..page_types.venue_panels import CoordinatesFormMixin
from .chooser_creation import (
    CreateInChooserView,
    CreationForm,
    LiftChooserViewSet,
    creation_form,
)


def name_with_status(venue: Venue) -> str:
    """Return the name of a venue and, if readers do not see it, why."""
    label = venue.status_label
    return f"{venue.name} ({label})" if label else str(venue.name)


class NameWithStatusMixin:
    """Shows venues by name and, if readers do not see them, why."""

    def get_display_title(self, instance: Venue) -> str:
        """Return the name shown for a chosen venue."""
        return name_with_status(instance)


class VenueChooser(NameWithStatusMixin, AdminSnippetChooser):
    """The field in which a venue is chosen."""

    icon = "home"

    def __init__(self, model: type[Venue] | None = None, **kwargs: Any) -> None:
        super().__init__(model or Venue, **kwargs)


class AddressColumnMixin:
    """Adds the address to the chooser's table, by which venues of one name are told apart."""

    @property
    def columns(self) -> list[Column]:
        """Return the columns."""
        return [*super().columns, Column("address", label=_("Address"))]


class VenueChosenView(NameWithStatusMixin, SnippetChosenView):
    """Answers with the venue that was chosen."""


class VenueChosenMultipleView(NameWithStatusMixin, SnippetChosenMultipleView):
    """Answers with the venues that were chosen."""


class VenueCreationForm(CoordinatesFormMixin, CreationForm):
    """Where it is, and what people with access needs ask first."""


CREATION_FIELDS = {
    "name": None,
    "address": None,
    "latitude": _("You can paste both, as maps copy them: 51.5007, -0.1246."),
    "longitude": None,
    "step_free": None,
    "accessible_toilet": None,
}
"""What is asked of a new venue, and help where the venue's own would not do."""


class VenueCreateView(NameWithStatusMixin, CreateInChooserView):
    """Adds a venue, and answers with it."""


class VenueChooseView(PlainAddressMixin, AddressColumnMixin, ChooseView):
    """The list to choose from."""


class VenueChooseResultsView(PlainAddressMixin, AddressColumnMixin, ChooseResultsView):
    """The rows of the list to choose from."""


class VenueChooserViewSet(LiftChooserViewSet):
    """The views for choosing a venue."""

    icon = "home"
    widget_class = VenueChooser
    widget_telepath_adapter_class = SnippetChooserAdapter
    choose_view_class = VenueChooseView
    choose_results_view_class = VenueChooseResultsView
    chosen_view_class = VenueChosenView
    create_view_class = VenueCreateView
    create_action_label = _("Add a new venue")
    chosen_multiple_view_class = VenueChosenMultipleView

    @cached_property
    def creation_form_class(self) -> type[forms.ModelForm]:
        """Return the form of a new venue."""
        return creation_form(Venue, VenueCreationForm, CREATION_FIELDS)
