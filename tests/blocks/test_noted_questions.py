"""The choice of a question for a note: any id is kept, and the browser fills in the rest."""

import json

from wagtail.admin.telepath import JSContext

from wagtail_lift.blocks import NotedQuestionBlock


def test_any_id_is_kept():
    block = NotedQuestionBlock(required=False)

    values = [block.clean(block.to_python(given)) for given in ("id-gone", "", None)]

    assert values == ["id-gone", "", ""]


def test_id_comes_from_a_form():
    block = NotedQuestionBlock(required=False)

    assert block.value_from_datadict({"q": "id-one"}, {}, "q") == "id-one"


def test_choice_is_made_by_our_script_with_words_in_the_language_of_the_editor():
    context = JSContext()

    packed = json.dumps(context.pack(NotedQuestionBlock(required=False)))

    assert "wagtail_lift.NotedQuestionSelect" in packed
    assert "A question that is no longer there" in packed
    assert "wagtail_lift/admin/noted_questions.js" in str(context.media)
