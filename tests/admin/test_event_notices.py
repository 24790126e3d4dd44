"""What the edit form of an event tells: what was done to its date, and what is worth a look."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.admin.posts import (
    PUBLISH,
    add_url,
    edit_url,
    event_post,
)
from tests.factories import make_event, make_host, make_image, meeting_of, when
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.pages.models import EventPage


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


CONDUCT_HELP = "What is left empty comes from the programme above. Readers see both."


def told_in(response) -> list[str]:
    """Return what the form tells; Wagtail 8.1 has help of its own in the panels at its side."""
    blocks = soup_of(response).select(".help-block:not([data-side-panel] *)")
    told = [" ".join(block.get_text(" ").split()) for block in blocks]
    return [words for words in told if words != CONDUCT_HELP]


@pytest.mark.parametrize("act", [cancel_meeting, postpone_meeting])
def test_form_shows_what_was_done_to_a_date_and_offers_no_second_way(
    admin_session, superuser, event, act
):
    meeting = act(meeting_of(event), user=superuser, public_note="The host is ill.")

    response = admin_session.get(edit_url(event))
    admin_session.post(edit_url(event), event_post(start_date="2027-07-01", **PUBLISH))

    soup = soup_of(response)
    event.refresh_from_db()
    block = next(text for text in told_in(response) if "This date" in text)
    assert f"This date is {meeting.state}." in block
    assert "Tue 1 Jun 2027, 12:30 Europe/London" in block
    assert "The host is ill." in block
    assert soup.select_one(f"a[href='/admin/lift/dates/?event={event.pk}']") is not None
    assert soup.select_one("#id_start_date").has_attr("disabled")
    assert event.start_date == date(2027, 6, 1)


def test_form_shows_from_when_to_when_a_date_was_moved(admin_session, superuser, event):
    UserProfile.objects.create(user=superuser, current_time_zone="Pacific/Auckland")
    change_meeting(
        meeting_of(event),
        starts_at=datetime(2027, 6, 8, 17, 0, tzinfo=UTC),
        ends_at=datetime(2027, 6, 8, 18, 0, tzinfo=UTC),
        user=superuser,
    )

    blocks = told_in(admin_session.get(edit_url(event)))

    block = next(text for text in blocks if "This date" in text)
    assert "It was to start: Tue 1 Jun 2027, 12:30 ." in block
    assert "It now starts: Tue 8 Jun 2027, 18:00 Europe/London." in block


def test_form_leads_to_the_dates_only_those_who_may_see_them(log_in, superuser, programme, event):
    cancel_meeting(meeting_of(event), user=superuser)
    editor = make_team("editors", programme, "change").user

    response = log_in(editor).get(edit_url(event))

    assert "/admin/lift/dates/" not in response.content.decode()
    assert "This date is cancelled." in " ".join(told_in(response))


def test_plan_that_could_not_be_published_can_be_put_right_whatever_was_done(
    admin_session, superuser, event
):
    cancel_meeting(meeting_of(event), user=superuser)
    EventPage.objects.filter(pk=event.pk).update(end_time=time(9, 0))
    event.latest_revision = None

    soup = soup_of(admin_session.get(edit_url(event)))

    assert not soup.select_one("#id_end_time").has_attr("disabled")


def test_form_tells_what_is_worth_a_look(admin_session, event):
    EventPage.objects.filter(pk=event.pk).update(summary="")

    blocks = told_in(admin_session.get(edit_url(event)))

    words = (
        "Worth a look before people see this page: No host is named yet. "
        "(Event › Hosts, speakers and partners) "
        "The conversation has no question yet. (Conversation › Conversation) "
        "No venue is named yet. Search engines are not told of an event without a place. "
        "(Event › Venue) "
        "There is no contact. People do not know whom to ask. (Event › Contact name) "
        "There is no summary. Cards, search and feeds will show none. (Event › Summary)"
    )
    assert blocks == [words]


def test_form_tells_nothing_of_a_page_that_is_complete(admin_session, programme):
    event = make_event(
        programme, hosts=[make_host()], venue_name="The Kettle", contact_email="ask@example.org"
    )
    event.conversation = [("question", {"question": "Who was kind to you?"})]
    event.save()

    assert told_in(admin_session.get(edit_url(event))) == []


def test_form_leaves_a_page_that_is_being_made_in_peace(admin_session, programme):
    assert told_in(admin_session.get(add_url("eventpage", programme))) == []


def test_form_names_hosts_that_readers_do_not_see(admin_session, programme):
    unlisted = make_host("Max Low", is_listed=False)
    event = make_event(programme, hosts=[make_host("Ada Bell"), unlisted])

    response = admin_session.get(edit_url(event))

    assert "Max Low (not listed: no consent)" in " ".join(told_in(response))
    assert "Ada Bell" not in " ".join(told_in(response))
    chosen = [e.get_text(strip=True) for e in soup_of(response).select(".chooser__title")]
    assert "Max Low (not listed: no consent)" in chosen


def test_message_of_a_new_event_names_hosts_that_readers_do_not_see(admin_session, programme):
    unlisted = make_host("Max Low", is_listed=False)
    hosts = inline_formset([{"host": unlisted.pk, "role": "host", "line": ""}])
    post = event_post(event_hosts=hosts, **PUBLISH)

    response = admin_session.post(add_url("eventpage", programme), post, follow=True)

    message = soup_of(response).select_one(".messages li.warning").get_text(" ", strip=True)
    assert EventPage.objects.get().live
    assert "Readers do not see this host: Max Low (not listed: no consent)" in message


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (
            {"start_date": "2027-03-28", "start_time": "01:30", "end_time": "03:00"},
            "The clocks go forward over this start time. It is read as that much later.",
        ),
        (
            {"start_date": "2027-10-31", "start_time": "00:30", "end_time": "01:30"},
            "The clocks go back over this end time. The first of the two times is meant.",
        ),
    ],
)
def test_hour_that_the_clocks_change_is_published_and_told(admin_session, programme, typed, words):
    response = admin_session.post(
        add_url("eventpage", programme), event_post(**typed, **PUBLISH), follow=True
    )

    event = EventPage.objects.get()
    assert event.live
    message = soup_of(response).select_one(".messages li.warning").get_text().strip()
    assert message.startswith("Worth a look on “Kindness at work”: No host is named yet.")
    assert words in message
    assert words in " ".join(told_in(admin_session.get(edit_url(event))))


def test_form_tells_of_an_image_without_words_and_of_a_date_that_has_passed(
    admin_session, programme
):
    yesterday = timezone.now() - timedelta(days=1)
    draft = make_event(programme, live=False, lead_image=make_image(), **when(yesterday))

    block = " ".join(told_in(admin_session.get(edit_url(draft))))

    assert "The lead image has no alternative text." in block
    assert "The date is in the past." in block


def test_form_tells_nothing_of_an_image_with_words_and_of_a_date_that_took_place(
    admin_session, programme
):
    yesterday = timezone.now() - timedelta(days=1)
    event = make_event(
        programme, lead_image=make_image(), lead_image_alt_text="A room", **when(yesterday)
    )

    block = " ".join(told_in(admin_session.get(edit_url(event))))

    assert "image" not in block
    assert "past" not in block


def test_event_over_midnight_is_published_and_its_day_is_told(admin_session, programme):
    night = {"start_time": "22:00", "end_time": "01:00", **PUBLISH}

    response = admin_session.post(add_url("eventpage", programme), event_post(**night), follow=True)

    meeting = meeting_of(EventPage.objects.get())
    assert (meeting.starts_at, meeting.ends_at) == (
        datetime(2027, 6, 1, 21, 0, tzinfo=UTC),
        datetime(2027, 6, 2, 0, 0, tzinfo=UTC),
    )
    assert "It is read as that of the next day." in response.text


def test_form_tells_of_days_left_out_that_the_rule_does_not_give(admin_session, programme):
    event = make_event(
        programme,
        recurrence_rule="FREQ=WEEKLY;COUNT=4",
        skipped_dates=[("date", date(2027, 6, day)) for day in (8, 9, 10)],
    )

    told = told_in(admin_session.get(edit_url(event)))

    message = "The rule gives no date on a day that is left out: "
    assert f"{message}Wednesday 9 June 2027; Thursday 10 June 2027" in " ".join(told)
