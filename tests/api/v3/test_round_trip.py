"""What a GET answered can be sent back: nothing changes, shown or not."""

import json
from datetime import date, time

import pytest
from wagtail.fields import StreamField

from tests.agendas import agenda, day, pause, session, together
from tests.api.conftest import JOIN_URL
from tests.factories import make_event, make_host, make_pack, meeting_of
from wagtail_lift.actions import change_meeting
from wagtail_lift.events.facets import tags_in_order
from wagtail_lift.pages.models import EventPage

READING = {
    "title": "A page",
    "authors": "",
    "publisher": "",
    "date": "2025-05-01",
    "why": "",
    "url": "",
    "document": None,
}
GUIDE = [
    {"type": "purpose", "id": "p", "value": '<p data-block-key="abcde">To listen.</p>'},
    {
        "type": "preparation",
        "id": "prep",
        "value": [{"type": "item", "id": "i-1", "value": "Chairs"}],
    },
    {
        "type": "round",
        "id": "round",
        "value": {
            "title": "First",
            "minutes": 20,
            "what_to_say": '<p data-block-key="fghij">Who was kind?</p>',
            "prompts": [{"type": "item", "id": "i-2", "value": "And then?"}],
            "host_tip": "Wait.",
        },
    },
]
RESOURCES = [
    {
        "type": "resource",
        "id": "r",
        "value": {
            "title": "Prompts",
            "description": "",
            "url": "https://example.org/prompts",
            "page": None,
            "document": None,
        },
    }
]
STREAMS = (
    "body",
    "after_body",
    "updates",
    "materials",
    "conversation",
    "agenda",
    "reading",
    "running_order",
)
UPDATES = [
    {
        "type": "update",
        "id": "u",
        "value": {
            "text": '<p data-block-key="abcde">Room 2.</p>',
            "date": "2027-03-27",
            "time": "18:05:00",
        },
    }
]
MATERIALS = [
    {
        "type": "recording",
        "id": "m-r",
        "value": {
            "title": "The talk",
            "url": "https://films.example.org/talk",
            "kind": "sound",
            "captions": "not_needed",
            "caption_languages": "",
            "transcript": {
                "text": '<p data-block-key="fghij">Good evening.</p>',
                "document": None,
                "url": "",
            },
            "minutes": 75,
            "date": "2027-03-28",
        },
    },
    {
        "type": "slides",
        "id": "m-s",
        "value": {
            "title": "Slides",
            "by": "Ada",
            "document": None,
            "url": "https://example.org/s",
        },
    },
]
BOOKKEEPING = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "live_revision",
    "latest_revision_created_at",
    "first_published_at",
    "last_published_at",
}


def content_of(page):
    """Return everything a page holds, private values and hidden rows included."""
    content = {k: v for k, v in page.serializable_data().items() if k not in BOOKKEEPING}
    for name in STREAMS:
        content[name] = json.loads(content[name])
    for name in ("topics", "audiences"):
        del content[f"tagged_{name}"]  # rows, which are written anew
        content[name] = [tag.name for tag in tags_in_order(page, name)]
    return content


def stored(page):
    """Return the content of a page as published and as drafted."""
    live = type(page).objects.get(pk=page.pk)
    return content_of(live), content_of(live.get_latest_revision_as_object())


def differences(page, before):
    """Return what differs from ``before``, as published and as drafted: nothing, if all is well."""
    return [
        {name: (before[name], value) for name, value in after.items() if before[name] != value}
        for after in stored(page)
    ]


def sendable(body, model):
    """Return the writable keys of what a GET answered, foreign keys by their own names."""
    from wagtail.api.v3.registry import registry

    names = registry.get(model._meta.label).patch_schema.model_fields
    sent = {}
    for name, field in names.items():
        if name == "meta":
            continue
        if field.alias and field.alias != name:
            sent[field.alias] = body[name] and body[name]["id"]
        elif name in body:
            sent[name] = body[name]
    return sent


