"""The people of an event as its stored rows name them: a line for each, with the role."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..enums import HostRole, word_or

_BEFORE_ROLE = "\t"
"""Stands in no name: white space in a name is single spaces."""


@dataclass(frozen=True, slots=True)
class NamedHost:
    """A host's name, and what they do at an event."""

    name: str
    role: HostRole = HostRole.HOST


def write_people(people: Iterable[NamedHost]) -> str:
    """Return people in order, one per line; those without a name are left out."""
    return "\n".join(_line(person) for person in people if person.name.strip())


def _line(person: NamedHost) -> str:
    name = " ".join(person.name.split())
    return name if person.role is HostRole.HOST else f"{name}{_BEFORE_ROLE}{person.role.value}"


def read_people(text: str) -> tuple[NamedHost, ...]:
    """Return the people that ``write_people`` wrote."""
    parts = (line.partition(_BEFORE_ROLE) for line in text.splitlines())
    return tuple(NamedHost(name, word_or(HostRole.HOST, role)) for name, _, role in parts)
