"""What the filters of a list offer, typed."""

from ninja import Schema


class Choice(Schema):
    """Something that a filter offers."""

    value: str
    label: str
    chosen: bool


class ChoiceGroup(Schema):
    """The choices of one parameter."""

    name: str
    label: str
    choices: list[Choice]


class ActiveFilter(Schema):
    """A filter that is set, and the query of the list without it."""

    name: str
    label: str
    query: str


class Facets(Schema):
    """What the filters of a list offer."""

    when: list[Choice]
    groups: list[ChoiceGroup]
    active: list[ActiveFilter]
