"""How an editor says that a date is full: from the list of dates, or from the form of its event."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Locale

from tests.admin.conftest import make_team
from tests.admin.tables import csv_of
from tests.factories import make_event, meeting_of, when
from wagtail_lift.actions import cancel_meeting, set_places
from wagtail_lift.date_forms import MEETING_ACTIONS
from wagtail_lift.enums import BookingMode, BookingPlaces
from wagtail_lift.models import Meeting

URL = "/admin/lift/dates/"
BOOKED = {"booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/1"}


def next_week():
    return when(timezone.now() + timedelta(days=7))


@pytest.fixture
def event(programme):
    """An event next week that is booked on another website."""
    return make_event(programme, **BOOKED, **next_week())


def edit_url(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def panel_of(client, page) -> BeautifulSoup | None:
    html = client.get(edit_url(page)).content
    return BeautifulSoup(html, "html.parser").select_one(".lift-places")


def test_event_of_one_date_is_full_after_two_clicks(admin_session, event):
    (link,) = [a for a in panel_of(admin_session, event).select("a") if a.text == "Fully booked"]
    asked = admin_session.get(link["href"])
    form = BeautifulSoup(asked.content, "html.parser").select_one("form[method=post]")
    chosen = [field["value"] for field in form.select("[name=places][checked]")]
    post = {"places": chosen, "next": form.select_one("[name=next]")["value"]}

    done = admin_session.post(form["action"], post, follow=True)

    assert meeting_of(event).places == BookingPlaces.FULL
    assert done.redirect_chain == [(f"{edit_url(event)}#tab-booking", 302)]
    assert "The date says how its places stand." in done.content.decode()
    assert panel_of(admin_session, event).select_one("strong").text == "Fully booked"


def test_form_tells_the_word_of_the_next_dates_and_not_that_of_the_page(admin_session, event):
    event.recurrence_rule = "FREQ=WEEKLY;COUNT=9"
    event.booking_places = BookingPlaces.WAITING_LIST
    event.save_revision().publish()
    set_places(Meeting.objects.order_by("-starts_at").first(), BookingPlaces.FULL, user=None)
    second = Meeting.objects.order_by("starts_at")[1]
    set_places(second, BookingPlaces.FULL, user=None)

    told = [line.select_one("strong").text for line in panel_of(admin_session, event).select("li")]

    assert told == [
        "Places are available",
        "Fully booked",
        "Waiting list only",
        "Waiting list only",
        "Waiting list only",
    ]


def test_form_of_a_translation_tells_the_same(admin_session, event):
    german = Locale.objects.create(language_code="de")
    event.get_parent().copy_for_translation(german, copy_parents=True)
    translation = event.copy_for_translation(german)
    set_places(meeting_of(event), BookingPlaces.FULL, user=None)

    assert panel_of(admin_session, translation).select_one("strong").text == "Fully booked"


@pytest.mark.parametrize(
    "changes",
    [
        {"booking_mode": BookingMode.NOT_NEEDED},
        {"booking_mode": BookingMode.HERE},
        when(timezone.now() - timedelta(days=7)),
    ],
)
def test_form_tells_nothing_where_there_is_nothing_to_say(admin_session, programme, changes):
    event = make_event(programme, "Another", **{**BOOKED, **next_week(), **changes})

    assert panel_of(admin_session, event) is None


def test_form_offers_nothing_to_who_may_not_change_dates(log_in, programme, event):
    team = make_team("writers", programme, "change", dates=("view",))

    panel = panel_of(log_in(team.user), event)

    assert panel.select_one("strong").text == "Places are available"
    assert panel.select("a") == []


def test_list_of_dates_tells_and_exports_the_word(admin_session, programme, event):
    make_event(programme, "Drop in", **when(timezone.now() + timedelta(days=9)))
    set_places(meeting_of(event), BookingPlaces.WAITING_LIST, user=None)

    exported = csv_of(admin_session.get(URL, {"export": "csv"}))

    column = exported[0].index("Places")
    assert [row[column] for row in exported[1:]] == ["Waiting list only", ""]
    assert "Waiting list only" in admin_session.get(URL).content.decode()


def applying(meeting) -> bool:
    return MEETING_ACTIONS["places"].applies_to(meeting)


def test_word_is_asked_for_only_where_somebody_can_still_book(event, superuser):
    meeting = meeting_of(event)
    with time_machine.travel(meeting.ends_at):
        is_asked_once_ended = applying(meeting)

    assert (applying(meeting), is_asked_once_ended) == (True, False)
    assert not applying(cancel_meeting(meeting, user=superuser))


def test_word_is_left_to_the_app_that_takes_bookings_here(admin_session, programme):
    page = make_event(programme, booking_mode=BookingMode.HERE)
    meeting = meeting_of(page)

    answer = admin_session.post(f"{URL}places/{meeting.pk}/", {"places": "full"})

    assert "Bookings are taken on this website" in answer.content.decode()
    assert meeting_of(page).places == BookingPlaces.AVAILABLE
    assert not applying(meeting)


def test_word_that_is_none_is_refused_at_its_field(admin_session, event):
    answer = admin_session.post(f"{URL}places/{meeting_of(event).pk}/", {"places": "sold_out"})

    assert "Nothing was changed." in answer.content.decode()
    assert meeting_of(event).places == BookingPlaces.AVAILABLE