@pytest.fixture
def rich_event(programme, conversation, running_order, home):
    """An event with a value in every field; its second host is not public."""
    inspiration = make_pack(programme, "Elsewhere", opens_early=True)
    speakers = [make_host("Una Unlisted", is_listed=False), make_host("Cy"), make_host("Di")]
    speakers[2].is_listed = False
    speakers[2].save()
    event = make_event(
        programme,
        "Full event",
        start_date=date(2027, 3, 28),
        start_time=time(18, 30, 15),
        end_date=date(2027, 3, 29),
        end_time=time(0, 10),
        timezone="Europe/London",
        hosts=[
            make_host("Ada Bell"),
            make_host("Secret Sam", is_listed=False),
            make_host("Bo Carr"),
            make_host("Hidden Hal", live=False),
        ],
        topics=["kindness", "care, and more"],
        audiences=["health", "social care"],
        conversation=json.dumps(conversation),
        running_order=json.dumps(running_order),
        body=json.dumps(
            [
                {"type": "heading", "id": "h", "value": {"text": "Why", "level": "2"}},
                {"type": "paragraph", "id": "p", "value": "<p>Because.</p>"},
                {"type": "quote", "id": "q", "value": {"text": "Be kind.", "attribution": "Ada"}},
                {
                    "type": "details",
                    "id": "d",
                    "value": {"summary": "More", "text": "<p>Even more.</p>"},
                },
            ]
        ),
        agenda=agenda(
            day("Arriving", 1),
            session("Talk", "18:45:00", 20, room="Hall", speakers=speakers),
            pause("Tea", None, 10),
            together(session("A", speakers=speakers[1:]), session("B", speakers=speakers[:1])),
        ),
        updates=json.dumps(UPDATES),
        materials=json.dumps(MATERIALS),
        reading=json.dumps(
            [
                {
                    "type": "reading",
                    "id": "r",
                    "value": READING | {"page": home.pk},
                }
            ]
        ),
        join_url=JOIN_URL,
        attendance_mode="both",
        step_free=True,
        recording="no",
        languages="English, BSL",
        booking_mode="elsewhere",
        booking_url="https://tickets.example.org/7",
        booking_opens_date=date(2027, 1, 5),
        booking_opens_time=time(9, 0),
        booking_closes_before=90,
        booking_closes_unit="minutes",
        booking_places="waiting_list",
        contact_name="The team",
        contact_email="team@example.org",
        contact_page=home,
        inspired_by=inspiration,
    )
    return EventPage.objects.get(pk=event.pk)


@pytest.mark.parametrize("action", [None, "publish"])
@pytest.mark.parametrize("reader", ["anybody", "editor"])
def test_patch_of_what_a_get_answered_changes_nothing(
    rich_event, anybody, editor, reader, action, request
):
    before = content_of(EventPage.objects.get(pk=rich_event.pk))
    _, body = request.getfixturevalue(reader)("get", f"pages/{rich_event.pk}/")
    sent = {**sendable(body, EventPage), "meta": {"action": action}}

    status, answer = editor("patch", f"pages/{rich_event.pk}/", sent)

    assert (status, answer.get("errors")) == (200, None)
    assert differences(rich_event, before) == [{}, {}]


def test_patch_of_unchanged_tags_leaves_their_rows(event, editor):
    before = [*event.tagged_topics.order_by("pk").values_list("pk", "tag__name")]
    _, body = editor("get", f"pages/{event.pk}/")

    editor("patch", f"pages/{event.pk}/", {**body, "meta": {"action": "publish"}})

    assert [name for _key, name in before] == ["kindness", "care"]
    assert body["topics"] == ["care", "kindness"]
    assert [*event.tagged_topics.order_by("pk").values_list("pk", "tag__name")] == before


def test_patch_of_tags_writes_those_that_are_sent(event, editor):
    topics = ["care", "rest"]

    editor("patch", f"pages/{event.pk}/", {"topics": topics, "meta": {"action": "publish"}})

    assert sorted(EventPage.objects.get().topics.names()) == topics


def test_patch_of_the_whole_body_of_a_get_changes_nothing(rich_event, editor):
    before = content_of(EventPage.objects.get(pk=rich_event.pk))
    _, body = editor("get", f"pages/{rich_event.pk}/")

    status, answer = editor("patch", f"pages/{rich_event.pk}/", body)

    assert (status, answer.get("errors")) == (200, None)
    assert differences(rich_event, before) == [{}, {}]


