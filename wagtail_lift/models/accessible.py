"""Access provisions of a place, the same for events and venues."""

from django.db import models

from ..enums import AccessFeature


class AccessiblePlaceMixin(models.Model):
    """A field for each access provision that a place can have, named as the provision."""

    step_free = models.BooleanField(AccessFeature.STEP_FREE.label, default=False)
    accessible_toilet = models.BooleanField(AccessFeature.ACCESSIBLE_TOILET.label, default=False)
    accessible_parking = models.BooleanField(AccessFeature.ACCESSIBLE_PARKING.label, default=False)
    hearing_loop = models.BooleanField(AccessFeature.HEARING_LOOP.label, default=False)
    quiet_space = models.BooleanField(AccessFeature.QUIET_SPACE.label, default=False)

    class Meta:
        abstract = True

    @property
    def promised_access(self) -> list[AccessFeature]:
        """Return the access provisions that are ticked here."""
        return [feature for feature in AccessFeature if getattr(self, feature.value, False)]
