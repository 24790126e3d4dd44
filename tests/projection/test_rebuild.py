"""Rebuilding: every event anew at its source, however many there are and whatever came of them."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from tests.factories import make_event, make_programme
from wagtail_lift.models import EventFacet, EventOccurrence, EventPage
from wagtail_lift.projection import count_events, rebuild_occurrences
from wagtail_lift.projection.rebuild import RebuiltEvent

pytestmark = pytest.mark.django_db
MODULE = import_module("wagtail_lift.projection.rebuild")  # the module, not the action


def test_rebuild_reports_and_repairs_drift(home):
    programme = make_programme(home)
    drifted = make_event(programme, "Drifted", topics=["Kindness"])
    right = make_event(programme, "Right")
    EventOccurrence.objects.filter(page=drifted.pk).update(
        starts_at=F("ends_at"), title="Something else"
    )
    EventFacet.objects.filter(page=drifted.pk, kind="topic").delete()

    report = list(rebuild_occurrences())

    assert report == [
        RebuiltEvent(drifted.lift_event.pk, "Drifted", True, True),
        RebuiltEvent(right.lift_event.pk, "Right", True, False),
    ]
    assert EventOccurrence.objects.get(page=drifted.pk).title == "Drifted"


def test_rebuild_removes_rows_of_pages_that_are_not_live(home):
    event = make_event(make_programme(home))
    EventPage.objects.filter(pk=event.pk).update(live=False)

    report = list(rebuild_occurrences())

    assert not EventOccurrence.objects.exists()
    assert [item.event_id for item in report] == [event.lift_event.pk]


def test_rebuild_visits_each_event_once_at_its_source(home):
    event = make_event(make_programme(home))
    event.create_alias(update_slug="again")

    report = list(rebuild_occurrences())

    assert [item.event_id for item in report] == [event.lift_event.pk]


def test_rebuild_visits_a_translated_event_once(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(make_programme(home))
    event.copy_for_translation(french, copy_parents=True).save_revision().publish()

    assert [item.event_id for item in rebuild_occurrences()] == [event.lift_event.pk]


def test_rebuild_goes_through_all_sources_a_few_at_a_time(home, monkeypatch):
    monkeypatch.setattr(MODULE, "AT_ONCE", 2)
    french = Locale.objects.get_or_create(language_code="fr")[0]
    programme = make_programme(home)
    events = [make_event(programme, f"Event {number}") for number in range(2)]
    for event in events:  # two in a row that are no sources
        event.copy_for_translation(french, copy_parents=True)
    events += [make_event(programme, f"Later {number}") for number in range(3)]
    events[2].create_alias(update_slug="again")

    assert [found.event_id for found in rebuild_occurrences()] == [
        event.lift_event.pk for event in events
    ]
    assert count_events() == len(events)


def test_rebuild_compares_no_page_with_all_others(home):
    make_event(make_programme(home))

    with CaptureQueriesContext(connection) as captured:
        list(rebuild_occurrences())

    asked = [query["sql"] for query in captured if "translation_key" in query["sql"]]
    assert asked
    assert not [sql for sql in asked if "EXISTS" in sql]


def test_fault_in_one_event_stops_no_other(home, monkeypatch):
    programme = make_programme(home)
    broken, right = (make_event(programme, title).lift_event.pk for title in ("Broken", "Right"))
    project_all = MODULE.project_all

    def fail(keys, **options):
        if broken in keys:
            raise RuntimeError("no projection today")
        return project_all(keys, **options)

    monkeypatch.setattr(MODULE, "project_all", fail)

    assert list(rebuild_occurrences()) == [
        RebuiltEvent(broken, "Broken", False, False),
        RebuiltEvent(right, "Right", True, False),
    ]
