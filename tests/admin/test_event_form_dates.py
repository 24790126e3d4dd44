"""Dates and times in the form of an event, as an editor types them and a browser sends them."""

from datetime import date, time

from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import streamfield
from wagtail.users.models import UserProfile

from tests.admin.posts import PUBLISH, add_url, edit_url, errors_of, event_post
from wagtail_lift.pages.models import EventPage


def test_dates_and_times_are_read_as_people_write_them(admin_session, programme):
    added = {
        "start_date": "Sun 24 Jan 2027",
        "start_time": "14h30",
        "end_date": "",
        "end_time": "4pm",
    }
    post = event_post(
        start_date="20 January 2027",
        start_time="7pm",
        end_date="1/20/2027",
        end_time="2030",
        booking_mode="elsewhere",
        booking_url="https://example.org/book",
        booking_opens_date="1/13/2027",
        booking_opens_time="9",
        booking_closes_date="Jan 19 2027",
        booking_closes_time="noon",
        skipped_dates=streamfield([("date", "27 Jan 2027")]),
        added_dates=streamfield([("date", added)]),
        **{
            "recurrence_rule-frequency": "WEEKLY",
            "recurrence_rule-ends": "until",
            "recurrence_rule-until": "3 Feb 2027",
        },
        **PUBLISH,
    )

    response = admin_session.post(add_url("eventpage", programme), post)

    event = EventPage.objects.get()
    booking = event.typed_booking
    assert response.status_code == 302
    assert (event.start_date, event.start_time) == (date(2027, 1, 20), time(19, 0))
    assert (event.end_date, event.end_time) == (date(2027, 1, 20), time(20, 30))
    assert (booking.opens_date, booking.opens_time) == (date(2027, 1, 13), time(9, 0))
    assert (booking.closes_date, booking.closes_time) == (date(2027, 1, 19), time(12, 0))
    assert event.recurrence_rule == "FREQ=WEEKLY;UNTIL=20270203"
    assert [block.value for block in event.skipped_dates] == [date(2027, 1, 27)]
    assert [dict(block.value) for block in event.added_dates] == [
        {
            "start_date": date(2027, 1, 24),
            "start_time": time(14, 30),
            "end_date": None,
            "end_time": time(16, 0),
            "hours": "",
        }
    ]


def test_dates_and_times_are_read_in_the_language_of_the_editor(admin_session, superuser, event):
    UserProfile.objects.create(user=superuser, preferred_language="de")
    typed = {"start_date": "2.3.2027", "start_time": "14.30 Uhr", "end_time": "16 Uhr"}

    admin_session.post(edit_url(event), event_post(**typed, **PUBLISH))

    event.refresh_from_db()
    assert (event.start_date, event.start_time, event.end_time) == (
        date(2027, 3, 2),
        time(14, 30),
        time(16, 0),
    )


def test_dates_that_are_not_understood_are_refused_at_their_fields(admin_session, event):
    added = {"start_date": "soon", "start_time": "25:00", "end_date": "", "end_time": ""}
    post = event_post(
        start_date="2027-02-30",
        end_time="7xm",
        booking_opens_date="20272001",
        added_dates=streamfield([("date", added)]),
        **PUBLISH,
    )

    response = admin_session.post(edit_url(event), post)

    event.refresh_from_db()
    soup = BeautifulSoup(response.content, "html.parser")
    blocks = response.context["form"].errors.as_data()["added_dates"][0].block_errors
    assert errors_of(response) == {
        "start_date": ["no_such_day"],
        "end_time": ["invalid"],
        "booking_opens_date": ["no_such_day"],
        "added_dates": [""],
    }
    assert sorted(blocks[0].block_errors) == ["start_date", "start_time"]
    assert soup.select_one("#id_start_date")["value"] == "2027-02-30"
    assert soup.select_one("#id_end_time")["value"] == "7xm"
    assert (event.start_date, event.end_time) == (date(2027, 6, 1), time(14, 0))


def test_rule_that_another_calendar_ended_at_an_instant_is_shown_as_choices(admin_session, event):
    """It starts at 12:30 in London: half an hour after that instant, on 20 July."""
    rule = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270720T110000Z"
    EventPage.objects.filter(pk=event.pk).update(recurrence_rule=rule, latest_revision=None)

    soup = BeautifulSoup(admin_session.get(edit_url(event)).content, "html.parser")

    frequency = soup.select_one("#id_recurrence_rule-frequency")
    assert [option["value"] for option in frequency.select("[selected]")] == ["WEEKLY"]
    assert rule not in frequency.get_text()
    assert soup.select_one("#id_recurrence_rule-until")["value"] == "2027-07-19"
    assert "until July 19, 2027" in soup.select_one(".lift-plan__rule").get_text()
