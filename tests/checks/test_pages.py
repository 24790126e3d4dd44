import pytest
from django.core.checks import Warning
from django.db import OperationalError, connection

from tests.factories import make_event, make_programme
from wagtail_lift.calendars import sizes
from wagtail_lift.checks import check_calendar_sizes, check_hidden_pages


@pytest.fixture
def hidden_page(home):
    programme = make_programme(home)
    page = make_event(programme, "Lists of insights")
    type(page).objects.filter(pk=page.pk).update(slug="insights")
    return page


def test_checks_find_a_page_that_is_hidden_by_the_page_above(hidden_page):
    assert check_hidden_pages(None, databases=["default"]) == [
        Warning(
            f"The page “Lists of insights” (id {hidden_page.pk}) is hidden by an address of the "
            "page above.",
            hint="Change its slug “insights”.",
            id="wagtail_lift.W002",
        )
    ]


def test_checks_leave_the_same_slug_elsewhere_alone(home):
    home.add_child(instance=type(home)(title="Insights", slug="insights"))
    type(home).objects.filter(depth=1).update(slug="feed")

    assert check_hidden_pages(None, databases=["default"]) == []


def test_checks_look_at_pages_only_when_the_database_is_asked_for(hidden_page):
    assert check_hidden_pages(None) == []


def test_checks_find_calendars_that_outgrow_their_readers(home, monkeypatch):
    event = make_event(make_programme(home))
    nothing = check_calendar_sizes(None, databases=["default"])
    monkeypatch.setattr(sizes, "LARGE", 400)

    assert nothing == []
    assert check_calendar_sizes(None) == []
    assert [
        (found.id, found.hint) for found in check_calendar_sizes(None, databases=["default"])
    ] == [("wagtail_lift.W003", "Lower WAGTAIL_LIFT_HORIZON_MONTHS, or let its rule end.")]
    (found,) = check_calendar_sizes(None, databases=["default"])
    assert found.msg == (
        f"The calendar of “Kindness at work” (id {event.pk}) has about 1 kB; Google Calendar reads "
        "no more than 1000 kB."
    )


@pytest.mark.django_db
@pytest.mark.parametrize("check", [check_hidden_pages, check_calendar_sizes])
def test_checks_cope_with_a_database_that_has_no_tables_yet(check):
    def missing(*args):
        raise OperationalError("no such table")

    with connection.execute_wrapper(missing):
        assert check(None, databases=["default"]) == []
