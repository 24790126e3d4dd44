"""Rows that the form of a new event offers, and that may stay empty."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import streamfield

from tests.admin.posts import PUBLISH, add_url, edit_url, event_post
from wagtail_lift.pages.models import EventPage

EMPTY = {"question": "", "why": "null", "minutes": "", "asked_by": ""}


def rows_in(response, name):
    html = BeautifulSoup(response.content, "html.parser")
    return [
        row["type"]
        for row in json.loads(html.select_one(f"#{name}")["data-w-block-arguments-value"])[0]
    ]


def questions_of(**rows):
    return streamfield([("question", {**EMPTY, **row}) for row in rows.values()])


def test_new_event_has_rows_to_fill_in(admin_session, programme):
    form = admin_session.get(add_url("eventpage", programme))

    assert rows_in(form, "conversation") == ["question"] * 3
    assert rows_in(form, "reading") == ["reading"]


def test_saved_event_has_the_rows_that_were_written(admin_session, event):
    form = admin_session.get(edit_url(event))

    assert (rows_in(form, "conversation"), rows_in(form, "reading")) == ([], [])


@pytest.mark.parametrize("action", [{}, PUBLISH])
def test_rows_that_stay_empty_are_left_out(admin_session, programme, action):
    rows = questions_of(first={}, second={"question": "Who was kind to you?"}, third={})

    admin_session.post(add_url("eventpage", programme), event_post(conversation=rows, **action))

    event = EventPage.objects.get().get_latest_revision_as_object()
    assert [question.question for question in event.questions] == ["Who was kind to you?"]


@pytest.mark.parametrize("written", [{"minutes": "9"}, {"minutes": "some"}, {"asked_by": "Ada"}])
def test_row_in_which_anything_was_written_is_kept_and_asked_about(
    admin_session, programme, written
):
    url, post = add_url("eventpage", programme), event_post(conversation=questions_of(row=written))

    refused = admin_session.post(url, {**post, **PUBLISH})
    admin_session.post(url, post)

    assert "conversation" in refused.context["form"].errors
    assert len(EventPage.objects.get().get_latest_revision_as_object().conversation) == 1
