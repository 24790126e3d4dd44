"""What wagtail-localize is told to leave alone, whether it is installed or not."""

import pytest

from wagtail_lift.models import AbstractHostProfile
from wagtail_lift.page_types.untranslated import (
    copied_but_overridable,
    kept_out,
    same_in_every_language,
)
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack


def entries_of(model):
    return {entry.field_name: entry for entry in model.override_translatable_fields}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "answers"),
    [
        (kept_out, (False, False, False, False)),
        (same_in_every_language, (True, False, True, False)),
        (copied_but_overridable, (True, False, True, True)),
    ],
)
def test_entry_answers_as_those_of_wagtail_localize_do(make, answers):
    (entry,) = make("timezone")
    event = EventPage(timezone="Europe/London")

    asked = (entry.is_editable, entry.is_translated, entry.is_synchronized, entry.is_overridable)

    assert tuple(ask(event) for ask in asked) == answers
    assert entry.get_field(EventPage) is EventPage._meta.get_field("timezone")
    assert entry.get_value(event) == "Europe/London"
    assert repr(entry) == "<UntranslatedField timezone>"


@pytest.mark.parametrize("model", [EventIndexPage, EventPage, InsightsPack, AbstractHostProfile])
def test_every_entry_names_a_field_once(model):
    names = [entry.field_name for entry in model.override_translatable_fields]

    assert len(names) == len(set(names)) > 1
    assert all(model._meta.get_field(name) for name in names)


def test_private_values_are_not_even_copied():
    event, host = entries_of(EventPage), entries_of(AbstractHostProfile)

    assert {name for name, entry in event.items() if not entry.synchronized} == {
        "join_url",
        "running_order",
    }
    assert {name for name, entry in host.items() if not entry.synchronized} == {
        "is_listed",
        "consent_given_by",
        "consent_given_on",
    }


class Stated:
    """An entry of a site's own."""

    def __init__(self, field_name):
        self.field_name = field_name


def test_page_type_that_states_what_is_translated_keeps_our_entries():
    own = [Stated("slug"), Stated("venue_address")]

    class Base(EventPage):
        override_translatable_fields = own

        class Meta:
            abstract = True

    entries = entries_of(Base)
    assert entries.keys() == {*entries_of(EventPage), "slug"}
    assert [entries["slug"], entries["venue_address"]] == own


def test_private_value_of_a_site_is_kept_out_too():
    class Base(EventPage):
        api_private_fields = (*EventPage.api_private_fields, "access_notes")

        class Meta:
            abstract = True

    assert entries_of(Base)["access_notes"].synchronized is False
