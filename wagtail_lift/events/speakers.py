"""The hosts who are named as speakers in agendas: who they are, and on which pages."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from ..blocks import chosen_speakers
from ..models.hosts import AbstractHostProfile
from ..models.kinds import EventKind, page_types

AGENDA = "agenda"
"""The name of the stream of an event that names speakers."""


def speakers_of(page: EventKind) -> list[AbstractHostProfile]:
    """Return the hosts chosen in the agenda of a page, public or not, each once and in order."""
    return chosen_speakers(getattr(page, AGENDA, None))


def speaker_names(page: EventKind) -> list[str]:
    """Return the names of the public hosts in the agenda of a page, in order."""
    return [host.display_name for host in speakers_of(page) if host.is_public]


def pages_naming(host: AbstractHostProfile) -> dict[type[EventKind], set[int]]:
    """Return the pages, by type, whose agenda names a host or one of the host's translations.

    Wagtail's reference index knows them.
    """
    kind = type(host)
    family = kind._default_manager.filter(translation_key=host.translation_key)
    of_model = ContentType.objects.get_for_model
    models = {
        of_model(model, for_concrete_model=False).pk: model for model in page_types(EventKind)
    }
    rows = ReferenceIndex.objects.filter(
        to_content_type=of_model(_base_of(kind), for_concrete_model=False),
        to_object_id__in={str(host.pk), *map(str, family.values_list("pk", flat=True))},
        content_type__in=models,
        model_path__startswith=f"{AGENDA}.",
    )
    found: dict[type[EventKind], set[int]] = {}
    for content_type, key in rows.values_list("content_type", "object_id"):
        found.setdefault(models[content_type], set()).add(int(key))
    return found


def _base_of(model: type[Any]) -> type[Any]:
    """Return the model that holds the primary key, by which the index knows a row."""
    parents = model._meta.get_parent_list()
    return parents[-1] if parents else model
