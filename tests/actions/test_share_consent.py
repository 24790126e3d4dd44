"""Consent is stored for the person: who gives it, who takes it away, what brings nothing back."""

import pytest
import time_machine
from django.core.management import call_command
from wagtail.models import Locale, Revision

from tests.factories import make_host
from wagtail_lift.models import HostProfile
from wagtail_lift.models.hosts import CONSENT

NAMES = {"en": "Ada Bell", "fr": "Adèle Bell"}


@pytest.fixture
def french(locale):
    return Locale.objects.get_or_create(language_code="fr")[0]


@pytest.fixture
def profiles(french):
    """A person who is public in two languages."""
    english = make_host(NAMES["en"])
    english.save_revision().publish()
    translated = HostProfile.objects.get(pk=english.pk).copy_for_translation(french)
    translated.name = NAMES["fr"]
    translated.save()
    translated.save_revision().publish()
    return {code: fresh_in(code) for code in NAMES}


def fresh_in(code):
    return HostProfile.objects.get(locale__language_code=code)


def listed():
    """What every profile says of consent."""
    return dict(HostProfile.objects.values_list("locale__language_code", "is_listed"))


def take_away(host):
    host.is_listed = False
    host.save()


def test_giving_consent_in_one_language_counts_for_the_person(profiles):
    take_away(profiles["en"])
    again = fresh_in("fr")
    again.is_listed, again.consent_given_by = True, "Ada herself"

    again.save()

    known = set(HostProfile.objects.values_list(*CONSENT))
    assert known == {(True, "Ada herself", again.consent_given_on)}
    assert HostProfile.objects.public().count() == 2


@pytest.mark.parametrize("published", ["before", "after"])
def test_draft_gives_consent_once_it_is_published(profiles, published):
    take_away(profiles["en"])
    draft = fresh_in("fr")
    draft.is_listed = True
    revision = draft.save_revision()

    if published == "after":
        Revision.objects.get(pk=revision.pk).publish()

    assert listed() == dict.fromkeys(NAMES, published == "after")


@pytest.mark.parametrize("code", NAMES)
def test_old_draft_cannot_bring_back_what_was_taken_away(profiles, code):
    old = fresh_in(code).save_revision()
    take_away(fresh_in("fr"))

    Revision.objects.get(pk=old.pk).publish()

    assert listed() == {"en": False, "fr": False}


def test_scheduled_draft_cannot_bring_back_what_was_taken_away(profiles, now):
    with time_machine.travel(now, tick=False):
        draft = fresh_in("en")
        draft.go_live_at = now.replace(hour=13)
        draft.save_revision(approved_go_live_at=draft.go_live_at).publish()
        take_away(fresh_in("fr"))
    with time_machine.travel(now.replace(hour=14), tick=False):
        call_command("publish_scheduled")

    assert listed() == {"en": False, "fr": False}


def test_instance_from_before_cannot_bring_back_what_was_taken_away(profiles):
    stale = profiles["en"]
    take_away(fresh_in("fr"))

    stale.name = "Ada Shaw"
    stale.save()

    assert (fresh_in("en").name, listed()) == ("Ada Shaw", {"en": False, "fr": False})


def test_translation_made_from_a_draft_gives_no_consent(locale, french):
    english = make_host(NAMES["en"], is_listed=False)
    english.save_revision().publish()
    draft = HostProfile.objects.get()
    draft.is_listed = True
    draft.save_revision()

    HostProfile.objects.get().copy_for_translation(french).save()

    assert listed() == {"en": False, "fr": False}


def test_withdrawal_in_a_draft_leaves_the_rest_a_draft(profiles):
    draft = profiles["en"]
    draft.is_listed, draft.name = False, "Another"

    draft.save_revision()

    live = fresh_in("en")
    assert (live.name, live.live, live.is_listed) == (NAMES["en"], True, False)
    assert live.get_latest_revision_as_object().name == "Another"


def test_profile_of_somebody_else_keeps_its_consent(profiles):
    other = make_host("Ben Cole")

    take_away(profiles["en"])

    other.refresh_from_db()
    assert other.is_public


def test_saving_a_profile_that_changes_no_consent_writes_no_other(
    profiles, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        profiles["en"].save()

    assert set(HostProfile.objects.values_list("consent_version", flat=True)) == {0}


def test_person_who_is_hidden_in_one_language_is_hidden_in_all(profiles):
    profiles["fr"].unpublish()

    assert list(HostProfile.objects.values_list("live", flat=True)) == [False, False]


def test_old_draft_that_is_saved_again_takes_no_consent_away(profiles):
    take_away(profiles["en"])
    unaware = fresh_in("en")
    again = fresh_in("fr")
    again.is_listed, again.consent_given_by = True, "Ada herself"
    again.save()

    unaware.biography = "<p>Nurse.</p>"
    unaware.save_revision()

    assert listed() == {"en": True, "fr": True}


def test_column_that_is_saved_alone_counts_for_the_person(profiles):
    host = profiles["en"]
    host.is_listed = False

    host.save(update_fields=["is_listed"])

    assert listed() == {"en": False, "fr": False}
    versions = set(HostProfile.objects.values_list("consent_version", flat=True))
    assert versions == {profiles["fr"].consent_version + 1}
