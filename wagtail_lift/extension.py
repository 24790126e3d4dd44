"""Extension points for other apps; a site's own app can use them too."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

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


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change concerns: the keys of pages, and the translation keys of hosts.

    Readers may see it or not, and it may be about to be deleted. ``moved`` are pages of which
    nothing but the address may have changed.
    """

    pages: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    hosts: frozenset[UUID] = frozenset()


Follower = Callable[[Touched], None]

_followers: list[Follower] = []


def register_follower(follows: Follower) -> None:
    """Register a function that is told of each change that readers may see.

    Call this in ``AppConfig.ready()``. ``follows`` is called for every cause of a purge, in the
    transaction of the change and perhaps several times in one: what it writes is committed or
    rolled back with the change. Wait for the commit before you read what readers see.
    """
    if follows not in _followers:
        _followers.append(follows)


def is_followed() -> bool:
    """Return whether any function follows changes."""
    return bool(_followers)


def tell_followers(touched: Touched) -> None:
    """Tell every registered function what a change concerns."""
    for follows in _followers:
        follows(touched)


State = Callable[[], str | None]

_states: list[State] = []


def register_state(reads: State) -> None:
    """Register a function that names the state of all that is public, in a query at most.

    Call this in ``AppConfig.ready()``. The name must differ after each change that followers are
    told of; ``None`` while it is not known. With it, the API answers that nothing has changed
    without building a response.
    """
    if reads not in _states:
        _states.append(reads)


def public_state() -> str | None:
    """Return the name of the state of all that is public, ``None`` if no app knows it."""
    known = [reads() for reads in _states]
    return None if None in known or not known else repr(known)


Work = Callable[[datetime], Iterable[str]]

_works: list[Work] = []


def register_work(does: Work) -> None:
    """Register a function for ``lift_tick`` to call, each minute, after its own work.

    Call this in ``AppConfig.ready()``. ``does`` receives the time and yields a line for each thing
    that it did. A second call must do nothing, and a missed one must be made up for.
    """
    if does not in _works:
        _works.append(does)


def do_registered_work(now: datetime) -> Iterator[str]:
    """Call every registered function and yield its lines."""
    for does in _works:
        yield from does(now)


@dataclass(frozen=True, slots=True)
class AdminProblem:
    """Something that does not work, for the panel on the admin's home.

    ``title`` says what, ``words`` what is wrong; ``url`` is where in the admin to look.
    """

    title: str
    words: str
    url: str


Finder = Callable[[Any, datetime], Iterable[AdminProblem]]

_finders: list[Finder] = []


def register_admin_problems(finds: Finder) -> None:
    """Register a function that finds problems for the panel on the admin's home.

    Call this in ``AppConfig.ready()``. ``finds`` receives the user and the time, and returns what
    this user may see, in a few queries however much there is.
    """
    if finds not in _finders:
        _finders.append(finds)


def admin_problems(user: Any, now: datetime) -> list[AdminProblem]:
    """Return the problems that all registered functions find for a user."""
    return [problem for finds in _finders for problem in finds(user, now)]
