import re

import pytest
from django.utils.functional import Promise

from wagtail_lift import exceptions
from wagtail_lift.exceptions import LiftError, MeetingCancelled

ERRORS = [
    member
    for member in vars(exceptions).values()
    if isinstance(member, type) and issubclass(member, LiftError)
]


@pytest.mark.parametrize("error", ERRORS)
def test_error_has_a_code_and_a_translatable_message(error):
    assert re.fullmatch(r"[a-z_]+", error.code)
    assert isinstance(error.message, Promise)
    assert str(error()) == str(error.message)


def test_errors_can_be_told_apart_by_their_codes():
    assert len({error.code for error in ERRORS}) == len(ERRORS)


def test_error_may_say_it_in_other_words():
    found = MeetingCancelled("Not on Monday.")

    assert (found.code, found.message, str(found)) == (
        "meeting_cancelled",
        "Not on Monday.",
        "Not on Monday.",
    )
