import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from wagtail.blocks import BooleanBlock, CharBlock, IntegerBlock, RichTextBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock

from wagtail_lift.blocks import ConversationQuestionBlock, PrivateFieldsMixin
from wagtail_lift.blocks.private_fields import Submission

STORED = {"question": "Why?", "facilitator_note": "SECRET-NOTE"}


class SiteBlock(PrivateFieldsMixin, StructBlock):
    """A block as a site would write it, without a template."""

    private_fields = ("phone", "places", "is_vip")

    name = CharBlock()
    phone = CharBlock(required=False)
    places = IntegerBlock(required=False)
    is_vip = BooleanBlock(required=False)


@pytest.fixture
def question():
    return ConversationQuestionBlock()


def form_data(**fields: str) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, text in fields.items():
        data[f"q-{name}"] = text
    return data


def question_form(**fields: str) -> QueryDict:
    return form_data(**{"question": "Why?", "why": "null", "minutes": "", "asked_by": "", **fields})


def test_a_private_field_is_in_no_api_representation(question):
    representation = question.get_api_representation(question.to_python(STORED))

    assert representation == {"question": "Why?", "why": "", "minutes": None, "asked_by": ""}


def test_a_private_field_is_in_no_search_content(question):
    assert question.get_searchable_content(question.to_python(STORED)) == ["Why?"]


def test_a_private_field_is_stored(question):
    assert question.get_prep_value(question.to_python(STORED)) == {
        "question": "Why?",
        "why": "",
        "minutes": None,
        "asked_by": "",
        "facilitator_note": "SECRET-NOTE",
    }


def test_a_private_field_is_shown_to_editors(question):
    state = question.get_form_state(question.to_python(STORED))

    assert state["facilitator_note"] == "SECRET-NOTE"


def test_a_private_field_is_not_in_the_context_of_a_template(question):
    context = question.get_context(question.to_python(STORED))

    assert "SECRET-NOTE" not in str(context)
    assert list(context["value"]) == ["question", "why", "minutes", "asked_by"]
    assert context["self"] == context["value"]


def test_a_private_field_is_not_in_a_rendering_without_template():
    block = SiteBlock()
    value = block.to_python({"name": "Maya", "phone": "SECRET-PHONE", "places": 3})

    assert block.render(value).split() == ["<dl>", "<dt>name</dt>", "<dd>Maya</dd>", "</dl>"]


def test_an_emptied_private_field_is_empty(question):
    value = question.value_from_datadict(question_form(facilitator_note=""), {}, "q")

    assert question.clean(value)["facilitator_note"] == ""


def test_a_private_field_that_the_form_did_not_have_is_missing(question):
    value = question.value_from_datadict(question_form(), {}, "q")

    assert question.clean(value)["facilitator_note"] is Submission.MISSING


def test_a_private_field_that_the_api_bound_to_none_is_missing(question):
    data = MultiValueDict()
    data.update(question_form())
    data["q-facilitator_note"] = None

    value = question.value_from_datadict(data, {}, "q")

    assert question.clean(value)["facilitator_note"] is Submission.MISSING


def test_missing_and_emptied_are_told_apart_for_every_type_of_field():
    block = SiteBlock()
    emptied = block.clean(
        block.value_from_datadict(form_data(name="Maya", phone="", places=""), {}, "q")
    )
    bound_to_none = MultiValueDict({f"q-{name}": [None] for name in block.private_fields})
    bound_to_none["q-name"] = "Maya"

    missing = block.clean(block.value_from_datadict(bound_to_none, {}, "q"))

    assert dict(emptied) == {"name": "Maya", "phone": "", "places": None, "is_vip": False}
    assert dict(missing) == {
        "name": "Maya",
        "phone": Submission.MISSING,
        "places": Submission.MISSING,
        "is_vip": Submission.MISSING,
    }


def test_a_missing_value_is_false_like_an_empty_one():
    assert not Submission.MISSING


def test_the_order_of_fields_stays_when_one_is_missing(question):
    value = question.value_from_datadict(question_form(), {}, "q")

    assert list(question.clean(value)) == list(question.child_blocks)


def test_a_missing_value_is_stored_and_edited_as_the_default(question):
    value = question.clean(question.value_from_datadict(question_form(), {}, "q"))

    assert question.get_prep_value(value)["facilitator_note"] == ""
    assert question.get_form_state(value)["facilitator_note"] is None
    assert question.get_api_representation(value)["question"] == "Why?"
    assert list(question.extract_references(value)) == []


def test_errors_of_other_fields_are_reported_while_a_private_one_is_missing(question):
    value = question.value_from_datadict(question_form(question=""), {}, "q")

    with pytest.raises(ValidationError) as refused:
        question.clean(value)

    assert list(refused.value.block_errors) == ["question"]


def test_search_index_off_is_respected():
    block = SiteBlock(search_index=False)

    assert block.get_searchable_content(block.to_python({"name": "Maya"})) == []


def test_private_fields_of_plain_types_pass_the_checks():
    assert SiteBlock().check() == []


@pytest.mark.parametrize("name", ["no_such_field", "text", "within"])
def test_a_field_that_cannot_be_private_is_reported(name):
    class Impossible(PrivateFieldsMixin, StructBlock):
        private_fields = (name,)

        text = RichTextBlock()
        within = SiteBlock()
        chosen = ImageChooserBlock()

    (error,) = Impossible().check()

    assert error.id == "wagtail_lift.E101"
    assert error.msg == f"'{name}' cannot be a private field of Impossible."
