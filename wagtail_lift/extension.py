"""Extension points for other apps; a site's own app can use them too."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

Reliance = Callable[[Collection[Any]], Mapping[int, str]]

_reliances: list[Reliance] = []


def register_reliance(asks: Reliance) -> None:
    """Register a function that says which meetings somebody relies on.

    Call this in ``AppConfig.ready()``. ``asks`` receives stored meetings and returns, by meeting
    id, why somebody relies on each, in words for an editor; leave out those that nobody relies on.
    It is called before a meeting that is no longer planned is withdrawn, and before an event
    without pages is deleted: a meeting with a reason stays, and the editor decides. Query the
    database once for all meetings, not once for each.
    """
    if asks not in _reliances:
        _reliances.append(asks)


def relied_on(meetings: Collection[Any]) -> dict[int, list[str]]:
    """Return why somebody relies on each of these meetings, by its id; others are left out.

    Every registered function is asked.
    """
    reasons: dict[int, list[str]] = {}
    for asks in _reliances if meetings else ():
        for key, reason in asks(meetings).items():
            reasons.setdefault(key, []).append(reason)
    return reasons
