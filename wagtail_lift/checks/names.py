"""Models of the site that pages know by the name of one of our fields."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db.models import ForeignObjectRel, Model

from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types


def check_names(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return each model that Django refuses as ``models.E006``, with what to write instead.

    Messages have no object: Django sorts them, so these come before its own.
    """
    found: list[checks.CheckMessage] = []
    for model in page_types(ProgrammeKind, EventKind, PackKind):
        names = {field.name for field in model._meta.local_fields}
        for relation in _relations(model):
            if relation.name in names:
                found.append(_clash(relation, model))
    return found


def _relations(model: type[Model]) -> Iterator[ForeignObjectRel]:
    """Yield the relations that lead to the models from which a page type inherits columns."""
    for parent in model._meta.get_parent_list():
        for field in parent._meta.get_fields():
            if isinstance(field, ForeignObjectRel):
                yield field


def _clash(relation: ForeignObjectRel, model: type[Model]) -> checks.CheckMessage:
    theirs, field = relation.related_model._meta, relation.field
    own_name = f"{theirs.app_label}_{theirs.model_name}"
    return checks.Error(
        f"Every page knows {theirs.label} as “{relation.name}”, because of its field {field.name}. "
        f"{model._meta.label} has a field of this name.",
        hint=_as_parent(relation, own_name)
        if field.remote_field.parent_link
        else f'Give {theirs.label}.{field.name} a related_name, such as "{own_name}".',
        id="wagtail_lift.E009",
    )


def _as_parent(relation: ForeignObjectRel, own_name: str) -> str:
    page = relation.model._meta.label
    return (
        f"Rename {relation.related_model.__name__}, or write in it: {relation.field.name} = "
        f'models.OneToOneField("{page}", on_delete=models.CASCADE, parent_link=True, '
        f'primary_key=True, related_name="{own_name}"). Then run makemigrations; no data changes.'
    )
