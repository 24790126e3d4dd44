"""Pieces of pages that many pages repeat: each is rendered once for the same values.

A list has forty dates, and the next reader's list has the same ones.
"""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.template import Context, Engine, Template
from django.template.loaders.cached import Loader as CachedLoader
from django.utils.translation import get_language

from ..domain.schedule import zone

MANY_PIECES, FEW_PIECES, NO_PIECES = 2048, 64, 0
"""How many pieces of a kind a process keeps: small ones, large ones, and what differs each time."""


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
    return WrittenDate(starts_at, occurrence.ends_at, occurrence.timezone, str(occurrence.state))


def render_piece(template: Template, *, at_most: int = MANY_PIECES, **values: Hashable) -> str:
    """Render a template with nothing but ``values``, in the reader's language.

    The same template, values and language give the text that they gave before. So what it shows
    must follow from them alone: no request, no clock, no database. Datetimes stay in their own
    zone, whichever is active; equal strings are the same text, whether one of them is HTML or not.

    ``at_most`` is how many such pieces are kept: few where they are large, and none of what an
    address may make different each time, so that nobody fills the memory. None are kept either
    where the site's engine compiles a template anew each time: they would not be found again.
    """
    typed = tuple((key, value, type(value)) for key, value in values.items())
    render = _keeping(at_most) if keeps_templates(template.engine) else _render
    return render(template, get_language(), typed)


def keeps_templates(engine: Engine) -> bool:
    """Return whether an engine hands out the same template until its file has changed."""
    return any(isinstance(loader, CachedLoader) for loader in engine.template_loaders)


@lru_cache(maxsize=8)
def _keeping(at_most: int) -> Callable[..., str]:
    """Return what renders and remembers; with the template, for another one may have its name."""
    return lru_cache(maxsize=at_most)(_render)


def _render(
    template: Template, language: str | None, typed: tuple[tuple[str, Hashable, type], ...]
) -> str:
    """Render values, of which the types count: words of two closed sets may be equal."""
    return template.render(Context({key: value for key, value, _ in typed}, use_tz=False))
