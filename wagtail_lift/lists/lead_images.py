"""Prefetch the lead images of a list, with their renditions, in one query."""

from collections.abc import Sequence

from wagtail.images.models import AbstractImage

from ..models.occurrences import EventOccurrence

_LEAD_IMAGE = EventOccurrence._meta.get_field("lead_image")


def fetch_lead_images(occurrences: Sequence[EventOccurrence]) -> None:
    """Prefetch the lead images of occurrences with their renditions.

    One query, none without images; one more while an image has no renditions yet.
    """
    keys = {o.lead_image_id for o in occurrences if o.lead_image_id}
    if not keys:
        return
    model = _LEAD_IMAGE.related_model
    renditions = model.get_rendition_model()._default_manager.filter(image__in=keys)
    images: dict[int, AbstractImage] = {}
    for rendition in renditions.select_related("image"):
        image = images.setdefault(rendition.image_id, rendition.image)
        vars(image).setdefault("prefetched_renditions", []).append(rendition)
    if missing := keys - images.keys():
        images.update(model._default_manager.in_bulk(missing))
    for occurrence in occurrences:
        if occurrence.lead_image_id in images:
            _LEAD_IMAGE.set_cached_value(occurrence, images[occurrence.lead_image_id])
