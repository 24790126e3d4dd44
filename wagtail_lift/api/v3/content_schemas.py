"""The answers about addresses and heads, as the OpenAPI document describes them."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field
from wagtail.api.v3.routers.pages import PageDetailSchema

from ...enums import NextStepKind, Status

StatusName = Literal[tuple(status.value for status in Status)]
StepName = Literal[tuple(step.value for step in NextStepKind)]


class PageName(Schema):
    """A page, as every answer names one."""

    id: int
    type: str
    title: str
    url: str


class SubRoute(Schema):
    """A sub-route of a page: its name, its path below the page, and the arguments in it."""

    name: str
    path: str
    arguments: dict[str, str]


class AskedDate(Schema):
    """The date of an event that an address names; ``key`` is null if the event has no such."""

    date: str
    key: str | None


class PreviewPicture(Schema):
    """A picture for a link preview; ``url`` is a full address."""

    url: str
    width: int
    height: int
    alt: str


class SharingData(Schema):
    """What a link to the page looks like where it is shared; ``url`` is the canonical address."""

    title: str
    description: str
    url: str
    kind: str
    card: Literal["summary", "summary_large_image"]
    locale: str
    site_name: str
    image: PreviewPicture | None


class PageInLanguage(Schema):
    """The page in one language, itself included."""

    locale: str
    title: str
    url: str


class Crumb(Schema):
    """A step of the way back up."""

    title: str
    url: str


class CalendarAddresses(Schema):
    """Ways to have the page in one's own calendar; empty where nobody may subscribe."""

    download_url: str
    subscribe_url: str
    google_url: str
    outlook_url: str
    feed_url: str
    json_feed_url: str


class HeadLink(Schema):
    """A link for the head of the page."""

    type: str
    title: str
    href: str
    rel: Literal["alternate"] = "alternate"


class Step(Schema):
    """What a reader can do next; without ``url`` it is advice."""

    kind: StepName
    label: str
    url: str


class StatusWords(Schema):
    """The status that the page shows: of the event, or of the one date that is asked for."""

    status: StatusName
    label: str
    sentence: str
    until: str | None
    next_steps: list[Step]


class Head(Schema):
    """What stands around a page; ``json_ld`` is the text of a script, empty without one."""

    language: str
    direction: Literal["ltr", "rtl"]
    sharing: SharingData
    alternates: list[PageInLanguage]
    json_ld: str
    breadcrumbs: list[Crumb]
    calendar: CalendarAddresses | None
    links: list[HeadLink]
    status: StatusWords | None


class FoundPage(Schema):
    """The page at an address; ``url`` is the canonical one of what is shown.

    ``detail`` is the page itself, where it is asked for.
    """

    kind: Literal["page"]
    page: PageName
    url: str
    locale: str
    route: SubRoute | None
    date: AskedDate | None
    head: Head | None
    detail: PageDetailSchema | None = None


class FoundRedirect(Schema):
    """An address that has moved."""

    kind: Literal["redirect"]
    status: Literal[301, 302]
    location: str


Found = Annotated[FoundPage | FoundRedirect, Field(discriminator="kind")]
