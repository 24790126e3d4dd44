"""Host profiles: names, slugs, and who is public."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from tests.factories import make_host
from wagtail_lift.models import HostProfile

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ada Bell", "AB"),
        ("Ada de la Cruz Bell", "AB"),
        ("Ada", "A"),
        ("ada bell", "AB"),
        ("The (quiet) room", "TR"),
        ("", ""),
        ("— —", ""),
    ],
)
def test_initials_are_the_first_letters_of_first_and_last_name(name, initials):
    assert HostProfile(name=name).initials == initials


def test_display_name_begins_with_the_honorific():
    assert str(HostProfile(name="Ada Bell", honorific="Dr")) == "Dr Ada Bell"


@pytest.mark.parametrize(
    ("position", "organisation", "affiliation"),
    [("Nurse", "Hill Ward", "Nurse, Hill Ward"), ("Nurse", "", "Nurse"), ("", "", "")],
)
def test_affiliation_joins_role_and_organisation(position, organisation, affiliation):
    host = HostProfile(position=position, organisation=organisation)

    assert host.affiliation == affiliation


@pytest.mark.parametrize(
    ("live", "is_listed", "is_public", "label"),
    [
        (True, True, True, ""),
        (True, False, False, "not listed: no consent"),
        (False, True, False, "not listed: not published"),
        (False, False, False, "not listed: no consent"),
    ],
)
def test_host_is_public_only_when_published_and_agreed(live, is_listed, is_public, label):
    host = make_host(live=live, is_listed=is_listed)

    assert (host.is_public, host.status_label) == (is_public, label)
    assert HostProfile.objects.public().filter(pk=host.pk).exists() is is_public


def test_slug_follows_the_name_and_is_free():
    slugs = [make_host("Zoë Bell").slug for _ in range(3)]

    assert slugs == ["zoë-bell", "zoë-bell-2", "zoë-bell-3"]


def test_slug_of_a_name_without_letters_is_still_one():
    assert make_host("!!!").slug == "host"


def test_slug_that_another_host_has_is_refused():
    make_host("Ada Bell")
    host = HostProfile(name="Another", slug="ada-bell", locale=Locale.get_default())

    with pytest.raises(ValidationError) as refused:
        host.full_clean()

    assert set(refused.value.message_dict) == {"slug"}


def test_profiles_without_a_name_do_not_clash():
    drafts = [HostProfile.objects.create(name="", live=False) for _ in range(2)]

    assert [draft.slug for draft in drafts] == [None, None]


def test_consent_needs_who_and_when():
    host = HostProfile(name="Ada Bell", is_listed=True, locale=Locale.get_default())

    with pytest.raises(ValidationError) as refused:
        host.full_clean()

    assert set(refused.value.message_dict) == {"consent_given_by", "consent_given_on"}


def test_consent_is_not_checked_while_a_draft_is_saved():
    host = HostProfile(name="Ada Bell", is_listed=True, locale=Locale.get_default())
    host._is_validation_deferred = True

    host.full_clean()

    assert host.slug == "ada-bell"


def test_consent_with_who_and_when_is_accepted():
    host = make_host(consent_given_by="Ada", consent_given_on=date(2026, 2, 3))

    assert host.is_public
