"""The sentence about typed dates and times: in both forms, and asked for while an editor types."""

from datetime import time

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.admin.posts import PUBLISH, add_url, edit_url, event_post
from tests.factories import make_event, meeting_of

TYPED = {
    "start_date": "20 Jan 2027",
    "start_time": "10pm",
    "end_date": "",
    "end_time": "1am",
    "timezone": "Europe/London",
}
SENTENCE = "Wednesday 20 January 2027, 22:00 to Thursday 21 January, 01:00, 3 h, London time (GMT)"
STORED = "Tuesday 1 June 2027, 12:30 to 14:00, 1 h 30 min, London time (BST)"


@pytest.fixture
def editor(db):
    """Somebody who may log in to the admin, and nothing else."""
    return make_team("editors", None).user


def told_in(response) -> list[str]:
    """Return the lines that an answer tells, or those in the form on a page."""
    soup = BeautifulSoup(response.content, "html.parser")
    where = soup.select_one("[data-lift-when]") or soup
    return [line.get_text() for line in where.select("p, li")]


def test_whoever_uses_the_admin_is_told(log_in, editor):
    client = log_in(editor)

    answer = client.get(reverse("lift_when"), TYPED)

    assert told_in(answer) == [SENTENCE]
    assert "private" in answer["Cache-Control"]


def test_nobody_else_is_told(client, db):
    url = reverse("lift_when")

    answer = client.get(url, TYPED)
    by_script = client.get(url, TYPED, headers={"X-Requested-With": "XMLHttpRequest"})

    assert answer.headers["Location"].startswith(reverse("wagtailadmin_login"))
    assert by_script.status_code == 403
    assert b"January" not in answer.content + by_script.content


def test_what_is_typed_is_told_in_the_language_of_the_editor(log_in, editor):
    UserProfile.objects.create(user=editor, preferred_language="de")
    typed = {**TYPED, "start_date": "20.1.2027", "start_time": "12.30 Uhr", "end_time": "14 Uhr"}

    answer = log_in(editor).get(reverse("lift_when"), typed)

    assert told_in(answer) == [
        "Mittwoch, 20. Januar 2027, 12:30 bis 14:00, 1 Std. 30 Min., Ortszeit London (GMT)"
    ]


def test_nothing_that_is_typed_becomes_markup(log_in, editor):
    hostile = "<script>alert(1)</script>\x00"
    query = dict.fromkeys((*TYPED, "typing", "needs_end", "more"), hostile)
    odd = {**TYPED, "timezone": hostile}
    client = log_in(editor)

    answers = [client.get(reverse("lift_when"), typed) for typed in (query, odd, {})]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert not any(b"<script" in answer.content for answer in answers)
    assert "&lt;script&gt;" in answers[0].content.decode()


def test_nothing_is_written(log_in, editor):
    assert log_in(editor).post(reverse("lift_when"), TYPED).status_code == 405


def test_field_in_which_somebody_types_is_left_in_peace(log_in, editor):
    client, url = log_in(editor), reverse("lift_when")
    typed = {**TYPED, "end_time": "soon"}

    quiet = client.get(url, {**typed, "typing": "end_time"})
    left = client.get(url, typed)

    assert told_in(quiet) == []
    assert told_in(left) == [
        "Ends at: “soon” is not a time. Write for example 19:00 or 7 pm.",
    ]


def test_form_of_an_event_tells_what_is_stored(admin_session, event):
    assert told_in(admin_session.get(edit_url(event))) == [STORED]


def test_form_of_a_new_event_tells_that_its_date_is_to_come(admin_session, programme):
    assert told_in(admin_session.get(add_url("eventpage", programme))) == ["Date to come"]


def test_form_that_is_refused_tells_of_what_was_typed(admin_session, event):
    typed = {"start_date": "2027-02-30", "start_time": "7pm", "end_time": "later"}

    response = admin_session.post(edit_url(event), event_post(**typed, **PUBLISH))

    soup = BeautifulSoup(response.content, "html.parser")
    assert told_in(response) == [
        "Starts on: There is no such day as “2027-02-30”. Check the day and the month.",
        "Ends at: “later” is not a time. Write for example 19:00 or 7 pm.",
    ]
    assert {name: soup.select_one(f"#id_{name}")["value"] for name in typed} == typed


def test_form_of_a_date_tells_how_it_is(admin_session, programme):
    late = make_event(programme, start_time=time(22, 0), end_time=time(1, 0))
    meeting = meeting_of(late)

    response = admin_session.get(f"/admin/lift/dates/change/{meeting.pk}/")

    soup = BeautifulSoup(response.content, "html.parser")
    asks = soup.select_one("[data-lift-when]")["data-lift-when"]
    assert told_in(response) == [
        "Tuesday 1 June 2027, 22:00 to Wednesday 2 June, 01:00, 3 h, London time (BST)"
    ]
    assert asks == f"{reverse('lift_when')}?needs_end=1&timezone=Europe%2FLondon"
    assert soup.select_one("script[src*='admin/when.js']") is not None
