"""Blocks with private values in every place that may hold one, and what is stored of them."""

from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock

from wagtail_lift.blocks import LiftStreamBlock, PrivateFieldsMixin


class PersonBlock(PrivateFieldsMixin, StructBlock):
    private_fields = ("phone",)

    name = CharBlock()
    phone = CharBlock(required=False, max_length=20)


class TeamBlock(StructBlock):
    lead = PersonBlock()
    people = ListBlock(PersonBlock())
    guests = StreamBlock([("guest", PersonBlock())], required=False)


class TeamsStreamBlock(LiftStreamBlock):
    heading = CharBlock()
    team = TeamBlock()
    crowd = ListBlock(PersonBlock())


TEAM = {
    "lead": {"name": "Ada", "phone": "1"},
    "people": [
        {"type": "item", "value": {"name": "Bo", "phone": "2"}, "id": "item-bo"},
        {"type": "item", "value": {"name": "Cy", "phone": "3"}, "id": "item-cy"},
    ],
    "guests": [{"type": "guest", "value": {"name": "Di", "phone": "4"}, "id": "guest-di"}],
}
CROWD = [{"type": "item", "value": {"name": "Ed", "phone": "5"}, "id": "item-ed"}]


def stored_question(question, *, note):
    return {
        "question": question,
        "why": "",
        "minutes": None,
        "asked_by": "",
        "facilitator_note": note,
    }


def body_of(value):
    """Return what the API hands out."""
    return value.stream_block.get_api_representation(value)
