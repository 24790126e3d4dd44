"""Debounce: act once per page save, though hosts and tags are saved as rows of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_waiting: ContextVar[dict[int, Callable[[int], object]] | None] = ContextVar(
    "wagtail_lift_waiting", default=None
)


@contextmanager
def whole_save() -> Iterator[None]:
    """Delay ``after_whole_save`` calls until the outermost save has ended.

    They run even if the save fails half-way, because some rows may have been written.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting: dict[int, Callable[[int], object]] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
        for key, act in waiting.items():
            act(key)


def after_whole_save(key: int, act: Callable[[int], object]) -> None:
    """Call ``act(key)`` now or, while a page is being saved, once per key after the save."""
    waiting = _waiting.get()
    if waiting is None:
        act(key)
    else:
        waiting[key] = act
