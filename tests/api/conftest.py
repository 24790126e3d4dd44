"""Content and callers for the tests of both versions of the API."""

import json
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from tests.factories import make_event, make_host, make_pack, make_programme, when

NOTE = "Ask Ada first; she prefers the front row."
JOIN_URL = "https://meet.example.org/secret-room"


@pytest.fixture(autouse=True)
def today(now):
    """Let every test of the API happen at ``now``."""
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def conversation() -> list[dict[str, Any]]:
    """A conversation with two questions."""
    return [
        {"type": "opening", "value": "<p>Welcome.</p>", "id": "opening-1"},
        {
            "type": "question",
            "id": "question-a",
            "value": {
                "question": "What is kindness?",
                "why": "<p>To <b>begin</b>.</p>",
                "minutes": 20,
                "asked_by": "Ada",
            },
        },
        {
            "type": "question",
            "id": "question-b",
            "value": {
                "question": "And at work?",
                "why": "",
                "minutes": None,
                "asked_by": "",
            },
        },
    ]


@pytest.fixture
def running_order() -> list[dict[str, Any]]:
    """A running order with a note on the first question of the conversation."""
    return [
        {
            "type": "part",
            "id": "part-1",
            "value": {
                "title": "Arrive",
                "minutes": 10,
                "purpose": "",
                "what_to_say": "<p>Welcome.</p>",
                "materials": "Name cards",
                "who": "Ada",
            },
        },
        {
            "type": "question_note",
            "id": "note-1",
            "value": {"question": "question-a", "minutes": None, "who": "", "note": NOTE},
        },
    ]


@pytest.fixture
def event(programme, conversation, running_order):
    """A published event in June 2027 with two public hosts, questions, tags, a running order."""
    return make_event(
        programme,
        hosts=[make_host("Ada Bell"), make_host("Bo Carr")],
        topics=["kindness", "care"],
        audiences=["health"],
        conversation=json.dumps(conversation),
        running_order=json.dumps(running_order),
        join_url=JOIN_URL,
    )


@pytest.fixture
def past_event(programme, now):
    """An event that has taken place."""
    return make_event(programme, "Long ago", **when(now.replace(year=2025)))


@pytest.fixture
def coming_event(programme, now):
    """An event that is to come."""
    return make_event(programme, "Next year", **when(now.replace(year=2027)))


@pytest.fixture
def open_pack(past_event):
    return make_pack(
        past_event,
        "What we learnt",
        introduction="<p>We learnt much.</p>",
        people_count=40,
        insights=json.dumps([finding("Open finding")]),
        guide=json.dumps([{"type": "purpose", "value": "<p>Open guide</p>", "id": "p"}]),
    )


@pytest.fixture
def closed_pack(coming_event):
    return make_pack(
        coming_event,
        "What we shall learn",
        introduction='<p data-block-key="abcde">closed introduction</p>',
        people_count=12,
        insights=json.dumps([finding("closed finding")]),
        resources=json.dumps([]),
        guide=json.dumps([{"type": "purpose", "value": "<p>closed guide</p>", "id": "p"}]),
    )


def finding(title: str) -> dict[str, Any]:
    value = {"title": title, "text": f"<p>{title}</p>", "questions": ["question-a"]}
    return {"type": "finding", "id": "finding-1", "value": value}


@pytest.fixture
def make_editor(db):
    """Return a function that makes an account with permissions on a page and below it."""

    def make(name: str, page: Any, *actions: str) -> Any:
        group = Group.objects.create(name=f"{name} group")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for action in actions:
            permission = Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{action}_page"
            )
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        user = get_user_model().objects.create_user(name, f"{name}@example.org", "pass")
        user.groups.add(group)
        return user

    return make
