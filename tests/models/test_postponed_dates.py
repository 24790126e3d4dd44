"""A postponed date in lists: findable where it was planned."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift.actions import postpone_meeting
from wagtail_lift.enums import Status
from wagtail_lift.models.lists import list_events


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
