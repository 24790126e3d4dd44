"""Duplicating an event in the admin: one date is asked for, and the copy's form opens."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.factories import make_event, make_pack, meeting_of
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.pages.models import EventPage

TIMES = {"start_time": "12:30", "end_time": "14:00"}
SENT = {"start_date": "2028-01-20", **TIMES}


def url_of(page):
    return reverse("lift_duplicate", args=[page.pk])


def copy_of(event):
    return EventPage.objects.exclude(pk=event.pk).get()


def told(response):
    html = BeautifulSoup(response.content, "html.parser")
    return [" ".join(item.get_text().split()) for item in html.select(".messages li")]


def test_only_the_date_is_asked_for(admin_session, event):
    html = BeautifulSoup(admin_session.get(url_of(event)).content, "html.parser")

    form = {field["name"]: field.get("value", "") for field in html.select("main form input")}
    shown = {name: form[name] for name in ("start_date", "start_time", "end_time")}
    assert shown == {"start_date": "", **TIMES}
    assert set(form) == {"csrfmiddlewaretoken", "next", *shown}
    assert "Europe/London" in html.get_text()


def test_copy_opens_in_its_form_and_says_what_was_copied(admin_session, event):
    response = admin_session.post(url_of(event), SENT, follow=True)

    copy = copy_of(event)
    assert response.redirect_chain == [(f"/admin/pages/{copy.pk}/edit/", 302)]
    assert told(response) == [
        (
            "“Kindness at work” was copied for Thursday 20 January 2028. The copy is a draft that "
            "nobody sees yet."
        )
    ]
    assert (copy.live, str(copy.start_date)) == (False, "2028-01-20")


def test_what_stays_is_told_before_and_after(admin_session, event):
    make_pack(event)
    cancel_meeting(meeting_of(event), user=None)
    EventPage.objects.filter(pk=event.pk).update(recurrence_rule="FREQ=WEEKLY;COUNT=3")
    event.refresh_from_db()

    before = admin_session.get(url_of(event)).text
    after = " ".join(told(admin_session.post(url_of(event), SENT, follow=True)))

    for words in ("that it repeats", "what was decided about its dates"):
        assert words in before
        assert words in after
    assert "its insights pack" in before
    assert "The insights pack was not copied" in after
    assert copy_of(event).numchild == 0


def test_join_link_that_came_along_is_told(admin_session, programme):
    event = make_event(programme, join_url="https://meet.example.org/a")

    response = admin_session.post(url_of(event), SENT, follow=True)

    assert any("join link was copied" in words for words in told(response))


@pytest.mark.parametrize(
    ("typed", "day", "start", "end"),
    [
        ({"start_date": "20/1/2028"}, "2028-01-20", "12:30:00", "14:00:00"),
        ({"start_time": "7pm", "end_time": "9 pm"}, "2028-01-20", "19:00:00", "21:00:00"),
        ({"start_time": "22:00", "end_time": "1:00"}, "2028-01-20", "22:00:00", "01:00:00"),
    ],
)
def test_date_is_read_as_in_the_form_of_an_event(admin_session, event, typed, day, start, end):
    admin_session.post(url_of(event), {**SENT, **typed})

    copy = copy_of(event)
    assert [str(v) for v in (copy.start_date, copy.start_time, copy.end_time)] == [day, start, end]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"start_date": ""}, "This field is required."),
        ({"start_date": "some day"}, "“some day” is not a date."),
        ({"end_time": "late"}, "“late” is not a time."),
        ({"start_time": "23:00", "end_time": "22:00"}, "after it starts"),
    ],
)
def test_what_is_no_date_is_told_and_nothing_is_copied(admin_session, event, typed, words):
    response = admin_session.post(url_of(event), {**SENT, **typed})

    assert words in response.text
    assert EventPage.objects.count() == 1


@pytest.mark.parametrize(
    ("rights", "may"),
    [(("add", "change"), True), (("change",), False), (("add",), False), ((), False)],
)
def test_duplicating_is_for_those_who_may_copy(client, programme, event, rights, may):
    client.force_login(make_team("ours", programme, *rights).user)

    shown = client.get(url_of(event))
    client.post(url_of(event), SENT)

    assert (shown.status_code == 200) is may
    assert ("Kindness" in shown.text) is may
    assert (EventPage.objects.count() == 2) is may


def test_link_stands_where_an_editor_meets_the_event(admin_session, event):
    parent = event.get_parent().pk
    places = (f"/admin/pages/{event.pk}/edit/", f"/admin/pages/{parent}/", event.url)

    assert [url_of(event) in admin_session.get(place).text for place in places] == [True] * 3


def test_other_pages_are_not_duplicated_here(admin_session, programme):
    assert admin_session.get(url_of(programme)).status_code == 404
    assert admin_session.get(reverse("lift_duplicate", args=[99999999])).status_code == 404


@pytest.mark.parametrize("name", ["before_copy_page", "after_copy_page"])
def test_hooks_of_the_site_for_copying_are_asked(admin_session, event, name):
    with hooks.register_temporarily(name, lambda *pages: HttpResponse("Ours")):
        answer = admin_session.post(url_of(event), SENT)

    assert answer.text == "Ours"
    assert EventPage.objects.count() == (1 if name == "before_copy_page" else 2)


def test_words_are_those_of_the_person(admin_session, superuser, event):
    Locale.objects.get_or_create(language_code="de")
    profile = UserProfile.get_for_user(superuser)
    profile.preferred_language = "de"
    profile.save()

    admin_session.post(url_of(event), {**SENT, "start_date": "20. Januar 2028"})

    assert str(copy_of(event).start_date) == "2028-01-20"
