"""How people book: here or elsewhere, in which window, and with what places on new dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..domain.booking import Lead, TypedBooking
from ..enums import BookingMode, BookingPlaces, TimeUnit, word_or


class EventBookingMixin(models.Model):
    """The booking of an event; dates and times are in the event's zone."""

    booking_mode = models.CharField(
        _("booking"),
        max_length=20,
        choices=BookingMode.as_choices,
        default=BookingMode.NOT_NEEDED,
    )
    booking_url = models.URLField(_("address of the booking page"), max_length=500, blank=True)
    booking_opens_date = models.DateField(_("booking opens on"), null=True, blank=True)
    booking_opens_time = models.TimeField(
        _("booking opens at"), null=True, blank=True, help_text=_("Start of the day if left empty.")
    )
    booking_opens_before = models.PositiveIntegerField(
        _("booking opens before each date"),
        null=True,
        blank=True,
        help_text=_("Instead of a day: for example 30 days. It follows a date that is moved."),
    )
    booking_opens_unit = models.CharField(
        _("unit of the time before which booking opens"),
        max_length=20,
        choices=TimeUnit.as_choices,
        default=TimeUnit.DAYS,
    )
    booking_closes_date = models.DateField(
        _("booking closes on"),
        null=True,
        blank=True,
        help_text=_("When the event starts if left empty."),
    )
    booking_closes_time = models.TimeField(
        _("booking closes at"), null=True, blank=True, help_text=_("End of the day if left empty.")
    )
    booking_closes_before = models.PositiveIntegerField(
        _("booking closes before each date"),
        null=True,
        blank=True,
        help_text=_(
            "Instead of a day: for example 1 hour. Days and weeks keep the time on the clock."
        ),
    )
    booking_closes_unit = models.CharField(
        _("unit of the time before which booking closes"),
        max_length=20,
        choices=TimeUnit.as_choices,
        default=TimeUnit.HOURS,
    )
    booking_places = models.CharField(
        _("places of new dates"),
        max_length=20,
        choices=BookingPlaces.as_choices,
        default=BookingPlaces.AVAILABLE,
        help_text=_(
            "What is said of a date when it is first published, and when booking is done in "
            "another way. After that, say it for each date in the list of dates."
        ),
    )

    class Meta:
        abstract = True

    @property
    def typed_booking(self) -> TypedBooking:
        """Return the booking as typed on this page."""
        return TypedBooking(
            mode=word_or(BookingMode.NOT_NEEDED, self.booking_mode),
            url=self.booking_url,
            opens_date=self.booking_opens_date,
            opens_time=self.booking_opens_time,
            opens_before=_lead(self.booking_opens_before, self.booking_opens_unit),
            closes_date=self.booking_closes_date,
            closes_time=self.booking_closes_time,
            closes_before=_lead(self.booking_closes_before, self.booking_closes_unit),
        )


def _lead(amount: int | None, unit: str) -> Lead | None:
    return None if amount is None else Lead(amount, word_or(TimeUnit.DAYS, unit))
