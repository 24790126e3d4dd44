"""Translations and aliases show one event, and inherit it when its source goes."""

from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale

from tests.factories import local, make_event, make_programme, meeting_of
from wagtail_lift.models import EventOccurrence, EventPage, Meeting


def is_listed(page) -> bool:
    return EventOccurrence.objects.public().filter(page=page.pk, page__live=True).exists()


def test_translations_and_aliases_share_the_meeting_of_their_source(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(make_programme(home))
    alias = event.create_alias(update_slug="again")
    translation = event.copy_for_translation(french, copy_parents=True)

    translation.save_revision().publish()

    assert list(Meeting.objects.values_list("event", "date_key")) == [(event.pk, "first")]
    assert set(EventOccurrence.objects.values_list("page", flat=True)) == {
        event.pk,
        alias.pk,
        translation.pk,
    }


def test_translation_takes_its_dates_from_the_source(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(make_programme(home))
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.start_date = None
    translation.title = "La bonté"

    translation.save_revision().publish()

    occurrence = EventOccurrence.objects.get(page=translation.pk)
    assert (occurrence.title, occurrence.starts_at) == ("La bonté", local(2027, 6, 1, 12, 30))


def test_converting_an_alias_gives_it_a_meeting_of_its_own(home):
    event = make_event(make_programme(home))
    alias = event.create_alias(update_slug="again")
    ConvertAliasPageAction(EventPage.objects.get(pk=alias.pk)).execute()

    assert set(Meeting.objects.values_list("event", flat=True)) == {event.pk, alias.pk}
    assert Meeting.objects.values("uid").distinct().count() == 2


def test_converting_an_alias_of_an_older_locale_makes_it_the_source(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    programme = make_programme(home)
    french_programme = programme.copy_for_translation(french, copy_parents=True)
    event = make_event(french_programme, locale=french)
    meeting = meeting_of(event)
    english = programme.locale
    alias = event.copy_for_translation(english, alias=True)
    ConvertAliasPageAction(EventPage.objects.get(pk=alias.pk)).execute()

    kept = Meeting.objects.get()
    assert (kept.pk, kept.uid, kept.event_id) == (meeting.pk, meeting.uid, alias.pk)


def test_deleting_the_source_hands_its_meeting_to_the_translation(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(make_programme(home))
    meeting = meeting_of(event)
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.start_date = None
    translation.save_revision().publish()

    EventPage.objects.get(pk=event.pk).delete()

    kept = Meeting.objects.get()
    heir = EventPage.objects.get(pk=translation.pk)
    assert (kept.uid, kept.event_id) == (meeting.uid, translation.pk)
    assert heir.start_date == event.start_date
    assert heir.get_latest_revision_as_object().start_date == event.start_date
    assert heir.lifecycle.headline.starts_at == local(2027, 6, 1, 12, 30)


def test_deleting_the_source_hands_its_meeting_to_an_alias(home):
    event = make_event(make_programme(home))
    meeting = meeting_of(event)
    alias = event.create_alias(update_slug="again")

    EventPage.objects.get(pk=event.pk).delete()

    kept = Meeting.objects.get()
    assert (kept.uid, kept.event_id) == (meeting.uid, alias.pk)
    assert not is_listed(alias)  # Wagtail takes aliases offline with their source


def test_heir_is_listed_with_the_same_meeting_once_it_is_published(home):
    event = make_event(make_programme(home))
    meeting = meeting_of(event)
    alias = event.create_alias(update_slug="again")
    EventPage.objects.get(pk=event.pk).delete()

    EventPage.objects.get(pk=alias.pk).save_revision().publish()

    occurrence = EventOccurrence.objects.get(page=alias.pk)
    assert occurrence.meeting.uid == meeting.uid
