"""Venues: places at which events take place again and again."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from ..api.fields import editable, editable_rich_text
from ..api.forms import api_form_class
from ..blocks import PhotosStreamBlock
from ..domain.places import VenueFacts, coordinate_problems
from ..formats.text import as_title
from ..page_types import untranslated
from ..page_types.venue_panels import VenuePanelsMixin
from ..publishing.gate import GatedMixin
from .accessible import AccessiblePlaceMixin

DECIMALS = 6
"""Decimal places of a coordinate: a tenth of a metre."""

ACCESS_FIELDS = tuple(field.name for field in AccessiblePlaceMixin._meta.local_fields)


class Venue(
    VenuePanelsMixin,
    untranslated.UntranslatedFieldsMixin,
    GatedMixin,
    AccessiblePlaceMixin,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A place that events choose instead of typing it, with drafts, preview and translations.

    Readers see it while it is live, in their language where that translation is live. A change
    that is published is told of all dates to come; dates that have begun stay as they were.
    Coordinates are degrees of WGS 84.
    """

    name = models.CharField(_("name"), max_length=200)
    address = models.TextField(_("address"), blank=True)
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    map_url = models.URLField(_("link to a map"), blank=True)
    travel = RichTextField(
        _("how to get there"), blank=True, features=["bold", "italic", "link", "ul"]
    )
    access_notes = models.TextField(_("anything else about access"), blank=True)
    photos = StreamField(PhotosStreamBlock(required=False), verbose_name=_("photos"), blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("locked by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    locked_by.wagtail_reference_index_ignore = True

    search_fields = [
        index.SearchField("name", boost=4),
        index.AutocompleteField("name"),
        index.SearchField("address"),
        index.FilterField("live"),
        index.FilterField("locale"),
    ]
    api_fields = [
        *editable("name", "address", "latitude", "longitude", "map_url"),
        *editable_rich_text("travel"),
        *editable(*ACCESS_FIELDS, "access_notes", "photos"),
    ]
    api_private_fields: tuple[str, ...] = ()
    override_translatable_fields = [
        *untranslated.same_in_every_language("latitude", "longitude", *ACCESS_FIELDS),
        *untranslated.copied_but_overridable("name", "address", "map_url"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @classproperty
    def api_base_form_class(cls) -> type:  # noqa: N805 -- a property of the class
        """Return the admin form as API version 3 uses it."""
        return api_form_class(cls.base_form_class)

    @property
    def facts(self) -> VenueFacts:
        """Return what the location of an event tells of it."""
        return VenueFacts(self.name, self.address, self.map_url, self.latitude, self.longitude)

    @property
    def status_label(self) -> str:
        """Return why readers do not see the venue; empty if they do."""
        return "" if self.live else str(_("not published"))

    def clean(self) -> None:
        """Round coordinates, and require both or none."""
        super().clean()
        self.name = as_title(self.name)
        for name in ("latitude", "longitude"):
            degree = getattr(self, name)
            setattr(self, name, degree if degree is None else round(degree, DECIMALS))
        problems = coordinate_problems(self.latitude, self.longitude)
        if problems and not self.is_validation_deferred:
            raise ValidationError(
                {name: ValidationError(p.label, code=p.value) for name, p in problems.items()}
            )

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return the preview template; its context has the venue as ``venue``."""
        return "wagtail_lift/venue_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the context of the preview."""
        return {**super().get_preview_context(request, mode_name), "venue": self}
