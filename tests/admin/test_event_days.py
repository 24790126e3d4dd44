"""The months that the list of events is filtered by."""

from datetime import UTC, date, datetime, timedelta

from tests.admin.conftest import make_team
from tests.admin.tables import titles_of
from tests.factories import make_event, meeting_of, when
from wagtail_lift.actions import change_meeting
from wagtail_lift.admin.event_days import month_choices, next_month

URL = "/admin/lift/events/"


def test_event_list_filters_by_the_month_where_the_event_is(admin_session, programme, superuser):
    new_year_in_auckland = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)
    make_event(programme, "Auckland", **when(new_year_in_auckland, timezone="Pacific/Auckland"))
    make_event(programme, "London", **when(new_year_in_auckland))
    moved = make_event(programme, "Moved", **when(datetime(2027, 5, 1, 12, 0, tzinfo=UTC)))
    starts_at = datetime(2027, 1, 5, 12, 0, tzinfo=UTC)
    ends_at = starts_at + timedelta(hours=1)
    change_meeting(meeting_of(moved), starts_at=starts_at, ends_at=ends_at, user=superuser)
    make_event(programme, "Planned", live=False, start_date=date(2027, 1, 20))
    make_event(programme, "Later", **when(datetime(2027, 2, 2, 12, 0, tzinfo=UTC)))

    found = {
        month: titles_of(admin_session.get(URL, {"month": month}))
        for month in ("2026-12", "2027-01")
    }

    assert found == {"2026-12": ["London"], "2027-01": ["Auckland", "Moved", "Planned"]}


def test_event_list_offers_the_months_in_which_something_is(programme, superuser):
    new_year_in_auckland = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)
    make_event(programme, **when(new_year_in_auckland, timezone="Pacific/Auckland"))
    make_event(programme, "Later", **when(datetime(2027, 3, 5, 12, 0, tzinfo=UTC)))
    make_event(programme, "Mistyped", **when(datetime(2207, 3, 5, 12, 0, tzinfo=UTC)))
    make_event(programme, "Planned", live=False, start_date=date(2027, 5, 20))
    make_event(programme, "Undated", start_date=None)

    assert month_choices(superuser) == [
        ("2207-03", "March 2207"),
        ("2027-05", "May 2027"),
        ("2027-03", "March 2027"),
        ("2027-01", "January 2027"),
    ]


def test_event_list_offers_no_month_without_an_event(superuser):
    assert month_choices(superuser) == []


def test_event_list_offers_no_month_in_which_only_others_have_events(programme, other_programme):
    make_event(programme, **when(datetime(2027, 3, 5, 12, 0, tzinfo=UTC)))
    make_event(other_programme, "Walk", **when(datetime(2027, 4, 5, 12, 0, tzinfo=UTC)))
    make_event(other_programme, "Plan", live=False, start_date=date(2027, 5, 20))
    editor = make_team("editors", programme, "change").user

    assert month_choices(editor) == [("2027-03", "March 2027")]


def test_months_follow_each_other_over_the_year():
    december, february = date(2026, 12, 1), date(2027, 2, 1)

    assert [next_month(december), next_month(february)] == [date(2027, 1, 1), date(2027, 3, 1)]
