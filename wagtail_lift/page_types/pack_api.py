"""The API fields of an insights pack; a page type adds its own to the list."""

from ..api.fields import editable, editable_but_shown, shown
from ..api.values import packs as packs

PACK_API_FIELDS = [
    *shown(is_open=packs.is_open, opens_at=packs.opens_at, starts_at=packs.starts_at),
    *editable_but_shown(event=packs.event, meeting=packs.meeting),
    *editable("opens_early"),
    *editable_but_shown(
        introduction=packs.text("introduction"),
        people_count=packs.number("people_count"),
        organisations_count=packs.number("organisations_count"),
        stories_count=packs.number("stories_count"),
        insights=packs.stream("insights"),
    ),
    *shown(questions=packs.while_open(packs.questions)),
    *editable_but_shown(
        resources=packs.stream("resources"),
        materials=packs.stream("materials"),
        guide=packs.stream("guide"),
    ),
    *editable_but_shown(
        group_size_from=packs.number("group_size_from"),
        group_size_to=packs.number("group_size_to"),
    ),
    *shown(
        is_guide_only=packs.while_open(packs.is_guide_only),
        guide_minutes=packs.number("guide_minutes"),
        shorter_guide=packs.while_open(packs.shorter_guide),
        guide_url=packs.while_open(packs.guide_url),
        pdf_url=packs.while_open(packs.pdf_url),
        cards_url=packs.while_open(packs.cards_url),
        reruns=packs.while_open(packs.reruns),
        licence_label=packs.licence_label,
        licence_url=packs.licence_url,
    ),
    *editable("licence", "licence_text", "citation"),
]
