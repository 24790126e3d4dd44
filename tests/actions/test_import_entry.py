"""Entries of another calendar become drafts; what an editor wrote since is never lost."""

from datetime import UTC, datetime, time, timedelta

import pytest
from wagtail.models import PageLogEntry

from tests.admin.conftest import make_team
from tests.factories import make_event, make_host, make_programme, meeting_of
from tests.testapp.models import Workshop
from wagtail_lift.actions.import_entry import Importing, import_entry
from wagtail_lift.actions.import_file import digest_of, forget_files, import_entries
from wagtail_lift.imports.entries import Entry
from wagtail_lift.imports.limits import Deadline
from wagtail_lift.models import Event, ImportFile, ImportOrigin
from wagtail_lift.pages.models import EventPage

TOLD = {
    "title": "Kindness at work",
    "summary": "A conversation.",
    "start_date": "2027-01-20",
    "start_time": "19:00",
    "timezone": "Europe/London",
    "venue_name": "Library",
    "topics": ["care"],
}


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def bring(programme, now):
    """Return a function that imports an entry with some values of its own."""

    def call(uid="one", user=None, publish=False, dry=False, notes=(), is_off=False, **told):
        told = {name: value for name, value in {**TOLD, **told}.items() if value != "absent"}
        entry = Entry(uid, "entry 1", told, notes=notes, is_off=is_off)
        importing = Importing(
            programme, EventPage, now, user=user, is_to_publish=publish, is_dry=dry
        )
        return import_entry(entry, importing)

    return call


def test_new_entry_becomes_a_draft(bring, superuser):
    done = bring(user=superuser, notes=("Look.",))

    page = EventPage.objects.get()
    assert (done.outcome, done.page, done.reasons) == ("made", page, ("Look.",))
    assert [when.starts for when in done.dates] == [datetime(2027, 1, 20, 19, tzinfo=UTC)]
    assert (page.live, page.venue_name, page.end_time) == (False, "Library", time(21))
    assert [tag.name for tag in page.get_latest_revision_as_object().topics.all()] == ["care"]
    assert page.get_latest_revision().user == superuser
    actions = PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)
    assert "wagtail.create" in actions


def test_dry_run_says_the_same_and_writes_nothing(bring):
    dry = bring(dry=True)

    assert (EventPage.objects.count(), ImportOrigin.objects.count()) == (0, 0)
    done = bring()
    assert (dry.outcome, dry.dates, dry.reasons) == (done.outcome, done.dates, done.reasons)
    assert dry.page is None


def test_draft_may_lack_what_publishing_needs(bring):
    told = {"start_time": "absent", "map_url": "nowhere"}

    draft, refused = bring(**told), bring(uid="two", publish=True, **told)

    assert draft.outcome == "made"
    assert any(reason.startswith("Before it is published: ") for reason in draft.reasons)
    assert refused.outcome == "refused"
    assert EventPage.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"title": " "}, "Every event needs a title."),
        ({"start_date": "soon"}, "start_date: "),
        ({"topics": "care"}, "topics: This must be a list"),
    ],
)
def test_what_cannot_be_stored_is_refused(bring, told, words):
    done = bring(**told)

    assert (done.outcome, EventPage.objects.count()) == ("refused", 0)
    assert done.reasons[0].startswith(words)


def test_same_entry_again_is_left(bring):
    bring()

    again = bring()

    assert (again.outcome, EventPage.objects.count()) == ("left", 1)
    assert again.reasons == ("Nothing has changed in the calendar since it was imported.",)
    assert EventPage.objects.get().revisions.count() == 1


def test_what_the_calendar_changed_goes_into_the_draft_and_the_rest_stays(bring):
    page = bring().page
    draft = page.get_latest_revision_as_object()
    draft.contact_name = "Ada"
    draft.event_hosts.create(host=make_host())
    draft.save_revision()

    done = bring(venue_name="Park", topics=["work"], summary="absent")

    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert (done.outcome, {*done.changes}) == ("updated", {"Venue", "topics", "Summary"})
    assert (draft.venue_name, draft.summary, draft.contact_name) == ("Park", "", "Ada")
    assert [tag.name for tag in draft.topics.all()] == ["work"]
    assert [row.host.name for row in draft.event_hosts.all()] == ["Ada Bell"]
    assert bring(venue_name="Park", topics=["work"], summary="absent").outcome == "left"


