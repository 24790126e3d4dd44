"""The types of an insights pack and of its guide; only open packs are ever shown."""

from typing import Any

from graphene import ID, Field, Int, ObjectType, String

from ..api.values import conduct as conduct_values
from ..api.values import events as event_values
from ..api.values import packs as values
from .events import read, stream
from .types import (
    LiftBlock,
    LiftContact,
    LiftPageLink,
    LiftQuestion,
    LiftSafeguarding,
    listed,
)
from .words import LiftInstant, LiftLicence, LiftStatus


class LiftShorterGuide(ObjectType):
    """A guide without the parts that can be left out: its minutes, and their titles."""

    minutes = Int(required=True)
    without = listed(String)


class LiftGuide(ObjectType):
    """The DIY event guide of a pack: what it takes to hold the conversation yourself."""

    minutes = Int()
    shorter = Field(LiftShorterGuide, resolver=read(values.shorter_guide))
    group_size_from = Int()
    group_size_to = Int()
    url = String(required=True)
    blocks = listed(LiftBlock, resolver=stream("guide"))

    def resolve_minutes(pack, info: Any) -> int | None:  # noqa: N805 -- graphene passes the value
        """Return how long it takes."""
        return pack.guide_minutes or None

    def resolve_url(pack, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the address of the printable guide."""
        return values.guide_url(pack, info.context) or ""


class LiftRerun(ObjectType):
    """An event that follows a pack's guide."""

    id = ID(required=True)
    type = String(required=True)
    title = String(required=True)
    url = String(required=True)
    status = LiftStatus(required=True)
    starts_at = LiftInstant()


class LiftPack(ObjectType):
    """An insights pack that is open to all."""

    id = ID(required=True)
    title = String(required=True)
    slug = String(required=True)
    url = String(required=True)
    language = String(required=True)
    introduction = String(required=True, resolver=read(values.text("introduction")))
    event = Field(LiftPageLink, resolver=read(values.event))
    starts_at = LiftInstant(resolver=read(values.starts_at))
    people_count = Int()
    organisations_count = Int()
    stories_count = Int()
    insights = listed(LiftBlock, resolver=stream("insights"))
    questions = listed(LiftQuestion, resolver=read(values.questions))
    resources = listed(LiftBlock, resolver=stream("resources"))
    materials = listed(LiftBlock, resolver=stream("materials"))
    guide = Field(LiftGuide)
    pdf_url = String(required=True, resolver=read(values.pdf_url))
    cards_url = String(required=True, resolver=read(values.cards_url))
    reruns = listed(LiftRerun, resolver=read(values.reruns))
    licence = LiftLicence(required=True)
    licence_label = String(required=True, resolver=read(values.licence_label))
    licence_url = String(required=True, resolver=read(values.licence_url))
    citation = String(required=True)
    contact = Field(LiftContact, resolver=read(event_values.contact))
    code_of_conduct = String(required=True, resolver=read(conduct_values.code_of_conduct))
    safeguarding = Field(LiftSafeguarding, resolver=read(conduct_values.safeguarding))

    def resolve_url(pack, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the full address."""
        return pack.full_url or ""

    def resolve_language(pack, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the code of the language."""
        return str(pack.locale.language_code)

    def resolve_guide(pack, info: Any) -> Any:  # noqa: N805 -- graphene passes the value
        """Return the guide, ``None`` if the pack has none."""
        return pack if pack.guide else None