def test_patch_of_an_event_that_is_not_published_changes_nothing(rich_event, editor):
    rich_event.unpublish()
    before = content_of(EventPage.objects.get(pk=rich_event.pk))
    _, body = editor("get", f"pages/{rich_event.pk}/")

    status, answer = editor("patch", f"pages/{rich_event.pk}/", sendable(body, EventPage))

    assert (status, answer.get("errors")) == (200, None)
    assert differences(rich_event, before) == [{}, {}]


def test_patch_of_an_event_that_was_moved_moves_nothing(event, editor, superuser, now):
    new_times = {"starts_at": now.replace(year=2028), "ends_at": now.replace(year=2028, hour=15)}
    change_meeting(meeting_of(event), user=superuser, **new_times)
    before = content_of(EventPage.objects.get(pk=event.pk))
    _, body = editor("get", f"pages/{event.pk}/")

    editor("patch", f"pages/{event.pk}/", {**body, "meta": {"action": "publish"}})

    meeting = meeting_of(event)
    assert differences(event, before) == [{}, {}]
    assert (body["start_date"], body["starts_at"]) == ("2027-06-01", "2028-11-23T12:00:00Z")
    assert {name: getattr(meeting, f"current_{name}") for name in new_times} == new_times


@pytest.fixture
def rich_programme(programme, home):
    programme.introduction = '<p data-block-key="abcde">All <b>welcome</b>.</p>'
    programme.body = json.dumps(
        [{"type": "quote", "id": "q", "value": {"text": "Be kind.", "attribution": "Ada"}}]
    )
    programme.contact_page = home
    programme.save()
    return programme


@pytest.fixture
def rich_pack(open_pack):
    open_pack.guide = json.dumps(GUIDE)
    open_pack.resources = json.dumps(RESOURCES)
    open_pack.materials = json.dumps(MATERIALS)
    open_pack.save()
    return open_pack


def everything_of(page):
    """Return each field and row of a page, streams as JSON, tags by their names."""
    content = {k: v for k, v in page.serializable_data().items() if k not in BOOKKEEPING}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            content[field.name] = json.loads(content[field.name])
    return content


@pytest.mark.parametrize("kind", ["rich_event", "rich_pack", "closed_pack", "rich_programme"])
@pytest.mark.parametrize("version", ["live", "draft"])
@pytest.mark.parametrize("action", [None, "publish"])
def test_whole_body_is_taken_back_and_every_row_stays(editor, request, kind, version, action):
    page = request.getfixturevalue(kind)
    page = type(page).objects.get(pk=page.pk)
    before = everything_of(page)
    _, body = editor("get", f"pages/{page.pk}/?version={version}")
    body["meta"]["action"] = action

    status, answer = editor("patch", f"pages/{page.pk}/", body)
    again, _ = editor("patch", f"pages/{page.pk}/", answer)

    after = type(page).objects.get(pk=page.pk)
    assert (status, answer.get("errors"), again) == (200, None, 200)
    assert everything_of(after) == before
    assert everything_of(after.get_latest_revision_as_object()) == before


@pytest.mark.parametrize("kind", ["rich_event", "rich_pack", "rich_programme"])
def test_answer_says_what_a_get_says(editor, request, kind):
    page = request.getfixturevalue(kind)
    _, before = editor("get", f"pages/{page.pk}/")

    _, answer = editor("patch", f"pages/{page.pk}/", before)

    _, after = editor("get", f"pages/{page.pk}/")
    assert answer == after == before


def test_cards_of_a_block_of_events_are_never_stored(editor, event, programme):
    shown = {"title": "", "programme": programme, "what": "upcoming", "count": 3}
    page = make_event(programme, "Elsewhere", body=[("events", shown)])
    _, body = editor("get", f"pages/{page.pk}/")
    assert body["body"][0]["value"]["items"] != []

    status, answer = editor("patch", f"pages/{page.pk}/", body)

    stored = type(page).objects.get(pk=page.pk).get_latest_revision().content["body"]
    assert (status, answer["body"]) == (200, body["body"])
    assert json.loads(stored)[0]["value"].keys() == shown.keys()
