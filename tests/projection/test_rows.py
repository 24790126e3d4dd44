"""Rows that are worked out anew: what is the same stays, what differs is written, nothing more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import EventFacet, EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import project_page, rebuild_occurrences
from wagtail_lift.webhooks.models.changes import Touch

WRITES = ("INSERT", "UPDATE", "DELETE")


def stored() -> list[dict]:
    """Return the rows of occurrences and facets, their own keys included."""
    models = (EventOccurrence, EventFacet)
    return [row for model in models for row in model.objects.order_by("pk").values()]


def is_write(sql: str) -> bool:
    return sql.startswith(WRITES) and Touch._meta.db_table not in sql


def writes(act) -> list[str]:
    """Return what ``act`` wrote, without what it left for the log of changes to look at."""
    with CaptureQueriesContext(connection) as queries:
        act()
    return [query["sql"] for query in queries if is_write(query["sql"])]


@pytest.fixture
def event(home):
    """An event on four days, with a host, a topic and a translation."""
    fields = {"hosts": [make_host()], "topics": ["Kindness"]}
    event = make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=4", **fields)
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event.copy_for_translation(french, copy_parents=True).save_revision().publish()
    return event


def test_unchanged_event_writes_nothing(event):
    before = stored()

    found = writes(lambda: project_page(event.pk))

    assert found == []
    assert stored() == before


def test_unchanged_site_writes_nothing_but_stray_rows(event):
    before = stored()

    found = writes(lambda: list(rebuild_occurrences()))

    assert found == []
    assert stored() == before


def test_only_the_date_that_changed_is_written_and_each_row_keeps_its_key(event):
    before = stored()
    changed = Meeting.objects.filter(event__page_links__page=event.pk, date_key="2027-06-15T12:30")
    changed.update(places="full")

    found = writes(lambda: project_page(event.pk))

    of_that_date = {row["id"] for row in before if row.get("date_key") == "2027-06-15T12:30"}
    assert len(found) == 1
    assert stored() == [
        {**row, "places": "full"} if "places" in row and row["id"] in of_that_date else row
        for row in before
    ]


def test_another_zone_writes_each_row_in_one_statement(event):
    event.venue_name = "The Mill"

    found = writes(event.save)

    assert sum("lift_eventoccurrence" in sql for sql in found) == 1


def test_facet_that_is_gone_goes_alone(event):
    before = dict(EventFacet.objects.filter(page=event.pk).values_list("kind", "pk"))
    EventPage.topics.through.objects.filter(content_object=event.pk).delete()

    project_page(event.pk)

    after = dict(EventFacet.objects.filter(page=event.pk).values_list("kind", "pk"))
    assert after == {kind: pk for kind, pk in before.items() if kind != "topic"}


def test_rebuilding_three_events_takes_the_queries_of_one(home):
    programme = make_programme(home)
    fields = {"topics": ["Kindness"], "attendance_mode": "online"}
    make_event(programme, "1", hosts=[make_host("Ada")], **fields)
    with CaptureQueriesContext(connection) as of_one:
        list(rebuild_occurrences())
    for number in (2, 3):
        make_event(programme, str(number), hosts=[make_host(f"Host {number}")], **fields)

    with CaptureQueriesContext(connection) as of_three:
        list(rebuild_occurrences())

    assert len(of_three) == len(of_one)
