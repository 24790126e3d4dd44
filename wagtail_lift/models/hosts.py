"""Host profiles: the people and organisations that hold conversations."""

from typing import Any, Self

import swapper
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.functional import classproperty
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TaggedItemBase
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model_string
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from ..api.fields import editable, editable_but_shown, editable_rich_text, shown
from ..api.forms import api_form_class
from ..api.values import hosts as values
from ..blocks import LinksStreamBlock
from ..enums import HostKind
from ..formats.text import as_title
from ..page_types import untranslated
from ..page_types.host_panels import HostPanelsMixin
from ..publishing.gate import GatedMixin
from .querysets import HostProfileQuerySet
from .tags import HostTagsField

HOST_MODEL: str = swapper.get_model_name("wagtail_lift", "HostProfile")


CONSENT = ("is_listed", "consent_given_by", "consent_given_on")
"""Consent to be listed; the same on every translation of the profile."""


class HostTag(TaggedItemBase):
    """A tag on a host profile, whichever model the site uses for it."""

    content_object = ParentalKey(
        HOST_MODEL, on_delete=models.CASCADE, related_name="tagged_host_items"
    )


class AbstractHostProfile(
    HostPanelsMixin,
    untranslated.UntranslatedFieldsMixin,
    GatedMixin,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A person or organisation that hosts events, with drafts, preview, search and translations.

    It is public only while it is live and the person or organisation has agreed to be listed.
    Consent is a fact about the person: ``actions.share_consent`` keeps it the same in every
    language, and no draft restores consent that was withdrawn since.
    """

    kind = models.CharField(
        _("kind"), max_length=20, choices=HostKind.as_choices, default=HostKind.PERSON
    )
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=200, null=True, blank=True, allow_unicode=True)
    honorific = models.CharField(
        _("honorific"), max_length=60, blank=True, help_text=_("Professor, Dr, Dame …")
    )
    position = models.CharField(_("role"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=60, blank=True)
    biography = RichTextField(_("biography"), blank=True, features=["bold", "italic", "link"])
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    photo_alt_text = models.CharField(_("photo, in words"), max_length=255, blank=True)
    website = models.URLField(_("website"), blank=True)
    links = StreamField(LinksStreamBlock(required=False), verbose_name=_("links"), blank=True)
    email = models.EmailField(
        _("private e-mail"), blank=True, help_text=_("For the organisers only; never shown.")
    )
    declines_recording = models.BooleanField(_("does not want to be recorded"), default=False)
    is_listed = models.BooleanField(
        _("has agreed to be listed"),
        default=False,
        help_text=_(
            "Without it the person is not shown in public, in any language. Withdrawing it takes "
            "effect at once, even in a draft; giving it takes effect when the profile is published."
        ),
    )
    consent_given_by = models.CharField(_("agreement given by"), max_length=200, blank=True)
    consent_given_on = models.DateField(_("agreement given on"), null=True, blank=True)
    consent_version = models.PositiveIntegerField(default=0, editable=False)
    tags = HostTagsField(
        through="wagtail_lift.HostTag",
        blank=True,
        verbose_name=_("tags"),
        related_name="lift_hosts",
    )
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

    objects = HostProfileQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=4),
        index.AutocompleteField("name"),
        index.SearchField("position"),
        index.SearchField("organisation"),
        index.SearchField("biography"),
        index.FilterField("kind"),
        index.FilterField("live"),
        index.FilterField("is_listed"),
        index.FilterField("locale"),
    ]

    api_fields = [
        *editable("kind", "name", "slug", "honorific", "position", "organisation", "pronouns"),
        *shown(display_name=values.display_name, initials=values.initials),
        *editable_rich_text("biography"),
        *editable_but_shown(photo=values.photo),
        *editable("photo_alt_text", "website", "links"),
        *editable_but_shown(tags=values.tags),
    ]
    api_private_fields = ("email", "declines_recording", *CONSENT)
    override_translatable_fields = [
        *untranslated.kept_out(*CONSENT),
        *untranslated.same_in_every_language("email", "declines_recording"),
        *untranslated.copied_but_overridable("name", "slug"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.display_name

    @classproperty
    def api_base_form_class(cls) -> type:  # noqa: N805 -- a property of the class
        """Return the admin form as API version 3 uses it: it keeps what the API does not show."""
        return api_form_class(getattr(cls, "base_form_class", None) or WagtailAdminModelForm)

    @property
    def display_name(self) -> str:
        """Return the name with its honorific."""
        return f"{self.honorific} {self.name}".strip()

    @property
    def initials(self) -> str:
        """Return one or two capital letters to show instead of a photo."""
        words = [word for word in self.name.split() if word[0].isalnum()]
        ends = words if len(words) < 2 else [words[0], words[-1]]
        return "".join(word[0] for word in ends).upper()

    def photo_spec(self, size: int) -> str:
        """Return the rendition of the photo at most that wide and high: a logo is never cropped."""
        crop = "max" if self.kind == HostKind.ORGANISATION else "fill"
        return f"{crop}-{size}x{size}"

    @property
    def affiliation(self) -> str:
        """Return role and organisation in one phrase."""
        return ", ".join(part for part in (self.position, self.organisation) if part)

    @property
    def is_public(self) -> bool:
        """Return whether the profile may be shown: published, with consent."""
        return self.live and self.is_listed

    @property
    def status_label(self) -> str:
        """Return why the profile is not listed; empty if it is public."""
        if not self.is_listed:
            return str(_("not listed: no consent"))
        return "" if self.live else str(_("not listed: not published"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the profile and all that follows from it, such as consent, as one change."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    save.alters_data = True

    def clean(self) -> None:
        """Set a free slug, and require who gave consent and when."""
        super().clean()
        self.name = as_title(self.name)
        if not self.slug and self.name:
            self.slug = self._free_slug()
        taken = self._siblings().filter(slug=self.slug) if self.slug else None
        errors = {}
        if taken is not None and taken.exists():
            errors["slug"] = _("Another host has this slug. Choose a different one.")
        if not self.is_validation_deferred and self.is_listed:
            if not self.consent_given_by:
                errors["consent_given_by"] = _("Say who gave the agreement.")
            if not self.consent_given_on:
                errors["consent_given_on"] = _("Say when the agreement was given.")
        if errors:
            raise ValidationError(errors)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Return the profile as in a revision, but with current consent if the revision's is older.

        A revision made before consent was last given or withdrawn does not know of it.
        """
        draft = super().with_content_json(content)
        if draft.consent_version != self.consent_version:
            draft.take_consent_of(self)
        return draft

    def take_consent_of(self, other: "AbstractHostProfile") -> None:
        """Copy the consent of another instance, without saving."""
        for name in (*CONSENT, "consent_version"):
            setattr(self, name, getattr(other, name))

    def gives_consent_unseen(self, seen: int | None) -> bool:
        """Return whether this gives consent without having seen its latest change.

        ``seen`` is the ``consent_version`` that the editor has seen, ``None`` if unknown.
        """
        if seen is None or not (self.pk and self.is_listed):
            return False
        stored = type(self)._default_manager.get(pk=self.pk)
        facts = [(getattr(self, name), getattr(stored, name)) for name in CONSENT]
        return seen != stored.consent_version and any(said != known for said, known in facts)

    def _siblings(self) -> models.QuerySet[Self]:
        locale_id = self.locale_id or self.get_default_locale().pk
        return type(self)._default_manager.filter(locale_id=locale_id).exclude(pk=self.pk)

    def _free_slug(self) -> str:
        base = slugify(self.name, allow_unicode=True)[:190] or "host"
        taken = set(self._siblings().filter(slug__startswith=base).values_list("slug", flat=True))
        candidates = (f"{base}-{n}" if n > 1 else base for n in range(1, len(taken) + 2))
        return next(slug for slug in candidates if slug not in taken)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return the preview template; its context has the profile as ``host``."""
        return "wagtail_lift/host_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the context of the preview."""
        return {**super().get_preview_context(request, mode_name), "host": self}


class HostProfile(AbstractHostProfile):
    """The package's own host profile; a site swaps it with ``WAGTAIL_LIFT_HOSTPROFILE_MODEL``."""

    class Meta(AbstractHostProfile.Meta):
        abstract = False
        swappable = swapper.swappable_setting("wagtail_lift", "HostProfile")


def get_host_model() -> type[AbstractHostProfile]:
    """Return the site's host profile model."""
    return swapper.load_model("wagtail_lift", "HostProfile")
