"""Calendars that outgrow their readers are found before these stop reading."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from tests.calendars.icalendar.reading import entries
from tests.factories import make_event, make_programme, when
from tests.routes.calendar_answers import body
from wagtail_lift.calendars import sizes
from wagtail_lift.calendars.sizes import cached_large_calendars, large_calendars

SUMMARY = "Überall hört jemand zu. " * 40


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def weekly(programme, now):
    return make_event(
        make_programme(programme, "Inner"),
        summary=SUMMARY,
        recurrence_rule="FREQ=WEEKLY",
        **when(now - timedelta(days=364)),
    )


def test_no_calendar_is_large_at_first(weekly, now):
    assert large_calendars(now) == []


def test_size_is_that_of_the_answer(weekly, programme, client, now, monkeypatch):
    monkeypatch.setattr(sizes, "LARGE", 1)

    found = {calendar.title: calendar for calendar in large_calendars(now)}

    assert set(found) == {"Conversations", "Inner", "Kindness at work"}
    assert not found["Kindness at work"].is_programme
    assert found["Conversations"].is_programme
    for page in (weekly, programme):
        answered = len(body(client.get(f"{page.url}ics/")).encode())
        assert found[page.title].size == pytest.approx(answered, rel=0.05)
        assert found[page.title].kilobytes == round(found[page.title].size / 1000)


def test_only_public_calendars_from_the_limit_on_are_told_of(weekly, programme, now, monkeypatch):
    monkeypatch.setattr(sizes, "LARGE", 1)
    event, *others = large_calendars(now)
    monkeypatch.setattr(sizes, "LARGE", event.size)
    at_the_limit = large_calendars(now)
    monkeypatch.setattr(sizes, "LARGE", event.size + 1)
    above_it = large_calendars(now)
    monkeypatch.setattr(sizes, "LARGE", 1)

    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    weekly.save_revision().publish()

    assert event.page_id == weekly.pk
    assert [other.is_programme for other in others] == [True, True]
    assert (at_the_limit, above_it) == ([event], [])
    assert large_calendars(now) == []


def test_calendars_are_looked_through_once_an_hour(
    weekly, now, monkeypatch, django_assert_num_queries
):
    cached_large_calendars(now)
    monkeypatch.setattr(sizes, "LARGE", 1)
    with django_assert_num_queries(0):
        unchanged = cached_large_calendars(now)
    cache.clear()

    assert unchanged == []
    assert len(cached_large_calendars(now)) == 3


def test_programme_of_eight_endless_groups_stays_small(programme, client, now):
    for number in range(8):
        start = now + timedelta(days=number % 7, hours=number)
        make_event(programme, f"Group {number}", recurrence_rule="FREQ=WEEKLY", **when(start))

    text = body(client.get(f"{programme.url}ics/"))

    assert 200 < len(entries(text)) < 220
    assert len(text.encode()) < 300_000
