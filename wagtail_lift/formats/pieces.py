"""Pieces of pages that many pages repeat: each is rendered once for the same values.

A list has forty dates, and the next reader's list has the same ones.
"""

from collections.abc import Hashable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.template import Context, Engine, Template
from django.utils.translation import get_language

from ..domain.schedule import zone


class WrittenDate(NamedTuple):
    """When an occurrence is, as a template writes it: all that it knows, and is remembered by.

    ``starts_at`` and ``ends_at`` are UTC, ``timezone`` is the event's own.
    """

    starts_at: datetime
    ends_at: datetime | None
    timezone: str
    state: str

    @property
    def local_starts_at(self) -> datetime:
        """Return the start as an aware datetime in the event's zone."""
        return self.starts_at.astimezone(zone(self.timezone))


def written_date(occurrence: Any) -> WrittenDate | None:
    """Return what is said of when an occurrence is; ``None`` if nobody knows."""
    starts_at = getattr(occurrence, "starts_at", None)
    if starts_at is None:
        return None
    return WrittenDate(starts_at, occurrence.ends_at, occurrence.timezone, occurrence.state)


def render_piece(engine: Engine, name: str, *, is_kept: bool = True, **values: Hashable) -> str:
    """Render the template ``name`` with nothing but ``values``, in the reader's language.

    The same template, values and language give the text that they gave before. So what the
    template shows must follow from them alone: no request, no clock, no database. Datetimes stay
    in their own zone, whichever is active. Not kept is what a reader may make different each time,
    so that nobody fills the memory.
    """
    render = _render if is_kept else _render.__wrapped__
    typed = tuple((key, value, type(value)) for key, value in values.items())
    return render(engine.get_template(name), get_language(), typed)


@lru_cache(maxsize=2048)
def _render(
    template: Template, language: str | None, typed: tuple[tuple[str, Hashable, type], ...]
) -> str:
    """Remember by the compiled template: engines compile it anew when its file has changed.

    Types count, for words of two closed sets may be equal and yet be called something else.
    """
    return template.render(Context({key: value for key, value, _ in typed}, use_tz=False))
