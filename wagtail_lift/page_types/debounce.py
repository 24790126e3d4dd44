"""Saving a page with its hosts and tags is many rows, but one thing to follow."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_waiting: ContextVar[dict[int, Callable[[int], object]] | None] = ContextVar(
    "wagtail_lift_waiting", default=None
)


@contextmanager
def whole_save() -> Iterator[None]:
    """Hold back what ``after_whole_save`` is asked for until the outermost save has ended.

    It is done even if the save fails half-way: what has been written is followed.
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
    """Do ``act(key)`` now, or once for each key after the page that is being saved."""
    waiting = _waiting.get()
    if waiting is None:
        act(key)
    else:
        waiting[key] = act
