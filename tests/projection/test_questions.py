"""The questions of an event as rows: what the published page asks, and who points at them."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_pack, make_programme
from tests.projection.tuesdays import publish
from tests.testapp.models import Story
from wagtail_lift.models import Event, Question
from wagtail_lift.projection import project_events

ASKED = (("a", "What is kindness?"), ("b", "Who was kind to you?"))


def conversation(*asked):
    blocks = [{"type": "question", "id": i, "value": {"question": text}} for i, text in asked]
    return json.dumps([{"type": "opening", "value": "<p>Welcome.</p>", "id": "0"}, *blocks])


def finding(*identities):
    value = {"title": "Small", "text": "<p>Much.</p>", "questions": list(identities)}
    return json.dumps([{"type": "finding", "value": value, "id": "f"}])


def stored(event):
    found = Question.objects.filter(event=event.lift_event).order_by("identity")
    return list(found.values_list("identity", "number", "text"))


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def event(programme):
    return make_event(programme, conversation=conversation(*ASKED))


def test_published_page_gives_a_row_for_each_question(event):
    assert stored(event) == [("a", 1, "What is kindness?"), ("b", 2, "Who was kind to you?")]


def test_edited_and_moved_question_keeps_its_row(event):
    keys = dict(Question.objects.values_list("identity", "pk"))

    publish(event, conversation=conversation(("b", "Who was kind?"), ASKED[0], ("c", "And now?")))

    assert stored(event) == [
        ("a", 2, "What is kindness?"),
        ("b", 1, "Who was kind?"),
        ("c", 3, "And now?"),
    ]
    assert keys.items() <= dict(Question.objects.values_list("identity", "pk")).items()


def test_draft_changes_no_question(event):
    event.conversation = conversation()
    event.save_revision()

    assert [identity for identity, _, _ in stored(event)] == ["a", "b"]


def test_question_that_nobody_points_at_goes(event):
    publish(event, conversation=conversation(ASKED[1]))

    assert stored(event) == [("b", 1, "Who was kind to you?")]


def told_in_a_story(event):
    Story.objects.create(question=Question.objects.get(identity="a"), text="The bus waited.")


def answered_in_a_pack(event):
    make_pack(event, insights=finding("a"))


def answered_in_the_draft_of_a_pack(event):
    make_pack(event, insights=finding("a"), live=False)


@pytest.mark.parametrize(
    "point", [told_in_a_story, answered_in_a_pack, answered_in_the_draft_of_a_pack]
)
def test_question_that_somebody_points_at_stays_without_a_number_and_comes_back(event, point):
    point(event)
    key = Question.objects.get(identity="a").pk

    publish(event, conversation=conversation(ASKED[1]))
    left = stored(event)
    publish(event, conversation=conversation(*ASKED))

    assert left == [("a", None, "What is kindness?"), ("b", 1, "Who was kind to you?")]
    assert stored(event) == [("a", 1, "What is kindness?"), ("b", 2, "Who was kind to you?")]
    assert Question.objects.get(identity="a").pk == key


def test_pack_about_another_event_keeps_no_question(event, programme):
    other = make_event(programme, "Elsewhere", conversation=conversation(*ASKED))
    make_pack(other, insights=finding("a"))

    publish(event, conversation=conversation())

    assert (stored(event), len(stored(other))) == ([], 2)


def test_unpublished_page_keeps_its_questions_and_a_deleted_one_takes_them_along(event):
    event.unpublish()
    kept = stored(event)
    event.delete()

    assert len(kept) == 2
    assert not Question.objects.exists()


def test_event_stays_while_somebody_points_at_a_question(event, caplog):
    told_in_a_story(event)
    key = event.lift_event.pk

    event.delete()

    assert Event.objects.filter(pk=key, questions__identity="a").exists()
    assert caplog.records == []


def test_identities_that_cannot_be_stored_are_left_out(programme):
    asked = (("x" * 65, "Too long?"), ("same", "First?"), ("SAME", "Second?"), ("ok", "Fine?"))
    event = make_event(programme, conversation=conversation(*asked))

    assert stored(event) == [("ok", 4, "Fine?"), ("same", 2, "First?")]


def test_publishing_an_unchanged_page_writes_no_question(event):
    with CaptureQueriesContext(connection) as queries:
        publish(event)

    about = [q["sql"] for q in queries if "wagtail_lift_question" in q["sql"]]
    assert [sql for sql in about if not sql.startswith("SELECT")] == []


def test_number_of_queries_does_not_grow_with_the_events(programme):
    events = [make_event(programme, f"E{n}", conversation=conversation(*ASKED)) for n in range(3)]
    keys = [event.lift_event.pk for event in events]

    counts = []
    for some in (keys[:1], keys):
        with CaptureQueriesContext(connection) as queries:
            project_events(some)
        counts.append(len(queries))

    assert counts[0] == counts[1]
