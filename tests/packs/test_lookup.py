"""Which packs may be published beside one another."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale

from tests.conftest import locks_rows
from tests.factories import make_event, make_pack, make_programme, meeting_of
from wagtail_lift.packs.lookup import has_rival
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def event(programme):
    return make_event(programme)


def about(event, **fields):
    return InsightsPack(event=event, locale=Locale.get_default(), **fields)


def test_pack_of_an_alias_or_a_translation_is_a_rival_in_the_same_language(programme, event):
    library = make_programme(programme, "Library")
    alias = event.create_alias(parent=library, update_slug="alias")
    french = Locale.objects.create(language_code="fr")
    translated = event.copy_for_translation(french, copy_parents=True)
    make_pack(library, event=translated)

    found = [has_rival(about(page)) for page in (event, alias, translated)]
    in_french = InsightsPack(event=event, locale=french)

    assert (found, has_rival(in_french)) == ([True, True, True], False)


def test_pack_about_the_event_and_one_about_its_only_date_are_rivals(programme, event):
    whole = make_pack(programme, event=event)
    only_date = about(event, meeting=meeting_of(event))
    was_rival = has_rival(only_date)

    event.added_dates = json.dumps(
        [{"type": "date", "id": "1", "value": {"start_date": "2027-07-01"}}]
    )
    event.save()
    other = event.lift_event.meetings.latest("starts_at")

    assert (was_rival, has_rival(only_date), has_rival(about(event))) == (True, False, True)
    make_pack(programme, "One date", event=event, meeting=other)
    assert not has_rival(whole)
    assert has_rival(about(event, meeting=other))


def test_pack_and_its_aliases_are_no_rivals(programme, event):
    pack = make_pack(event)

    alias = pack.create_alias(parent=make_programme(programme, "Library"), update_slug="alias")
    pack.full_clean()

    assert alias.specific.live
    with pytest.raises(ValidationError):
        make_pack(event, "Another", slug="another")


def test_alias_of_a_pack_that_is_made_a_page_is_about_no_event(programme, event):
    pack = make_pack(event)
    alias = pack.create_alias(parent=make_programme(programme, "Library"), update_slug="alias")

    ConvertAliasPageAction(alias.specific).execute()

    converted = InsightsPack.objects.get(pk=alias.pk)
    draft = converted.get_latest_revision_as_object()
    assert (converted.event, draft.event, converted.is_open) == (None, None, False)
    assert pack.get_publishing_faults() == converted.get_publishing_faults() == []


@locks_rows
def test_publishing_a_pack_locks_its_event_before_it_looks_for_others(programme, event):
    pack = make_pack(programme, event=event, live=False)

    with CaptureQueriesContext(connection) as queries:
        pack.save_revision().publish()

    locking = [query["sql"] for query in queries if "FOR UPDATE" in query["sql"]]
    looks = next(n for n, sql in enumerate(locking) if "insightspack" in sql)
    where = locking[looks - 1].partition("WHERE")[2]
    assert re.search(rf"\b{event.lift_event.pk}\b", where)