def test_live_event_gets_a_draft_and_readers_see_the_old_words(bring):
    page = bring(publish=True).page

    bring(venue_name="Park")

    page.refresh_from_db()
    assert (page.live, page.venue_name, page.has_unpublished_changes) == (True, "Library", True)
    assert page.get_latest_revision_as_object().venue_name == "Park"


def test_change_is_published_where_that_is_asked_for(bring, superuser):
    page = bring(publish=True, user=superuser).page

    bring(publish=True, user=superuser, start_time="18:00")

    page.refresh_from_db()
    assert (page.live, page.start_time) == (True, time(18))
    assert meeting_of(page).starts_at == datetime(2027, 1, 20, 18, tzinfo=UTC)


def test_what_an_editor_changed_since_is_refused_whole(bring):
    page = bring().page
    draft = page.get_latest_revision_as_object()
    draft.venue_name = "Town hall"
    draft.save_revision()

    done = bring(venue_name="Park", summary="New words.")

    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert (done.outcome, done.reasons) == (
        "refused",
        ("Changed here since it was imported: Venue. Nothing of it is overwritten.",),
    )
    assert (draft.venue_name, draft.summary) == ("Town hall", "A conversation.")


def test_editor_who_made_the_same_change_is_in_nobodys_way(bring):
    page = bring().page
    draft = page.get_latest_revision_as_object()
    draft.venue_name = "Park"
    draft.save_revision()

    assert bring(venue_name="Park").outcome == "updated"


def test_dates_of_a_series_are_compared_without_their_keys(bring):
    series = {
        "recurrence_rule": "FREQ=WEEKLY;COUNT=4",
        "skipped_dates": ["2027-01-27"],
        "added_dates": [{"start_date": "2027-05-01"}],
        "body": "<p>Come.</p>",
    }
    bring(**series)
    later = {**series, "skipped_dates": ["2027-02-03"], "body": "<p>Do come.</p>"}

    done = bring(**later)

    page = EventPage.objects.get()
    assert done.outcome == "updated"
    assert [str(block.value) for block in page.skipped_dates] == ["2027-02-03"]
    assert "Do come." in str(page.body)
    assert len(done.dates) == 4


def test_event_of_another_programme_is_another(bring, home, now):
    other = make_programme(home, "Walks", slug="walks")
    bring()

    entry = Entry("one", "entry 1", TOLD)
    done = import_entry(entry, Importing(other, EventPage, now))

    assert (done.outcome, done.page.get_parent().pk) == ("made", other.pk)


def test_own_date_that_comes_back_is_left(bring, programme):
    event = make_event(programme)

    done = bring(uid=f"{meeting_of(event).uid}@wagtail-lift")

    assert (done.outcome, EventPage.objects.count()) == ("left", 1)
    assert bring(uid="not-a-uuid-but-as-long-as-one-is----@wagtail-lift").outcome == "made"


def test_cancelled_entry_is_left_and_told(bring):
    assert bring(is_off=True).outcome == "left"
    bring()

    done = bring(is_off=True)

    assert (done.outcome, "cancel it here" in done.reasons[0]) == ("left", True)
    assert EventPage.objects.count() == 1


def test_who_may_not_add_is_refused(bring, programme, visitor):
    done = bring(user=visitor)

    assert (done.outcome, EventPage.objects.count()) == ("refused", 0)
    assert done.reasons == ("You may not add events to this programme.",)


def test_who_may_only_add_changes_no_event_of_others(bring, programme, superuser):
    bring(user=superuser)
    adder = make_team("adders", programme, "add").user

    done = bring(user=adder, venue_name="Park")

    assert done.reasons == ("You may not edit the event that was imported from it.",)
    assert EventPage.objects.get().venue_name == "Library"
    assert bring(user=adder, uid="two", publish=True).outcome == "refused"


def test_who_may_not_publish_imports_drafts_alone(bring, programme):
    editor = make_team("editors", programme, "add", "change").user

    new = bring(user=editor, publish=True)
    page = bring(user=editor).page
    changed = bring(user=editor, publish=True, venue_name="Park")

    assert new.reasons == ("You may not publish in this programme.",)
    assert changed.reasons == ("You may not publish the event that was imported from it.",)
    assert EventPage.objects.get() == page
    assert EventPage.objects.get().get_latest_revision_as_object().venue_name == "Library"


