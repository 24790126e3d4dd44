"""Where an event is, how people take part, and its access provisions."""

from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..domain.location import Location
from ..domain.places import access_at, location_at
from ..enums import AccessFeature, AttendanceMode, JoinLinkRule, Recording, word_or
from ..events.venues import shown_venue
from ..formats.languages import label_in, language_of
from ..models.accessible import AccessiblePlaceMixin
from ..models.located import LocatedMixin
from ..models.venues import Venue

MOST_MINUTES = 14 * 24 * 60
"""How early everyone may see the join link: two weeks before the start, in minutes."""


class EventAttendanceMixin(AccessiblePlaceMixin, LocatedMixin):
    """Place, online room and access. ``join_url`` is private: see ``join_link_rule``.

    A chosen venue that readers see takes the place of what is typed: ask ``location``.
    """

    venue = models.ForeignKey(
        "wagtail_lift.Venue",
        verbose_name=_("saved venue"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
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

    captions = models.BooleanField(AccessFeature.CAPTIONS.label, default=False)
    sign_language = models.BooleanField(AccessFeature.SIGN_LANGUAGE.label, default=False)
    child_care = models.BooleanField(AccessFeature.CHILD_CARE.label, default=False)
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

    class Meta(AccessiblePlaceMixin.Meta):
        abstract = True

    @property
    def join_rule(self) -> tuple[JoinLinkRule, int]:
        """Return who gets the join link, and how many minutes before the start everyone does."""
        rule = word_or(JoinLinkRule.CONFIRMED, self.join_link_rule)
        return rule, self.join_link_minutes or 0

    @property
    def typed_location(self) -> Location:
        """Return the location as typed on the page, whatever venue is chosen."""
        return super().location

    @property
    def location(self) -> Location:
        """Return the public location: the venue that readers see, else what is typed."""
        venue = self.shown_venue
        return location_at(self.typed_location, venue.facts if venue else None)

    @property
    def shown_venue(self) -> Venue | None:
        """Return the venue that readers see, in the page's language where there is one."""
        return shown_venue(self)

    def take_words_of_lost_venue(self, stored: Self) -> None:
        """Take the place as the stored page tells it if the venue of this draft was deleted."""
        if self.typed_location.has_venue:
            return
        for name in ("venue_name", "venue_address", "map_url"):
            setattr(self, name, getattr(stored, name))

    @property
    def access(self) -> list[AccessFeature]:
        """Return the access provisions the event and its venue promise."""
        return self.access_at(self.shown_venue)

    def access_at(self, venue: Venue | None) -> list[AccessFeature]:
        """Return what the event and a venue promise; without one, what the event promises."""
        return access_at(self.promised_access, venue.promised_access if venue else ())

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
