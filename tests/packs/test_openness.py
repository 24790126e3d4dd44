"""The database says of many packs what ``is_open_at()`` says of each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.packs.openness import only_open
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture
def packs(home, now, superuser):
    """Packs about events in every situation, each as it is, opened early, and about one date."""
    programme, hidden = make_programme(home), make_programme(home, "Hidden")
    library = make_programme(home, "Library")
    past, coming = when(now.replace(year=2025)), when(now.replace(year=2027))
    events = {
        "past": make_event(programme, "Past", **past),
        "coming": make_event(programme, "Coming", **coming),
        "now": make_event(programme, "Now", **when(now)),
        "undated": make_event(programme, "Undated", start_date=None),
        "cancelled": make_event(programme, "Cancelled", **past),
        "postponed": make_event(programme, "Postponed", **past),
        "draft": make_event(programme, "Draft", live=False, **past),
        "unpublished": make_event(programme, "Unpublished", **past),
        "restricted": make_event(hidden, "Restricted", **past),
        "no event": None,
    }
    cancel_meeting(meeting_of(events["cancelled"]), user=superuser)
    postpone_meeting(meeting_of(events["postponed"]), user=superuser)
    events["unpublished"].unpublish()
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    for name, event in events.items():
        for early in (False, True):
            make_pack(
                library, f"{name}, early: {early}", event=event, opens_early=early, live=False
            )
        if event is not None and event.lift_event.meetings.exists():
            meeting = event.lift_event.meetings.get()
            make_pack(library, f"{name}, one date", event=event, meeting=meeting, live=False)
    make_pack(library, "no page of an event", event=home, live=False)
    guide = [("preparation", ["Tea"])]
    make_pack(library, "guide alone", stands_alone=True, guide=guide, live=False)
    make_pack(library, "guide that lost its event", guide=guide, live=False)
    make_pack(library, "nothing alone", stands_alone=True, live=False)
    make_pack(hidden, "hidden guide alone", stands_alone=True, guide=guide, live=False)
    make_pack(hidden, "restricted", event=events["past"], opens_early=True, live=False)
    for pack in InsightsPack.objects.filter(
        title__in=["past, early: True", "restricted", "guide alone"]
    ):
        pack.create_alias(parent=programme, update_slug=f"alias-{pack.pk}")
    InsightsPack.objects.update(live=True)  # more for each event than can be published
    make_pack(library, "draft pack", opens_early=True, live=False)
    return InsightsPack.objects.order_by("pk")


@pytest.mark.parametrize("year", [2024, 2026, 2028])
def test_only_open_says_what_each_pack_says(packs, now, year):
    instant = now.replace(year=year)

    found = [pack.title for pack in only_open(packs, instant)]

    assert found == [pack.title for pack in packs if pack.is_open_at(instant)]
    assert "past, early: True" in found
    assert ("past, early: False" in found) == (year > 2024)
    assert ("unpublished, early: False" in found) == (year > 2024)
    assert "draft, early: False" not in found
    assert [title for title in found if "alone" in title or "lost" in title] == ["guide alone"] * 2


def test_only_open_belongs_to_the_later_state_at_the_end(packs, now):
    ends_at = packs.get(title="now, early: False").event_page.occurrences[0].ends_at

    assert "now, early: False" in {pack.title for pack in only_open(packs, ends_at)}


def test_number_of_queries_does_not_grow_with_packs_of_events_that_are_not_published(home, now):
    programme, library = make_programme(home), make_programme(home, "Library")
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    counts, found = [], []
    for number in range(3):
        event = make_event(programme, f"Event {number}", **when(now.replace(year=2025)))
        pack = make_pack(library, f"Pack {number}", event=event, live=False)
        pack.create_alias(parent=library, update_slug=f"alias-{number}")
        InsightsPack.objects.update(live=True)
        event.unpublish()
        if number != 1:
            with CaptureQueriesContext(connection) as queries:
                found.append(len(only_open(InsightsPack.objects.all(), now)))
            counts.append(len(queries))

    assert found == [2, 6]
    assert counts[0] == counts[1] <= 10