def test_event_of_another_type_is_left_alone(bring, programme, now):
    bring()
    entry = Entry("one", "entry 1", {**TOLD, "venue_name": "Park"})

    done = import_entry(entry, Importing(programme, Workshop, now))

    assert done.reasons == ("It was imported as a page of another type.",)
    assert EventPage.objects.get().get_latest_revision_as_object().venue_name == "Library"


def test_type_of_which_no_more_may_be_made_is_refused(bring, monkeypatch):
    monkeypatch.setattr(EventPage, "max_count", 0)

    done = bring()

    assert done.reasons == ("No event of this type may be added to this programme.",)
    assert not EventPage.objects.exists()


def test_dry_run_of_a_change_writes_nothing(bring):
    bring(recurrence_rule="FREQ=WEEKLY;COUNT=3")

    dry = bring(recurrence_rule="FREQ=WEEKLY;COUNT=4", dry=True)

    assert (dry.outcome, dry.more_dates) == ("updated", 3)
    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert draft.recurrence_rule == "FREQ=WEEKLY;COUNT=3"


def test_changed_hosts_are_taken_in_their_order(bring):
    for name in ("Ada Bell", "Bo Carr"):
        make_host(name)
    bring(hosts=["ada-bell"])

    bring(hosts=["bo-carr", "ada-bell"])

    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert [row.host.name for row in draft.event_hosts.all()] == ["Bo Carr", "Ada Bell"]


def test_locked_event_is_left_alone(bring, programme, superuser):
    page = bring().page
    EventPage.objects.filter(pk=page.pk).update(locked=True, locked_by=superuser)
    editor = make_team("editors", programme, "add", "change").user

    assert bring(user=editor, venue_name="Park").reasons == (
        "The event that was imported from it is locked.",
    )


def test_page_that_was_deleted_is_imported_anew(bring):
    bring().page.delete()

    assert not Event.objects.exists()
    assert bring().outcome == "made"


def test_long_identity_is_known_again(bring):
    uid = "x" * 5000

    assert [bring(uid=uid).outcome for _ in range(2)] == ["made", "left"]


def test_two_events_of_one_title_have_addresses_of_their_own(bring):
    slugs = [bring(uid=uid).page.slug for uid in ("one", "two")]

    assert slugs == ["kindness-at-work", "kindness-at-work-1"]


@pytest.fixture
def many(programme, now):
    entries = [Entry(str(n), f"row {n}", {**TOLD, "title": f"Talk {n}"}) for n in range(3)]

    def run(deadline, *more, dry=False):
        importing = Importing(programme, EventPage, now, is_dry=dry)
        return import_entries([*entries, *more], importing, deadline)

    return run


def test_entry_that_stands_twice_is_taken_once(many):
    done = many(Deadline(60), Entry("1", "row 9", TOLD))

    assert [each.outcome.value for each in done] == ["made"] * 3 + ["refused"]


def test_work_ends_in_time_and_goes_on_with_the_next_run(many):
    ticks = iter(range(100))
    done = many(Deadline(1.5, clock=lambda: next(ticks)))
    again = many(Deadline(60))

    assert [each.outcome.value for each in done] == ["made", "left", "left"]
    assert [each.outcome.value for each in again] == ["left", "made", "made"]
    assert "no time left" in done[1].reasons[0]


def test_file_that_nobody_imports_is_forgotten_after_a_day(programme, superuser, now):
    ImportFile.objects.create(
        user=superuser, programme_id=programme.pk, name="a.ics", content=b"x", uploaded_at=now
    )

    assert forget_files(now + timedelta(hours=23)) == 0
    assert forget_files(now + timedelta(hours=25)) == 1
    assert not ImportFile.objects.exists()


def test_digest_differs_with_what_would_be_done(many):
    first = digest_of(many(Deadline(60), dry=True))

    assert digest_of(many(Deadline(60), dry=True)) == first
    many(Deadline(60))
    assert digest_of(many(Deadline(60), dry=True)) != first
