"""Where an event is, how people take part, and its access provisions."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..enums import AccessFeature, AttendanceMode, JoinLinkRule, Recording, word_or
from ..formats.languages import label_in, language_of
from ..models.located import LocatedMixin

MOST_MINUTES = 14 * 24 * 60
"""How early everyone may see the join link: two weeks before the start, in minutes."""


class EventAttendanceMixin(LocatedMixin):
    """Place, online room and access. ``join_url`` is private: see ``join_link_rule``."""

    join_link_rule = models.CharField(
        _("who gets the join link"),
        max_length=20,
        choices=JoinLinkRule.as_choices,
        default=JoinLinkRule.BY_BOOKING,
    )
    join_link_minutes = models.PositiveSmallIntegerField(
        _("minutes before the start"),
        default=15,
        validators=[MaxValueValidator(MOST_MINUTES)],
        help_text=_("How long before the start the link is shown, where everyone sees it."),
    )

    step_free = models.BooleanField(AccessFeature.STEP_FREE.label, default=False)
    hearing_loop = models.BooleanField(AccessFeature.HEARING_LOOP.label, default=False)
    captions = models.BooleanField(AccessFeature.CAPTIONS.label, default=False)
    sign_language = models.BooleanField(AccessFeature.SIGN_LANGUAGE.label, default=False)
    quiet_space = models.BooleanField(AccessFeature.QUIET_SPACE.label, default=False)
    recording = models.CharField(
        _("recording"),
        max_length=3,
        choices=Recording.as_choices,
        default=Recording.UNKNOWN,
        blank=True,
    )
    languages = models.CharField(
        _("languages"), max_length=200, blank=True, help_text=_("Spoken or signed, as people say.")
    )
    access_notes = models.TextField(_("anything else about access"), blank=True)

    class Meta(LocatedMixin.Meta):
        abstract = True

    @property
    def join_rule(self) -> tuple[JoinLinkRule, int]:
        """Return who gets the join link, and how many minutes before the start everyone does."""
        rule = word_or(JoinLinkRule.CONFIRMED, self.join_link_rule)
        return rule, self.join_link_minutes or 0

    @property
    def access(self) -> list[AccessFeature]:
        """Return the access provisions the event promises."""
        return [feature for feature in AccessFeature if getattr(self, feature.value)]

    @property
    def access_features(self) -> list[str]:
        """Return the promised access provisions in words."""
        return [str(feature.label) for feature in self.access]

    @property
    def place(self) -> str:
        """Return the place in one line: the venue, the platform, or both.

        It is stored and compared, so it is always in the page's language.
        """
        online = label_in(language_of(self).code, AttendanceMode.ONLINE)
        return self.location.in_one_line(online)
