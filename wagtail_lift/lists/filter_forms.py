"""The filters of a list, as a form and as active filters that can each be removed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext

from ..domain.filters import PAST, UPCOMING, ListFilters
from ..enums import AccessFeature, AttendanceMode, FacetKind, Status
from ..models.kinds import ProgrammeKind
from .facet_options import FacetOption, facet_options

PARAMETERS = {
    FacetKind.TOPIC: "tag",
    FacetKind.AUDIENCE: "audience",
    FacetKind.HOST: "host",
    FacetKind.MODE: "mode",
    FacetKind.ACCESS: "access",
}
"""The query parameter for each kind of facet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen; ``value`` goes in the URL."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The choices of one parameter, under one heading."""

    name: str
    label: str
    choices: Sequence[Choice]

    @property
    def has_chosen(self) -> bool:
        """Return whether anything is chosen; a URL may name any value."""
        return any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in words, and the query string of the list without it."""

    name: str
    label: str
    query: str


class FilterForm:
    """The form above a list, from the active filters and the facets that events have.

    ``lists_dates``: whether readers can ask for each date of an event. ``kinds``: the kinds of
    facet to offer.
    """

    lists_dates = True
    kinds: Sequence[FacetKind] = tuple(PARAMETERS)

    def __init__(self, filters: ListFilters, options: Iterable[FacetOption]) -> None:
        self.filters = filters
        self.options = list(options)

    @property
    def when(self) -> list[Choice]:
        """Return the parts of a list (all, upcoming, past) as choices."""
        parts = {"": gettext("All"), UPCOMING: gettext("Coming up"), PAST: gettext("Looking back")}
        return [Choice(value, label, value == self.filters.when) for value, label in parts.items()]

    @cached_property
    def groups(self) -> list[ChoiceGroup]:
        """Return the groups that offer a choice, or in which something is chosen."""
        groups = [self._group(PARAMETERS[kind], kind) for kind in self.kinds]
        groups += self._groups_of_dates()
        return [group for group in groups if len(group.choices) > 1 or group.has_chosen]

    def _groups_of_dates(self) -> list[ChoiceGroup]:
        chosen = self.filters.status
        status = tuple(Choice(s.value, str(s.label), s.value in chosen) for s in Status)
        return [ChoiceGroup("status", gettext("Status"), status)]

    def _group(self, name: str, kind: FacetKind) -> ChoiceGroup:
        chosen = getattr(self.filters, name)
        labels = {option.value: option.label for option in self.options if option.kind == kind}
        labels |= {value: _words(name, value, {}) for value in chosen if value not in labels}
        known = tuple(Choice(value, label, value in chosen) for value, label in labels.items())
        return ChoiceGroup(name, str(kind.label), known)

    @cached_property
    def active(self) -> list[ActiveFilter]:
        """Return the active filters, each with the query that removes it."""
        labels = {(PARAMETERS[o.kind], o.value): o.label for o in self.options}
        return [
            ActiveFilter(name, _words(name, value, labels), self.filters.without(name, value).query)
            for name, value in self.filters.values
        ]


class HostFilterForm(FilterForm):
    """The form above the events of one host."""

    kinds = tuple(kind for kind in PARAMETERS if kind != FacetKind.HOST)


class PackFilterForm(FilterForm):
    """The form above a list of packs: their events are over, and each pack is listed once."""

    lists_dates = False
    when: Sequence[Choice] = ()

    def _groups_of_dates(self) -> list[ChoiceGroup]:
        return []


def filter_form(programme: ProgrammeKind, request: HttpRequest, filters: ListFilters) -> FilterForm:
    """Return the form for the list of a programme; one query."""
    return FilterForm(filters, facet_options(programme, request))


def active_filters(
    programme: ProgrammeKind, request: HttpRequest, filters: ListFilters
) -> list[ActiveFilter]:
    """Return the active filters, in words; one query, none without filters."""
    return filter_form(programme, request, filters).active if filters.values else []


def _words(name: str, value: str, labels: dict[tuple[str, str], str]) -> str:
    """Return a filter in words; a value that no event has is shown as given."""
    if name == "from":
        return gettext("From %(day)s") % {"day": _day(value)}
    if name == "to":
        return gettext("Until %(day)s") % {"day": _day(value)}
    if name == "q":
        return pgettext("what was searched for", "“%(text)s”") % {"text": value}
    closed = {"status": Status, "mode": AttendanceMode, "access": AccessFeature}
    if name in closed:
        return str(closed[name](value).label)
    return labels.get((name, value), value)


def _day(value: str) -> str:
    return date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT", use_l10n=True)
