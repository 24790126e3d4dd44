"""The running order with clock times."""

import json
from datetime import time

import pytest

from tests.factories import make_event, make_programme
from wagtail_lift.domain.guide import RunSheetLine

QUESTION = {"type": "question", "id": "q", "value": {"question": "What now?", "minutes": 20}}
NOTE_BLOCK = {"type": "question_note", "id": "n", "value": {"question": "q", "note": "Slowly."}}


@pytest.fixture
def event(home):
    return make_event(
        make_programme(home),
        conversation=json.dumps([QUESTION]),
        running_order=json.dumps([NOTE_BLOCK]),
    )


def test_copy_keeps_the_questions_of_its_notes(event):
    copy = event.copy(update_attrs={"slug": "copy"})

    assert copy.get_running_order_sheet(time(9))[0].title == "What now?"


def test_sheet_counts_from_any_start(event):
    assert event.get_running_order_sheet(time(23, 50)) == (
        RunSheetLine("What now?", 20, time(23, 50), time(0, 10)),
    )
    assert event.running_order_minutes == 20
