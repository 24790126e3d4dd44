from datetime import date

import pytest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from wagtail_lift.enums import Status
from wagtail_lift.formats.spreadsheets import safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_safe_cell_marks_text_that_begins_like_a_formula(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["", "a=b", "Kindness", 5, -5, None, date(2027, 6, 1), True])
def test_safe_cell_leaves_everything_else_as_it_is(value):
    assert safe_cell(value) == value


@pytest.mark.parametrize("text", [gettext_lazy("=1"), mark_safe("=1")])
def test_safe_cell_sees_through_other_kinds_of_text(text):
    assert safe_cell(text) == "'=1"


def test_safe_cell_writes_the_value_of_a_choice():
    assert safe_cell(Status.CANCELLED) == "cancelled"
