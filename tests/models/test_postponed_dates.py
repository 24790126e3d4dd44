"""A postponed date in lists: findable where it was planned."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory

from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift.actions import postpone_meeting
from wagtail_lift.domain.filters import UPCOMING, ListFilters
from wagtail_lift.enums import Status
from wagtail_lift.lists.events import list_events, list_rows


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("", ["Bread", "Talk"]),
        ("each=date", ["Bread", "Talk"]),
        ("status=postponed", ["Talk"]),
        ("from=2026-11-25&to=2026-11-25", ["Talk"]),
        ("to=2026-11-25", ["Talk"]),
        ("from=2026-11-26", ["Bread"]),
        ("to=2026-11-24", []),
    ],
)
def test_postponed_date_is_upcoming_and_found_by_the_day_it_was_planned_for(
    query, listed, home, now, superuser
):
    programme = make_programme(home)
    talk = make_event(programme, "Talk", **when(now + timedelta(days=2)))
    make_event(programme, "Bread", **when(now + timedelta(days=9)))
    postpone_meeting(meeting_of(talk), user=superuser)

    cards = list_events(programme, RequestFactory().get(f"/?{query}"), now).upcoming.items

    assert [card.title for card in cards] == listed
    shown = {card.title: card.lifecycle.status for card in cards}
    assert shown.get("Talk", Status.POSTPONED) == Status.POSTPONED


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite names its sorting so.")
def test_last_day_of_a_list_leaves_the_walk_along_the_index(home, now):
    filters = ListFilters(when=UPCOMING, to_day=now.date())

    rows = list_rows(make_programme(home), RequestFactory().get("/"), now, filters).part(UPCOMING)

    steps = rows[:21].explain().splitlines()
    assert any("lift_occurrence_listed" in step for step in steps)
    assert not any("MULTI-INDEX OR" in step for step in steps)
