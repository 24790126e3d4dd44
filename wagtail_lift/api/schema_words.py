"""How single values are written, in the words of JSON Schema: for annotations, never checked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

import swapper
from django.db.models import AutoField, IntegerField, TextChoices

from ..enums import (
    BookingState,
    HostRole,
    Hours,
    Stage,
    Status,
)


@dataclass(frozen=True, slots=True)
class Format:
    """Says how a text is written, in the words of JSON Schema."""

    name: str

    def __get_pydantic_json_schema__(
        self, core_schema: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Return the schema of the text with its format."""
        return {**handler(core_schema), "format": self.name}


@dataclass(frozen=True, slots=True)
class OneOf:
    """Says that a text is one of these words; with ``or_empty``, it may be empty too."""

    words: type[TextChoices]
    or_empty: bool = False

    def __get_pydantic_json_schema__(
        self, core_schema: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Return the schema of the text with its words."""
        empty = [""] if self.or_empty else []
        return {**handler(core_schema), "enum": [*empty, *self.words.values]}


class HostKey:
    """Says that a value is the key of a host profile, whichever model the site has chosen."""

    def __get_pydantic_json_schema__(
        self, core_schema: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Return the schema of the model's key: a number, or else text."""
        return key_schema(swapper.load_model("wagtail_lift", "HostProfile")._meta.pk)


def key_schema(key: Any) -> dict[str, Any]:
    """Return the schema of a model's key: a number, or else text."""
    while key.is_relation:
        key = key.target_field
    return {"type": "integer" if isinstance(key, AutoField | IntegerField) else "string"}


HostId: TypeAlias = Annotated[int | str, HostKey()]
Instant: TypeAlias = Annotated[str, Format("date-time")]
"""ISO 8601 with its offset: UTC, or the event's zone where the name begins with ``local_``."""

Address: TypeAlias = Annotated[str, Format("uri")]
"""A whole address."""

StatusWord: TypeAlias = Annotated[str, OneOf(Status)]
StageWord: TypeAlias = Annotated[str, OneOf(Stage)]
BookingStateWord: TypeAlias = Annotated[str, OneOf(BookingState)]
HoursWord: TypeAlias = Annotated[str, OneOf(Hours)]
RoleWord: TypeAlias = Annotated[str, OneOf(HostRole)]
