"""Who does what at an event, in the reader's language: a speaker is not called a host."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from ..domain.people import NamedHost
from ..enums import HostGroup, HostRole, word_or
from .card_words import hosted_by_in_words, names_in_words, with_names


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """People who are named together; each has a ``role``."""

    group: HostGroup
    people: tuple[Any, ...]

    @property
    def label(self) -> str:
        """Return what these people are, one or several."""
        if len(self.people) > 1 or self.group is HostGroup.HOSTS:
            return str(self.group.label)
        return str(word_or(HostRole.HOST, self.people[0].role).label)

    @property
    def heading(self) -> str:
        """Return the heading above them on the page of an event."""
        return gettext("Your hosts") if self.group is HostGroup.HOSTS else self.label

    @property
    def term(self) -> str:
        """Return what stands before their names."""
        return gettext("Hosted by") if self.group is HostGroup.HOSTS else self.label


def grouped_by_role(people: Iterable[Any]) -> list[PeopleGroup]:
    """Return people, each with a ``role``, by what they do; in order within each group."""
    found: dict[HostGroup, list[Any]] = {group: [] for group in HostGroup}
    for person in people:
        found[word_or(HostRole.HOST, person.role).group].append(person)
    return [PeopleGroup(group, tuple(members)) for group, members in found.items() if members]


def people_in_words(people: Iterable[NamedHost]) -> SafeString:
    """Return who does what at an event, as HTML in which each name keeps its own direction."""
    groups = (group for group in grouped_by_role(people) if group.group.is_on_cards)
    told = ((_told(group),) for group in groups)
    return format_html_join(" · ", "{}", told)


def _told(group: PeopleGroup) -> SafeString:
    names = [person.name for person in group.people]
    if group.group is HostGroup.HOSTS:
        return hosted_by_in_words(names)
    return with_names(gettext("%(who)s: %(names)s"), who=group.label, names=names_in_words(names))
