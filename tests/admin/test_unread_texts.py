"""Drafts are saved whatever was typed; what is wrong is shown again, and stops publishing alone."""

from datetime import date, time

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import streamfield

from tests.admin.posts import PUBLISH, add_url, edit_url, event_post, host_post
from tests.factories import make_event
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.exceptions import PublishingRefused
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventPage

JSON = {"HTTP_ACCEPT": "application/json"}

FIELDS = {
    "start_date": "20/13/2027",
    "start_time": "25:00",
    "end_time": "soon",
    "map_url": "exam",
    "booking_opens_date": "2027-02-30",
    "booking_opens_before": "a few",
    "join_link_minutes": "ten",
    "contact_email": "ada@",
    "venue_name": "x" * 201,
    "go_live_at": "tomorrow-ish",
}
DAY = {"start_date": "", "start_time": "", "end_date": "", "end_time": ""}
READING = {"title": "A book", "authors": "", "publisher": "", "date": "", "why": "", "url": ""} | {
    "page": "",
    "document": "",
}
BLOCKS = {
    "half an address": ("body", "embed", {"embed": "exam", "caption": ""}),
    "address": ("reading", "reading", {**READING, "url": "exam"}),
    "day of a book": ("reading", "reading", {**READING, "date": "20/13/2027"}),
    "added day": ("added_dates", "date", {**DAY, "start_date": "2027-02-30"}),
    "added time": ("added_dates", "date", {**DAY, "start_date": "2027-06-02", "end_time": "25:00"}),
    "left out": ("skipped_dates", "date", "soon-ish"),
    "minutes": (
        "conversation",
        "question",
        {"question": "Why?", "why": "null", "minutes": "ab", "asked_by": ""},
    ),
}


def event_with(typed):
    """Return the post of an event with a text in a field, or in a block of a stream."""
    if typed in FIELDS:
        return event_post(**{typed: FIELDS[typed]})
    stream, block, value = BLOCKS[typed]
    return event_post(**{stream: streamfield([(block, value)])})


def text_of(typed):
    if typed in FIELDS:
        return FIELDS[typed]
    value = BLOCKS[typed][2]
    texts = ("exam", "20/13/2027", "2027-02-30", "25:00", "ab")
    return value if isinstance(value, str) else next(t for t in value.values() if t in texts)


def draft_of(event):
    return EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()


ALL = [*FIELDS, *BLOCKS]


@pytest.mark.parametrize("typed", ALL)
def test_new_draft_is_saved_and_shows_again_what_was_typed(admin_session, programme, typed):
    admin_session.post(add_url("eventpage", programme), event_with(typed))

    event = EventPage.objects.get()
    form = admin_session.get(edit_url(event))
    assert text_of(typed) in form.content.decode()
    assert form.context["form"].errors.keys() == {typed if typed in FIELDS else BLOCKS[typed][0]}


@pytest.mark.parametrize("typed", ALL)
def test_autosave_of_a_live_event_keeps_what_readers_see(admin_session, event, typed):
    before = list(Meeting.objects.values())

    answer = admin_session.post(edit_url(event), event_with(typed), **JSON)

    assert answer.json()["success"]
    assert list(Meeting.objects.values()) == before
    assert admin_session.get(event.url).status_code == 200


@pytest.mark.parametrize("typed", ALL)
def test_draft_with_it_can_be_previewed(admin_session, event, typed):
    event_preview = f"/admin/pages/{event.pk}/edit/preview/"

    assert admin_session.post(event_preview, event_with(typed)).json()["is_valid"]
    assert admin_session.get(f"{event_preview}?mode=").status_code == 200


@pytest.mark.parametrize("typed", ALL)
def test_nothing_is_published_until_it_is_put_right(admin_session, event, typed):
    refused = admin_session.post(edit_url(event), {**event_with(typed), **PUBLISH})
    admin_session.post(edit_url(event), event_with(typed))
    with pytest.raises(PublishingRefused) as refusal:
        EventPage.objects.get(pk=event.pk).get_latest_revision().publish()

    place = typed if typed in FIELDS else BLOCKS[typed][0]
    assert refused.context["form"].errors.keys() == {place}
    assert [fault.place[0] for fault in refusal.value.faults] == [place]
    admin_session.post(edit_url(event), {**event_post(), **PUBLISH})
    assert draft_of(event).unread_texts == {}
    assert not EventPage.objects.get(pk=event.pk).has_unpublished_changes


def test_last_good_value_stays(admin_session, event):
    admin_session.post(edit_url(event), event_post(start_date="20/13/2027", start_time="25:00"))

    draft = draft_of(event)
    assert (draft.start_date, draft.start_time) == (date(2027, 6, 1), time(12, 30))
    assert draft.unread_texts == {"start_date": "20/13/2027", "start_time": "25:00"}


