"""What version 3 answers for a draft: what a GET answers once the draft is published."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from tests.factories import make_event, make_pack
from wagtail_lift.enums import Status
from wagtail_lift.pages.models import InsightsPack

STATE_OF_PUBLICATION = (
    "live",
    "first_published_at",
    "last_published_at",
    "has_unpublished_changes",
)


def content_of(answer):
    """Return an answer without what publishing changes: the state of publication, keys of rows."""
    meta = {k: v for k, v in answer["meta"].items() if k not in STATE_OF_PUBLICATION}
    rows = [{**row, "id": None} for row in answer.get("event_hosts", ())]
    return {**answer, "meta": meta, "event_hosts": rows}


def both_answers(reader, page):
    """Return what is answered for the draft, and after publishing it."""
    status, draft = reader("get", f"pages/{page.pk}/?version=draft")
    type(page).objects.get(pk=page.pk).get_latest_revision().publish()
    _, live = reader("get", f"pages/{page.pk}/")
    assert status == 200
    forget_new_uids(draft, live)
    return content_of(draft), content_of(live)


def forget_new_uids(draft, live):
    """Take the UIDs away that a draft cannot know: publishing makes them."""
    for drafted, published in zip(
        draft.get("occurrences", ()), live.get("occurrences", ()), strict=False
    ):
        if drafted["uid"] is None:
            published["uid"] = None


def uids_of(event):
    """Return the UIDs of the dates of an event in order."""
    meetings = event.lift_event.meetings.order_by("date_key")
    return list(meetings.values_list("uid", flat=True))


def draft_of(page, **changes):
    """Save a draft of a published page with some changes."""
    draft = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()
    return draft


def test_draft_of_a_published_event_has_the_dates_of_the_draft(event, editor):
    draft_of(event, start_date=date(2027, 7, 6), title="Moved")

    _, live = editor("get", f"pages/{event.pk}/")
    _, draft = editor("get", f"pages/{event.pk}/?version=draft")

    assert [live["starts_at"], draft["starts_at"]] == [
        "2027-06-01T11:30:00Z",
        "2027-07-06T11:30:00Z",
    ]
    assert [d["key"] for d in draft["occurrences"]] == ["2027-07-06T12:30"]


def test_answer_to_a_change_is_the_draft_until_it_is_published(event, editor):
    change = {"start_date": "2027-07-06"}

    _, drafted = editor("patch", f"pages/{event.pk}/", change)
    _, draft = editor("get", f"pages/{event.pk}/?version=draft")
    _, published = editor("patch", f"pages/{event.pk}/", {"meta": {"action": "publish"}})
    _, live = editor("get", f"pages/{event.pk}/")

    assert drafted == draft
    assert published == live
    assert drafted["starts_at"] == live["starts_at"] == "2027-07-06T11:30:00Z"


def test_reading_a_draft_writes_nothing(event, open_pack, editor):
    draft_of(event, start_date=date(2027, 7, 6), recurrence_rule="FREQ=WEEKLY;COUNT=3")
    draft_of(open_pack, title="Another")
    editor("get", f"pages/{event.pk}/?version=draft")  # the token is marked as used

    with CaptureQueriesContext(connection) as captured:
        for page in (event, open_pack):
            editor("get", f"pages/{page.pk}/?version=draft")

    written = [q["sql"] for q in captured if not q["sql"].startswith(("SELECT", "SAVEPOINT"))]
    assert [sql for sql in written if not sql.startswith("RELEASE")] == []


def test_draft_names_each_date_that_is_there_already_and_no_other(programme, editor):
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    stored = [f"{uid}@wagtail-lift" for uid in uids_of(event)]
    draft_of(event, recurrence_rule="FREQ=WEEKLY;COUNT=3", start_time=time(13))

    _, draft = editor("get", f"pages/{event.pk}/?version=draft")

    assert [date["uid"] for date in draft["occurrences"]] == [*stored, None]


def test_draft_of_an_event_that_was_never_published_has_its_dates(programme, editor):
    event = make_event(programme, live=False, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    draft_of(event, start_date=date(2027, 7, 6))

    draft, live = both_answers(editor, event)

    assert draft == live
    assert len(draft["occurrences"]) == 2


def test_draft_that_moves_a_date_keeps_its_open_pack_open(past_event, open_pack, editor, now):
    draft_of(past_event, start_date=date(2027, 7, 6), end_date=date(2027, 7, 6))

    draft, live = both_answers(editor, past_event)

    assert draft == live
    assert live["pack"]["id"] == open_pack.pk


@pytest.mark.parametrize(
    "changes",
    [
        {"opens_early": True},
        {"title": "Another", "people_count": 3},
        {"event": "past_event"},
        {"event": None},
    ],
)
@pytest.mark.parametrize("name", ["open_pack", "closed_pack", "drafted_pack"])
def test_draft_of_a_pack_says_when_it_would_be_open(request, editor, name, changes):
    pack = request.getfixturevalue(name)
    if changes.get("event"):
        event = request.getfixturevalue(changes["event"])
        if pack.event_id != event.pk and name == "closed_pack":
            InsightsPack.objects.filter(event=event).delete()
        changes = {"event": event}
    draft_of(pack, **changes)

    draft, live = both_answers(editor, pack)

    assert draft == live


@pytest.fixture
def drafted_pack(past_event):
    """A pack about a past event, never published."""
    return make_pack(past_event, "Not yet", live=False, introduction="<p>Soon.</p>")


def test_translation_of_an_unpublished_event_is_undated_in_its_draft(programme, editor):
    event = make_event(programme, live=False)
    french = Locale.objects.get_or_create(language_code="fr")[0]
    translation = event.copy_for_translation(french, copy_parents=True)
    draft_of(translation, title="Bonté")

    draft, live = both_answers(editor, translation)

    assert draft == live
    assert live["status"] == Status.DATE_TO_COME
