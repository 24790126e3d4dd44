"""``manage.py rebuild_occurrences``: what it repairs, and what it says."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_event, make_programme
from wagtail_lift.models import Event, EventOccurrence, EventPage


def run(**options) -> str:
    """Run the command and return what it printed."""
    out = StringIO()
    call_command("rebuild_occurrences", stdout=out, stderr=out, **options)
    return out.getvalue()


def rows() -> list[tuple]:
    """Return the stored occurrences without their own keys."""
    return list(EventOccurrence.objects.order_by("page").values_list("page", "title", "starts_at"))


@pytest.fixture
def event(home):
    """One of two published events."""
    programme = make_programme(home)
    make_event(programme, "Left alone")
    return make_event(programme, "Kindness at work")


def test_rebuild_repairs_drift_and_names_the_event(event):
    before = rows()
    EventOccurrence.objects.filter(page=event.pk).update(title="Drifted", starts_at=None)

    output = run()

    assert rows() == before
    assert output.splitlines() == [
        f"Repaired: Kindness at work ({event.lift_event.pk})",
        "2 events rebuilt, 1 had drifted.",
    ]


def test_rebuild_says_that_nothing_had_drifted(event):
    assert run().splitlines() == ["2 events rebuilt, 0 had drifted."]


class Terminal(StringIO):
    """A stream that says it is a terminal, as Django's output asks."""

    def isatty(self) -> bool:
        return True


def test_rebuild_draws_a_bar_on_a_terminal_and_messages_on_their_own_lines(event):
    EventOccurrence.objects.filter(page=event.pk).update(title="Drifted")
    out = Terminal()

    call_command("rebuild_occurrences", stdout=out, stderr=out, no_color=True)

    half, repaired, whole, summary = filter(None, out.getvalue().splitlines())
    assert (half.count("."), whole.count(".")) == (37, 75)
    assert repaired == f"Repaired: Kindness at work ({event.lift_event.pk})"
    assert summary == "2 events rebuilt, 1 had drifted."


def test_rebuild_draws_no_bar_where_there_is_no_event(db):
    out = Terminal()

    call_command("rebuild_occurrences", stdout=out, stderr=out, no_color=True)

    assert out.getvalue().splitlines() == ["0 events rebuilt, 0 had drifted."]


def test_rebuild_is_silent_about_what_is_right_if_asked(event):
    EventOccurrence.objects.filter(page=event.pk).delete()

    output = run(verbosity=0)

    assert output.splitlines() == [f"Repaired: Kindness at work ({event.lift_event.pk})"]


def test_rebuild_goes_on_after_a_fault_and_fails_at_the_end(event, caplog, monkeypatch):
    other = Event.objects.get(title="Left alone")
    EventOccurrence.objects.filter(page=other.source_id).update(title="Drifted")
    get_facets = EventPage.get_facets

    def fail_for_one(page):
        return get_facets(page) if page.pk != event.pk else 1 / 0

    monkeypatch.setattr(EventPage, "get_facets", fail_for_one)
    out = StringIO()

    with pytest.raises(CommandError, match=r"^1 event could not be rebuilt\."):
        call_command("rebuild_occurrences", stdout=out, stderr=out)

    assert out.getvalue().splitlines() == [
        f"Repaired: Left alone ({other.pk})",
        f"Not rebuilt: Kindness at work ({event.lift_event.pk})",
        "2 events rebuilt, 1 had drifted.",
    ]
    assert [record.message for record in caplog.records] == ["projection_failed"]
