"""What a translation or alias inherits when the source of its event is deleted."""

from typing import Any

from ..models import get_page_model
from ..models.events.families import successor_of
from ..models.mixins.event import SOURCE_FIELDS


def hand_over_event(source: Any) -> int | None:
    """Copy dates, zone and booking window of a source to its heir; return the heir's key.

    To be called before the source is deleted; its meetings follow by the foreign key's rule. The
    heir's drafts take them over too, so that publishing one later changes no date. ``None`` if
    nobody inherits.
    """
    key = successor_of(source.pk, set())
    heir = get_page_model()._default_manager.filter(pk=key).first() if key else None
    if heir is None:
        return None
    heir = heir.specific
    values = {name: getattr(source, name) for name in SOURCE_FIELDS}
    type(heir)._default_manager.filter(pk=heir.pk).update(**values)
    revision = heir.latest_revision
    if revision is not None:
        fields = {name: heir._meta.get_field(name) for name in SOURCE_FIELDS}
        content = {name: field.value_to_string(source) for name, field in fields.items()}
        blanks = {name: None for name in SOURCE_FIELDS if values[name] is None}
        revision.content = {**revision.content, **content, **blanks}
        revision.save(update_fields=["content"])
    return key
