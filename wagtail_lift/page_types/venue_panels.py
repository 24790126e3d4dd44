"""The form and panels in which editors describe a venue."""

import re
from typing import Any

from django.db import models
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel

from .draft_forms import DeferringFormMixin
from .host_panels import refused_panel

COORDINATES = ("latitude", "longitude")

_PAIR = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)\s*")


class CoordinatesFormMixin:
    """Lets people paste both coordinates at once, as maps copy them; put it before a form.

    The inputs are those of text: a browser drops a pair that is pasted into one for numbers.
    """

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_with_coordinates_apart(data, kwargs.get("prefix")), *args, **kwargs)
        for name in COORDINATES:
            if name in self.fields:
                self.fields[name].widget = TextInput(attrs={"autocomplete": "off"})


def _with_coordinates_apart(data: Any, prefix: str | None) -> Any:
    """Return what was sent, with both coordinates in their fields if both stand in the first."""
    latitude, longitude = (f"{prefix}-{name}" if prefix else name for name in COORDINATES)
    if data is None or data.get(longitude):
        return data
    pair = _PAIR.fullmatch(str(data.get(latitude) or ""))
    if pair is None:
        return data
    data = data.copy()
    data[latitude], data[longitude] = pair.groups()
    return data


class VenueForm(CoordinatesFormMixin, DeferringFormMixin, WagtailAdminModelForm):
    """The form of a venue."""


class VenuePanelsMixin(models.Model):
    """The panels of the edit form."""

    panels = [
        refused_panel(),
        FieldPanel("name"),
        FieldPanel("address"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(
                            "latitude",
                            help_text=_(
                                "For example 51.5007. You can paste both, as maps copy them: "
                                "51.5007, -0.1246."
                            ),
                        ),
                        FieldPanel("longitude"),
                    ]
                ),
                FieldPanel(
                    "map_url",
                    help_text=_("Made from the coordinates if left empty."),
                ),
            ],
            heading=_("Map"),
        ),
        FieldPanel("travel"),
        MultiFieldPanel(
            [
                FieldPanel("step_free"),
                FieldPanel("accessible_toilet"),
                FieldPanel("accessible_parking"),
                FieldPanel("hearing_loop"),
                FieldPanel("quiet_space"),
                FieldPanel("access_notes"),
            ],
            heading=_("Access"),
        ),
        FieldPanel("photos"),
        PublishingPanel(),
    ]
    base_form_class = VenueForm

    class Meta:
        abstract = True
