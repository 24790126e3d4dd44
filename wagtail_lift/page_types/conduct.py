"""The code of conduct of a page and its safeguarding contact: said here, or by a page above."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from ..api.fields import editable, editable_but_shown, shown
from ..api.values import conduct as api_content
from ..domain.conduct import Conduct
from ..events.conduct import conduct_of
from ..models.page_model import PAGE_MODEL
from .untranslated import copied_but_overridable, same_in_every_language


class ConductShownMixin(models.Model):
    """Shows the code of conduct and the safeguarding contact that hold for a page."""

    api_fields = shown(
        code_of_conduct=api_content.code_of_conduct, safeguarding=api_content.safeguarding
    )

    class Meta:
        abstract = True

    def get_conduct(self) -> Conduct:
        """Return what holds here: of this page, else of the nearest programme above that says it.

        A code of conduct that is a page counts only while everybody may read it.
        """
        return conduct_of(self)


class ConductMixin(models.Model):
    """What a programme says for all that is below it, and an event for itself."""

    conduct_page = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("page with the code of conduct"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    conduct_url = models.URLField(_("code of conduct on another website"), blank=True)
    safeguarding_name = models.CharField(_("safeguarding contact"), max_length=200, blank=True)
    safeguarding_email = models.EmailField(_("e-mail of the safeguarding contact"), blank=True)
    safeguarding_phone = models.CharField(
        _("phone number of the safeguarding contact"), max_length=50, blank=True
    )

    conduct_panel = MultiFieldPanel(
        [
            FieldPanel("conduct_page"),
            FieldPanel("conduct_url"),
            FieldPanel("safeguarding_name"),
            FieldPanel("safeguarding_email"),
            FieldPanel("safeguarding_phone"),
        ],
        heading=_("Code of conduct and safeguarding"),
        help_text=_("What is left empty comes from the programme above. Readers see both."),
        classname="collapsed",
    )
    api_fields = [
        *editable_but_shown(conduct_page=api_content.conduct_page),
        *editable("conduct_url"),
        *editable("safeguarding_name", "safeguarding_email", "safeguarding_phone"),
    ]
    override_translatable_fields = [
        *copied_but_overridable("conduct_page", "conduct_url"),
        *copied_but_overridable("safeguarding_name", "safeguarding_email"),
        *same_in_every_language("safeguarding_phone"),
    ]

    class Meta:
        abstract = True
