"""The dates of a form as it stands: what is shown while an editor types, and to whom."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.admin.posts import event_post
from tests.factories import make_pack
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.models import EventPage, Meeting

NOW = datetime(2027, 5, 1, 12, 0, tzinfo=UTC)
WEEKLY = {"recurrence_rule-frequency": "WEEKLY"}


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def editor(programme):
    """Somebody who may edit and add pages of the programme, and publish none."""
    return make_team("editors", programme, "add", "change").user


def dates_in(answer):
    """Return the next dates, all dates, and the problems that an answer shows."""
    html = BeautifulSoup(answer.content, "html.parser")
    listed = [
        [item.get_text(" ", strip=True) for item in found.select("li")]
        for found in html.select("ol")
    ]
    return listed, [item.get_text() for item in html.select(".lift-plan__problems li")]


def test_next_five_dates_and_the_whole_list_are_shown_while_typing(log_in, editor, event):
    typed = {**event_post(), **WEEKLY, "recurrence_rule-ends": "count", "recurrence_rule-count": 7}

    answer = log_in(editor).post(reverse("lift_plan", args=[event.pk]), typed)

    (next_dates, all_dates), problems = dates_in(answer)
    assert "Every Tuesday, 7 times" in answer.text
    assert next_dates == [
        "Tue 1 Jun 2027, 12:30 – 14:00",
        "Tue 8 Jun 2027, 12:30 – 14:00",
        "Tue 15 Jun 2027, 12:30 – 14:00",
        "Tue 22 Jun 2027, 12:30 – 14:00",
        "Tue 29 Jun 2027, 12:30 – 14:00",
    ]
    assert all_dates[:5] == next_dates
    assert len(all_dates) == 7
    assert problems == []
    assert Meeting.objects.count() == 1
    assert EventPage.objects.get(pk=event.pk).recurrence_rule == ""


def test_added_and_skipped_dates_count_as_they_are_typed(log_in, editor, event):
    typed = {
        **event_post(),
        **WEEKLY,
        "recurrence_rule-ends": "count",
        "recurrence_rule-count": 3,
        **nested_form_data(
            {
                "skipped_dates": streamfield([("date", "2027-06-08")]),
                "added_dates": streamfield(
                    [("date", {"start_date": "2027-07-01", "start_time": "18:00"})]
                ),
            }
        ),
    }

    answer = log_in(editor).post(reverse("lift_plan", args=[event.pk]), typed)

    (_, all_dates), _ = dates_in(answer)
    assert all_dates == [
        "Tue 1 Jun 2027, 12:30 – 14:00",
        "Tue 8 Jun 2027, 12:30 – 14:00 Left out",
        "Tue 15 Jun 2027, 12:30 – 14:00",
        "Thu 1 Jul 2027, 18:00 – 19:30",
    ]


def test_what_was_done_to_dates_stands_beside_them(log_in, editor, superuser, event):
    event.recurrence_rule = "FREQ=WEEKLY;COUNT=8"
    event.skipped_dates = [("date", "2027-06-01")]
    event.save_revision().publish()
    second, third, fourth, fifth = Meeting.objects.shown().order_by("starts_at")[:4]
    cancel_meeting(second, user=superuser)
    change_meeting(
        third,
        starts_at=third.starts_at + timedelta(days=1),
        ends_at=third.ends_at + timedelta(days=1),
        user=superuser,
    )
    postpone_meeting(fourth, user=superuser)
    change_meeting(fifth, location=Location("in_person", venue_name="Library"), user=superuser)

    answer = log_in(editor).post(
        reverse("lift_plan", args=[event.pk]),
        {
            **event_post(),
            **WEEKLY,
            "recurrence_rule-ends": "count",
            "recurrence_rule-count": 8,
            **nested_form_data(
                {"skipped_dates": streamfield([("date", "2027-06-01"), ("date", "2027-06-09")])}
            ),
        },
    )

    (next_dates, all_dates), _ = dates_in(answer)
    assert next_dates[:5] == [
        "Tue 1 Jun 2027, 12:30 – 14:00 Left out",
        "Tue 8 Jun 2027, 12:30 – 14:00 Cancelled",
        "Wed 16 Jun 2027, 12:30 – 14:00 Moved (planned for Tue 15 Jun 2027, 12:30)",
        "Tue 22 Jun 2027, 12:30 – 14:00 Postponed",
        "Tue 29 Jun 2027, 12:30 – 14:00 Elsewhere Library",
    ]
    assert next_dates == all_dates
    assert (len(all_dates), "All 7 dates" in answer.text) == (8, True)
    assert "gives no date on a day that is left out: Wednesday 9 June 2027" in answer.text


def test_next_dates_end_with_the_fifth_that_goes_ahead(log_in, editor, event):
    left_out = streamfield([("date", "2027-06-08"), ("date", "2027-07-06")])
    typed = {**event_post(), **WEEKLY, **nested_form_data({"skipped_dates": left_out})}

    answer = log_in(editor).post(reverse("lift_plan", args=[event.pk]), typed)

    (next_dates, _), _ = dates_in(answer)
    assert [words[:10].strip() for words in next_dates] == [
        "Tue 1 Jun",
        "Tue 8 Jun",
        "Tue 15 Jun",
        "Tue 22 Jun",
        "Tue 29 Jun",
        "Tue 6 Jul",
        "Tue 13 Jul",
    ]


def test_dates_are_those_of_the_event_whatever_zone_the_account_prefers(log_in, editor, event):
    profile = UserProfile.get_for_user(editor)
    profile.current_time_zone = "Pacific/Auckland"
    profile.save()

    answer = log_in(editor).post(reverse("lift_plan", args=[event.pk]), {**event_post(), **WEEKLY})

    (next_dates, _), _ = dates_in(answer)
    assert next_dates[0] == "Tue 1 Jun 2027, 12:30 – 14:00"


def test_what_keeps_the_dates_from_being_published_is_told(log_in, editor, event):
    typed = {**event_post(), "recurrence_rule-frequency": "WEEKLY", "start_date": ""}

    answer = log_in(editor).post(reverse("lift_plan", args=[event.pk]), typed)

    assert dates_in(answer) == ([], ["Choose the date on which the event starts."])


def test_half_typed_form_is_no_error(log_in, editor, event):
    typed = {**event_post(), "title": "", "start_time": "12:", "end_date": "soon", **WEEKLY}

    answer = log_in(editor).post(reverse("lift_plan", args=[event.pk]), typed)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "sent", [{}, {"title": "Only this"}, {**event_post(), "body-count": "abc"}]
)
def test_request_without_the_whole_form_is_refused(log_in, editor, event, programme, sent):
    session = log_in(editor)
    new = ["wagtail_lift_pages", "eventpage", programme.pk]

    answers = [
        session.post(reverse("lift_plan", args=[event.pk]), sent),
        session.post(reverse("lift_plan_new", args=new), sent),
    ]

    assert [answer.status_code for answer in answers] == [400, 400]


def test_dates_of_a_new_event_are_shown_to_those_who_may_add_it(log_in, editor, programme):
    address = reverse("lift_plan_new", args=["wagtail_lift_pages", "eventpage", programme.pk])

    answer = log_in(editor).post(address, {**event_post(), **WEEKLY})

    (next_dates, all_dates), _ = dates_in(answer)
    assert (len(next_dates), len(all_dates)) == (5, 105)


def test_form_shows_the_dates_as_saved_and_names_the_address(log_in, editor, programme, event):
    client = log_in(editor)

    edited = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    made = client.get(
        reverse("wagtailadmin_pages:add", args=["wagtail_lift_pages", "eventpage", programme.pk])
    ).content.decode()

    assert f'data-lift-plan="/admin/lift/plan/{event.pk}/"' in edited
    assert "There is one date." in edited
    assert f'data-lift-plan="/admin/lift/plan/wagtail_lift_pages/eventpage/{programme.pk}/"' in made


def test_dates_of_others_are_shown_to_nobody_else(log_in, editor, other_event):
    page = reverse("lift_plan", args=[other_event.pk])
    new = reverse(
        "lift_plan_new", args=["wagtail_lift_pages", "eventpage", other_event.get_parent().pk]
    )
    stranger = make_team("strangers", None).user

    for address in (page, new):
        anonymous = Client().post(address, event_post())
        assert anonymous["Location"].startswith("/admin/login/")
        for user in (editor, stranger):
            answer = log_in(user).post(address, {**event_post(), **WEEKLY})
            assert (answer.status_code, answer["Location"]) == (302, "/admin/")


@pytest.mark.parametrize(
    "words",
    [
        ("lift_plan", "pack"),
        ("lift_plan", "nothing"),
        ("lift_plan_new", "wagtail_lift_pages", "insightspack", "programme"),
        ("lift_plan_new", "nowhere", "eventpage", "programme"),
        ("lift_plan_new", "wagtail_lift_pages", "eventpage", "nothing"),
    ],
)
def test_what_is_no_event_has_no_dates(admin_session, programme, event, words):
    keys = {"pack": make_pack(event).pk, "programme": programme.pk, "nothing": 9_999_999}
    address = reverse(words[0], args=[keys.get(word, word) for word in words[1:]])

    assert admin_session.post(address, event_post()).status_code == 404
    assert admin_session.get(address).status_code == 405
