"""Creating insights packs in version 3."""

import pytest

from tests.api.conftest import finding
from tests.factories import make_event, meeting_of
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture
def new_pack(past_event):
    """Return the body of a request that creates and publishes a pack below its event."""
    return {
        "meta": {
            "type": "wagtail_lift_pages.InsightsPack",
            "parent_id": past_event.pk,
            "action": "publish",
        },
        "title": "What we learnt",
        "introduction": {"format": "db_markdown", "content": "We learnt **much**."},
        "insights": [finding("Small things")],
        "people_count": 12,
    }


def test_pack_made_below_an_event_is_about_it(new_pack, past_event, editor, anybody):
    status, created = editor("post", "pages/", new_pack)

    _, seen = anybody("get", f"pages/{created['id']}/?rich_text_format=markdown")
    assert status == 201
    assert (seen["event"]["id"], seen["is_open"]) == (past_event.pk, True)
    assert (seen["insights"], seen["people_count"]) == (
        [{**finding("Small things"), "value": seen["insights"][0]["value"]}],
        12,
    )
    assert seen["introduction"].strip() == "We learnt **much**."


def test_second_pack_for_an_event_is_refused_at_its_event(new_pack, open_pack, past_event, editor):
    implied = editor("post", "pages/", {**new_pack, "slug": "second"})
    stated = editor("post", "pages/", {**new_pack, "slug": "third", "event_id": past_event.pk})

    message = "This event already has a published or scheduled insights pack for this date."
    assert [(status, answer["errors"]) for status, answer in (implied, stated)] == [
        (422, [{"type": "pack_exists", "loc": ["event_id"], "msg": message}])
    ] * 2
    assert InsightsPack.objects.count() == 1


def test_slug_that_hides_a_sub_route_is_refused_at_the_slug(new_pack, programme, editor):
    new_pack["meta"]["parent_id"] = programme.pk

    status, answer = editor("post", "pages/", {**new_pack, "slug": "insights"})

    assert status == 422
    assert [error["loc"] for error in answer["errors"]] == [["slug"]]


def test_answer_to_who_publishes_is_what_a_get_answers(new_pack, editor):
    _, created = editor("post", "pages/", new_pack)
    _, seen = editor("get", f"pages/{created['id']}/")

    assert (created["is_open"], created["meta"]["first_published_at"]) == (
        True,
        "2026-11-23T12:00:00Z",
    )
    assert created == seen


def test_date_of_a_pack_is_taken_or_refused(open_pack, past_event, programme, editor):
    own, foreign = meeting_of(past_event).pk, meeting_of(make_event(programme, "Another")).pk
    kind = {"type": "wagtail_lift_pages.InsightsPack"}

    answers = {
        key: editor("patch", f"pages/{open_pack.pk}/", {"meeting_id": key, "meta": kind})
        for key in (own, foreign, 99999)
    }

    assert {key: status for key, (status, _) in answers.items()} == {
        own: 200,
        foreign: 422,
        99999: 422,
    }
    assert [error["loc"] for error in answers[foreign][1]["errors"]] == [["meeting_id"]]
