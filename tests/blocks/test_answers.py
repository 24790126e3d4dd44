import json
import re

import pytest
from django import forms
from django.http import QueryDict
from wagtail.blocks import BlockField
from wagtail.rich_text import RichText

from wagtail_lift.blocks import (
    AnsweredQuestionsBlock,
    BodyStreamBlock,
    InsightsStreamBlock,
    Question,
    offer_questions,
)
from wagtail_lift.blocks.answers import answered_ids


def asked(block_id, number, question):
    return Question(block_id, number, f"question-{block_id}", question, RichText(""), None, "")


TYPED = json.dumps(
    {
        "blocks": [
            {
                "key": "ab1cd",
                "text": "x",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [],
            }
        ],
        "entityMap": {},
    }
)
QUESTIONS = [asked("id-one", 1, "What helped?"), asked("id-two", 2, "What <i>next</i>?")]


class InsightsForm(forms.Form):
    """A form as Wagtail makes it for a StreamField."""

    insights = BlockField(block=InsightsStreamBlock(required=False), required=False)


@pytest.fixture
def insights(stream, db):
    finding = {"title": "Small", "text": "<p>x</p>", "questions": ["id-one", "id-gone"]}
    return stream(InsightsStreamBlock(), ("finding", finding, "id-f"))


def submitted(**fields):
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        (None, []),
        ("", []),
        ("id-one", ["id-one"]),
        ("id-one, id-two\nid-three", ["id-one", "id-two", "id-three"]),
        (["id-two", "id-one", "id-two"], ["id-two", "id-one"]),
        ((), []),
    ],
)
def test_ids_are_a_list_without_repeats_in_order(value, ids):
    block = AnsweredQuestionsBlock(required=False)

    assert block.to_python(value) == ids
    assert block.normalize(value) == ids
    assert block.get_prep_value(value) == ids
    assert block.get_api_representation(value) == ids
    assert block.clean(value) == ids


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (submitted(q=["id-one", "id-two"]), ["id-one", "id-two"]),
        (submitted(q=["id-one, id-two"]), ["id-one", "id-two"]),
        (submitted(), []),
        ({"q": "id-one id-two"}, ["id-one", "id-two"]),
        ({}, []),
    ],
)
def test_ids_are_read_from_boxes_and_from_text(data, ids):
    block = AnsweredQuestionsBlock(required=False)

    assert block.value_from_datadict(data, {}, "q") == ids
    assert block.value_omitted_from_data(data, {}, "q") is False


def test_required_answers_are_missed_only_on_publishing():
    block = AnsweredQuestionsBlock()

    with pytest.raises(forms.ValidationError) as refused:
        block.clean([])

    assert refused.value.messages == ["This field is required."]
    assert block.clean_deferred([]) == []
    assert block.required is True


def test_ids_are_in_no_search_content():
    assert AnsweredQuestionsBlock().get_searchable_content(["id-one"]) == []


def test_a_form_that_knows_no_questions_shows_ids_as_text(insights):
    block = AnsweredQuestionsBlock(required=False)

    assert block.get_form_state(["id-one", "id-two"]) == "id-one, id-two"
    assert isinstance(block.field.widget, forms.TextInput)


def editor_of(form):
    """Return the HTML that Wagtail's editor starts from, with its JSON as text."""
    return str(form["insights"]).replace("&quot;", '"').replace("\\u0027", "'")


def boxes_in(editor):
    """Return the ids that have a box to tick, in order."""
    return re.findall(r'type=\\"checkbox\\" name=\\"__NAME__\\" value=\\"([^\\]+)\\"', editor)


def test_a_form_that_knows_the_questions_offers_a_box_for_each(insights):
    form = InsightsForm(initial={"insights": insights})

    offer_questions(form.fields["insights"], QUESTIONS, stored=insights)

    editor = editor_of(form)
    assert boxes_in(editor) == ["id-one", "id-two", "id-gone"]
    assert "1. What helped?" in editor
    assert "2. What &amp;lt;i&amp;gt;next" in editor
    assert "A question that is no longer there" in editor


def test_boxes_are_ticked_for_the_ids_that_are_stored(insights):
    form = InsightsForm(initial={"insights": insights})
    offer_questions(form.fields["insights"], QUESTIONS, stored=insights)

    widget = form.fields["insights"].widget
    html = widget.render_with_errors("insights", insights)

    start = html.index("data-w-block-arguments-value=")
    value_json = html[start:].replace("&quot;", '"').split('"[', 1)[1]
    state, _end = json.JSONDecoder().raw_decode(value_json)
    assert state[0]["value"]["questions"] == ["id-one", "id-gone"]


def test_offering_ends_with_the_form(insights):
    form = InsightsForm(initial={"insights": insights})
    offer_questions(form.fields["insights"], QUESTIONS)
    str(form["insights"])
    str(form.media)

    other = InsightsForm(initial={"insights": insights})

    assert boxes_in(editor_of(other)) == []


def test_the_editors_scripts_are_the_same_with_an_offer(insights):
    plain, offering = (InsightsForm(initial={"insights": insights}) for _each in range(2))

    offer_questions(offering.fields["insights"], QUESTIONS)

    assert str(offering.media) == str(plain.media)


def test_questions_never_saved_are_not_offered(insights):
    form = InsightsForm(initial={"insights": insights})

    offer_questions(form.fields["insights"], [asked("", 1, "New?")])

    assert "New?" not in editor_of(form)


def test_a_form_with_an_offer_reads_what_was_ticked(insights):
    data = submitted(
        **{
            "insights-count": ["1"],
            "insights-0-deleted": [""],
            "insights-0-order": ["0"],
            "insights-0-type": ["finding"],
            "insights-0-id": ["id-f"],
            "insights-0-value-title": ["Small"],
            "insights-0-value-text": [TYPED],
            "insights-0-value-questions": ["id-two", "id-gone"],
        }
    )
    form = InsightsForm(data)
    offer_questions(form.fields["insights"], QUESTIONS, stored=insights)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["insights"][0].value["questions"] == ["id-two", "id-gone"]


def test_answered_ids_of_a_stream(insights, stream):
    assert list(answered_ids(insights)) == ["id-one", "id-gone"]
    assert list(answered_ids(None)) == []
    assert list(answered_ids(stream(BodyStreamBlock(), ("paragraph", "<p>x</p>", "i")))) == []
