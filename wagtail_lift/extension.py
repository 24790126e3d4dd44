"""The points at which other apps join; a site's own app may use them too."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

Reliance = Callable[[Collection[Any]], Mapping[int, str]]

_reliances: list[Reliance] = []


def register_reliance(asks: Reliance) -> None:
    """Let an app say which meetings somebody relies on; call it in ``AppConfig.ready()``.

    ``asks`` is handed stored meetings and returns why somebody relies on each, by its key, in words
    for an editor; those that nobody relies on are left out. It is asked before a meeting that is no
    longer planned is withdrawn, and before an event without pages goes: such a meeting stays, and
    is put to the editor. Ask the database once for all meetings, not once for each.
    """
    if asks not in _reliances:
        _reliances.append(asks)


def relied_on(meetings: Collection[Any]) -> dict[int, list[str]]:
    """Return why somebody relies on each of these meetings, by its key; nothing where nobody does.

    Every app that has registered is asked.
    """
    reasons: dict[int, list[str]] = {}
    for asks in _reliances if meetings else ():
        for key, reason in asks(meetings).items():
            reasons.setdefault(key, []).append(reason)
    return reasons
