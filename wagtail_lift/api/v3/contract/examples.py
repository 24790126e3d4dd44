"""Examples of requests: each is tried by a test."""

from typing import Any

from .operations import operations_of

EVENT: dict[str, Any] = {
    "meta": {"type": "wagtail_lift_pages.EventPage", "parent_id": 3, "action": "publish"},
    "title": "Kindness over lunch",
    "summary": "An hour about kindness, and how we find it.",
    "start_date": "2027-06-01",
    "start_time": "12:30:00",
    "end_time": "14:00:00",
    "timezone": "Europe/London",
    "conversation": [
        {
            "type": "question",
            "id": "what-is-kind",
            "value": {"question": "What is kind?", "minutes": 20},
        }
    ],
    "body": [
        {"type": "heading", "value": {"text": "Before you come", "level": "2"}},
        {
            "type": "paragraph",
            "value": {"format": "db_markdown", "content": "Bring **something to eat**."},
        },
    ],
    "topics": ["kindness"],
    "audiences": ["health"],
}

CHANGE: dict[str, Any] = {
    "meta": {"type": "wagtail_lift_pages.EventPage"},
    "summary": "An hour about kindness at work.",
    "recurrence_rule": "FREQ=MONTHLY;BYDAY=2TU",
}

PRIVATE: dict[str, Any] = {
    "join_url": "https://meet.example.org/room",
    "running_order": [
        {
            "type": "part",
            "id": "arrive",
            "value": {"title": "Arrive", "minutes": 10, "what_to_say": "<p>Welcome.</p>"},
        }
    ],
    "meta": {"action": "publish"},
}

BODIES = {
    "pages_create": {"event": {"summary": "Create and publish an event", "value": EVENT}},
    "pages_update": {"event": {"summary": "Change an event, as a draft", "value": CHANGE}},
    "lift_event_private_update": {"part": {"summary": "A running order", "value": PRIVATE}},
}


def give_examples(document: dict[str, Any]) -> None:
    """Add the examples of bodies to their operations."""
    for operation in operations_of(document):
        if operation.id in BODIES:
            for content in operation.told["requestBody"]["content"].values():
                content["examples"] = BODIES[operation.id]
