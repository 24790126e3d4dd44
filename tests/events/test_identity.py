"""Which event a page shows, and whose plan counts, whatever becomes of the pages."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, ModelLogEntry, Page, PageViewRestriction

from tests.factories import local, make_event, make_pack, make_programme, meeting_of
from wagtail_lift.actions import cancel_meeting, reinstate_meeting
from wagtail_lift.models import Event, EventOccurrence, EventPage, EventPageLink, Meeting


@pytest.fixture
def french(db):
    return Locale.objects.get_or_create(language_code="fr")[0]


@pytest.fixture
def event(home):
    return make_event(make_programme(home))


def fresh(page):
    return EventPage.objects.get(pk=page.pk)


def is_listed(page) -> bool:
    return EventOccurrence.objects.public().filter(page=page.pk, page__live=True).exists()


def test_translations_and_aliases_share_event_and_meeting(event, french):
    alias = event.create_alias(update_slug="again")
    translation = event.copy_for_translation(french, copy_parents=True)

    translation.save_revision().publish()

    assert list(EventPageLink.objects.values_list("event", flat=True).distinct()) == [
        event.lift_event.pk
    ]
    assert Meeting.objects.get().event == event.lift_event
    assert set(EventOccurrence.objects.values_list("page", flat=True)) == {
        event.pk,
        alias.pk,
        translation.pk,
    }


def test_copy_has_an_event_of_its_own(event):
    copy = event.copy(update_attrs={"slug": "copy"})

    assert fresh(copy).lift_event != event.lift_event
    assert meeting_of(copy).uid != meeting_of(event).uid


def test_translation_takes_its_dates_from_the_source(event, french):
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.start_date = None
    translation.title = "La bonté"

    translation.save_revision().publish()

    occurrence = EventOccurrence.objects.get(page=translation.pk)
    assert (occurrence.title, occurrence.starts_at) == ("La bonté", local(2027, 6, 1, 12, 30))


def test_revision_of_a_translation_contains_no_plan(event, french):
    translation = event.copy_for_translation(french, copy_parents=True)

    content = translation.save_revision().content

    assert not content.keys() & set(EventPage.source_fields)
    assert "start_date" in event.save_revision().content


def test_alias_that_is_converted_has_an_event_of_its_own(event):
    alias = event.create_alias(update_slug="again")

    ConvertAliasPageAction(fresh(alias)).execute()

    assert fresh(alias).lift_event != event.lift_event
    assert Meeting.objects.values("uid").distinct().count() == 2
    assert meeting_of(event).event == event.lift_event


def test_alias_in_another_language_stays_when_it_is_converted(event, french):
    alias = event.copy_for_translation(french, copy_parents=True, alias=True)

    ConvertAliasPageAction(fresh(alias)).execute()

    assert fresh(alias).lift_event == event.lift_event
    assert Meeting.objects.count() == 1


def test_translation_takes_over_from_a_source_that_is_deleted(event, french):
    meeting = meeting_of(event)
    translation = event.copy_for_translation(french, copy_parents=True)
    old_draft = translation.save_revision()
    old_draft.publish()

    fresh(event).delete()

    heir = fresh(translation)
    assert (heir.lift_event.source_id, meeting_of(heir).uid) == (heir.pk, meeting.uid)
    assert (heir.start_date, heir.source_fields) == (event.start_date, EventPage.source_fields)
    assert heir.lifecycle.headline.starts_at == local(2027, 6, 1, 12, 30)
    old_draft.publish()
    assert meeting_of(heir).starts_at == meeting.starts_at


def test_alias_takes_over_once_it_is_published(event):
    meeting = meeting_of(event)
    alias = event.create_alias(update_slug="again")

    fresh(event).delete()

    assert not is_listed(alias)  # Wagtail takes aliases offline with their source
    fresh(alias).save_revision().publish()
    assert EventOccurrence.objects.get(page=alias.pk).meeting.uid == meeting.uid


def delete_the_page(event):
    fresh(event).delete()


def delete_as_a_base_page(event):
    Page.objects.get(pk=event.pk).delete()


def delete_the_programme(event):
    event.get_parent().specific.delete()


def delete_by_a_query_set(event):
    Page.objects.filter(pk=event.pk).delete()


def delete_all_above(event):
    event.get_parent().get_parent().delete()


DELETIONS = [
    delete_the_page,
    delete_as_a_base_page,
    delete_the_programme,
    delete_by_a_query_set,
    delete_all_above,
]


@pytest.mark.parametrize("delete", DELETIONS)
@pytest.mark.parametrize("is_restricted", [False, True])
def test_event_goes_with_its_last_page_where_nobody_relies_on_it(event, delete, is_restricted):
    if is_restricted:
        PageViewRestriction.objects.create(page=event.get_parent(), restriction_type="login")
    event.create_alias(update_slug="again")
    make_pack(event)

    delete(event)
    if delete in (delete_the_page, delete_as_a_base_page, delete_by_a_query_set):
        Page.objects.get(slug="again").delete()

    assert not Event.objects.exists()
    assert not Meeting.objects.exists()
    assert not any(Page.find_problems())


@pytest.mark.parametrize("delete", DELETIONS)
@pytest.mark.parametrize("is_restricted", [False, True])
def test_meeting_that_somebody_relies_on_outlives_every_page(event, delete, is_restricted):
    if is_restricted:
        PageViewRestriction.objects.create(page=event.get_parent(), restriction_type="login")
    cancelled = cancel_meeting(meeting_of(event), user=None, public_note="No room.")

    delete(event)

    kept = Meeting.objects.get()
    assert (kept.uid, kept.public_note) == (cancelled.uid, "No room.")
    assert (kept.event.source, kept.event.title) == (None, event.title)
    assert not any(Page.find_problems())


def test_event_without_a_page_goes_with_the_last_that_relied_on_it(event, home):
    library = make_programme(home, "Library")
    pack = make_pack(library, event=event, meeting=meeting_of(event))
    fresh(event).delete()
    was_kept = Meeting.objects.exists()

    pack.delete()

    assert (was_kept, Meeting.objects.exists(), Event.objects.exists()) == (True, False, False)


def test_pack_that_is_deleted_leaves_the_event_without_a_pack(event, home):
    pack = make_pack(make_programme(home, "Library"), event=event, opens_early=True)
    was_shown = EventOccurrence.objects.get(page=event.pk).pack_id

    Page.objects.get(pk=pack.pk).delete()

    shown = EventOccurrence.objects.get(page=event.pk)
    assert was_shown == pack.pk
    assert (shown.pack_id, shown.pack_opens_at) == (None, None)


def test_translation_before_its_source_has_no_date(home, french):
    source = make_event(make_programme(home), live=False)
    translation = source.copy_for_translation(french, copy_parents=True)

    translation.save_revision().publish()

    assert not EventOccurrence.objects.exists()
    assert fresh(translation).lifecycle.headline.starts_at is None


def test_alias_of_a_scheduled_event_waits_until_it_is_live(home, now):
    import time_machine

    with time_machine.travel(now, tick=False):
        event = make_event(make_programme(home), live=False)
        alias = event.create_alias(update_slug="again")
        event.go_live_at = now.replace(year=2027)
        event.save_revision().publish()

    assert not fresh(alias).live
    with time_machine.travel(now.replace(year=2028), tick=False):
        fresh(event).get_latest_revision().publish()
    assert fresh(alias).live


@pytest.mark.parametrize("kind", ["event", "pack", "programme"])
def test_aliases_wait_for_what_they_show_and_follow_it(home, kind):
    made = {
        "event": lambda: make_event(make_programme(home), live=False),
        "pack": lambda: make_pack(make_programme(home), live=False),
        "programme": lambda: make_programme(home, live=False),
    }[kind]()
    alias = made.create_alias(update_slug="again")
    chain = [alias, alias.create_alias(update_slug="and-again")]
    made.go_live_at = timezone.now() + timedelta(days=30)
    made.title = "Not yet"
    made.save_revision().publish()

    def stored():
        return [
            (page.live, page.title)
            for page in Page.objects.filter(pk__in=[page.pk for page in chain])
        ]

    assert [(live, title == "Not yet") for live, title in stored()] == 2 * [(False, False)]
    made.go_live_at = None
    made.save_revision().publish()
    assert stored() == 2 * [(True, "Not yet")]


def test_page_takes_over_a_source_that_was_never_published(home, french):
    source = make_event(make_programme(home), live=False)
    translation = source.copy_for_translation(french, copy_parents=True)

    fresh(source).delete()

    heir = fresh(translation)
    assert (heir.lift_event.source_id, heir.start_date) == (heir.pk, source.start_date)


def test_what_is_done_to_a_date_without_a_page_is_logged_on_its_event(event):
    cancelled = cancel_meeting(meeting_of(event), user=None)
    fresh(event).delete()

    reinstate_meeting(Meeting.objects.get(pk=cancelled.pk), user=None)

    entry = ModelLogEntry.objects.get(action="wagtail_lift.reinstate_meeting")
    assert (entry.label, Meeting.objects.get().state) == (event.title, "scheduled")