def test_rule_with_a_last_day_that_is_not_understood(admin_session, event):
    rule = {
        "recurrence_rule-frequency": "WEEKLY",
        "recurrence_rule-weekdays": ["TU"],
        "recurrence_rule-ends": "until",
        "recurrence_rule-until": "20/13/2027",
    }
    admin_session.post(edit_url(event), event_post(**rule))

    form = BeautifulSoup(admin_session.get(edit_url(event)).content, "html.parser")
    assert draft_of(event).recurrence_rule == ""
    assert form.select_one("[name=recurrence_rule-until]")["value"] == "20/13/2027"
    assert form.select_one("[name=recurrence_rule-frequency] [selected]")["value"] == "WEEKLY"
    assert "is not a date" in form.text or "no such day" in form.text


def test_host_profile_is_saved_too(admin_session):
    typed = {"website": "exam", "email": "ada@", "consent_given_on": "20/13/2027"}
    admin_session.post("/admin/snippets/wagtail_lift/hostprofile/add/", host_post(**typed))

    host = HostProfile.objects.get()
    form = admin_session.get(f"/admin/snippets/wagtail_lift/hostprofile/edit/{host.pk}/")
    assert form.context["form"].errors.keys() == typed.keys()
    assert (host.website, host.live) == ("", False)


def test_field_is_named_in_the_language_of_the_reader_of_the_message(admin_session, event):
    admin_session.post(edit_url(event), event_post(start_date="20/13/2027"))

    faults = draft_of(event).get_publishing_faults()

    assert [(f.place, f.label) for f in faults] == [(("start_date",), "Starts on")]


def test_slug_that_is_taken_and_a_title_that_is_missing_stop_no_draft(
    admin_session, event, programme
):
    make_event(programme, "Another", slug="taken")

    answer = admin_session.post(edit_url(event), event_post(slug="taken", title=""), **JSON)

    assert answer.json()["success"]
    draft = draft_of(event)
    assert (draft.slug, draft.title) == ("kindness-at-work", "Kindness at work")
    assert draft.unread_texts == {"slug": "taken", "title": ""}


@pytest.mark.parametrize("image", ["", "1"])
def test_picture_beside_something_half_typed_stops_no_draft(admin_session, event, image):
    picture = {"image": {"image": image, "alt_text": "", "decorative": ""}, "caption": ""}
    body = streamfield([("picture", picture), ("embed", {"embed": "exam", "caption": ""})])

    answer = admin_session.post(edit_url(event), event_post(body=body), **JSON)

    assert answer.json()["success"]


@pytest.mark.parametrize(
    ("stream", "block", "value"),
    [
        ("reading", "reading", {**READING, "url": "javascript:alert(1)"}),
        ("body", "embed", {"embed": "javascript:alert(1)", "caption": "A film"}),
    ],
)
def test_nobody_can_follow_what_is_no_address(admin_session, event, stream, block, value):
    admin_session.post(edit_url(event), event_post(**{stream: streamfield([(block, value)])}))

    draft = admin_session.get(f"/admin/pages/{event.pk}/view_draft/")

    assert draft.status_code == 200
    assert "javascript:" not in draft.content.decode()


@pytest.mark.parametrize("typed", ["9" * 20, "9" * 5000, "-1", "1,5"])
def test_number_out_of_all_bounds_can_be_previewed(admin_session, event, typed):
    question = {"question": "Why?", "why": "null", "minutes": typed, "asked_by": ""}
    post = event_post(conversation=streamfield([("question", question)]))

    assert admin_session.post(edit_url(event), post, **JSON).json()["success"]
    assert admin_session.get(f"/admin/pages/{event.pk}/view_draft/").status_code == 200


def test_text_in_a_field_that_an_action_has_decided_meanwhile_is_in_nobody_s_way(
    admin_session, event
):
    admin_session.post(edit_url(event), event_post(start_date="20/13/2027"))
    cancel_meeting(Meeting.objects.get(), user=None)

    answer = admin_session.post(edit_url(event), event_post(), **JSON)

    assert answer.json()["success"]
    assert draft_of(event).unread_texts == {}


def test_copy_has_its_own_title_and_slug(admin_session, event, programme):
    make_event(programme, "Another", slug="taken")
    admin_session.post(edit_url(event), event_post(slug="taken", title=""))

    copy = EventPage.objects.get(pk=event.pk).copy(update_attrs={"slug": "copied"})

    kept = [revision.content.get("unread_texts", {}) for revision in copy.revisions.all()]
    assert [texts.keys() & {"slug", "title"} for texts in kept] == [set() for _ in kept]


def test_times_of_publishing_that_contradict_one_another_are_still_refused(admin_session, event):
    post = event_post(go_live_at="2027-06-02 10:00", expire_at="2027-06-01 10:00")

    answer = admin_session.post(edit_url(event), post, **JSON)

    assert not answer.json()["success"]
