"""Cancelled, with a public note."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, MeetingState, Status

from ...specs import SUNDAY, Day, EventSpec, HostLine, Schedule
from .. import parts

SOUP = EventSpec(
    key="soup",
    title="Soup for strangers",
    slug="soup-for-strangers",
    parent="open",
    status=Status.CANCELLED,
    schedule=Schedule(start_date=Day(6, SUNDAY), start_time=time(12, 0), end_time=time(14, 0)),
    state=MeetingState.CANCELLED,
    public_note=(
        "The roof of the hall needs mending sooner than we hoped, so this lunch cannot go ahead. "
        "The soup has been given to the night shelter. Walk with us on the towpath instead."
    ),
    hosts=(HostLine("wren-adeyemi"), HostLine("bronagh-tull")),
    topics=("food", "loneliness"),
    audiences=("Everyone",),
    fields={
        "summary": (
            "One long table, four soups, and a card beside each bowl with a question for the "
            "person opposite."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Harrowmere Parish Hall",
        "venue_address": "Church Row\nHarrowmere",
        "step_free": True,
        "languages": "English",
        "audience": "Anybody who would otherwise eat alone that day, and anybody who would not.",
        "contact_name": "Wren Adeyemi",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>You sit down opposite somebody you have never met. You pass the bread. You "
                "turn over the card. That is all there is to it, and it is enough.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "soup-1",
                "What did people eat in your home when somebody was ill?",
                "<p>Everybody has an answer, and every answer has a person in it.</p>",
                30,
            ),
        ],
    },
)
