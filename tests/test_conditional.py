"""A time proves that nothing has changed only where it is known what was told with it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.utils.http import http_date

from wagtail_lift.conditional import conditional


@pytest.fixture(autouse=True)
def nothing_known():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def ask(rf, now):
    """Ask for an answer with a mark some seconds later; return the status and when it changed."""

    def _ask(mark, seconds=0.0, since=None, known_by=("calendar",)):
        at = now + timedelta(seconds=seconds)
        headers = {} if since is None else {"If-Modified-Since": since}
        response = conditional(
            HttpResponse("all"), rf.get("/", headers=headers), mark=mark, known_by=known_by, now=at
        )
        assert response["ETag"] == f'"{mark}"'
        return response.status_code, response.get("Last-Modified")

    return _ask


@pytest.fixture
def at(now):
    """Return what a header says of a time some seconds later."""
    return lambda seconds: http_date((now + timedelta(seconds=seconds)).timestamp())


def test_answer_has_changed_when_its_mark_was_first_seen(ask, at):
    assert ask("a", 0.7) == (200, at(0))
    assert ask("a", 9) == (200, at(0))
    assert ask("b", 10.5) == (200, at(10))
    assert ask("b", 11) == (200, at(10))


def test_reader_is_told_that_nothing_has_changed_since(ask, at):
    _, seen = ask("a")

    assert ask("a", 0.5, since=seen) == (304, at(0))
    assert ask("a", 9, since=at(5)) == (304, at(0))
    assert ask("a", 9, since=at(-1)) == (200, at(0))
    assert ask("b", 10, since=seen) == (200, at(10))


def test_two_marks_in_one_second_are_told_apart(ask, at):
    _, seen = ask("a", 5.1)

    assert ask("b", 5.2, since=seen) == (200, None)
    assert ask("b", 5.9, since=seen) == (200, None)
    assert ask("b", 6, since=seen) == (200, at(6))
    assert ask("b", 7, since=seen) == (200, at(6))


def test_what_is_as_it_once_was_is_new_to_who_has_seen_it_otherwise(ask, at):
    ask("a", 1)
    _, seen = ask("b", 2)

    assert ask("a", 3, since=seen) == (200, at(3))
    assert ask("a", 4, since=seen) == (200, at(3))


def test_what_was_for_less_than_a_second_is_believed_of_nobody(ask, at):
    ask("a", 1.1)
    ask("b", 1.2)

    assert ask("a", 1.3, since=at(1)) == (200, None)
    assert ask("a", 2, since=at(1)) == (200, at(2))


def test_clock_that_was_set_back_tells_no_time_that_is_to_come(ask, at):
    _, seen = ask("a", 3600)

    assert ask("a", 0, since=seen) == (200, None)
    assert ask("b", 1, since=seen) == (200, None)
    assert ask("b", 3600, since=seen) == (200, None)
    assert ask("b", 3601, since=seen) == (200, at(3601))


def test_change_while_the_clock_is_behind_is_told_once_it_has_caught_up(ask, at):
    ask("a", 0)
    _, seen = ask("b", 3600)

    ask("c", 10)

    assert ask("c", 3600, since=seen) == (200, None)
    assert ask("c", 3700, since=seen) == (200, at(3700))


def test_time_to_come_is_believed_of_nobody(ask, at):
    ask("a")

    assert ask("a", 1, since=at(2)) == (200, at(0))


def test_nothing_is_believed_that_is_not_remembered(ask, at):
    _, seen = ask("a")
    cache.clear()

    assert ask("a", 5, since=seen) == (200, at(5))
    assert ask("a", 6, since=seen) == (200, at(5))
    assert ask("a", 6, since=at(5)) == (304, at(5))


def test_second_belongs_to_who_asks_first(ask, at, monkeypatch):
    """Two requests at once, of which the first to begin has seen the older mark."""
    get, raced = cache.get, []

    def get_and_race(key, *args):
        known = get(key, *args)
        if not raced:
            raced.append(True)
            raced.append(ask("new", 5))
        return known

    monkeypatch.setattr(cache, "get", get_and_race)

    assert ask("old", 5) == (200, None)
    assert raced[1] == (200, at(5))
    assert ask("new", 6, since=at(5)) == (200, at(6))


def test_each_answer_is_known_by_its_name(ask, at):
    ask("a", 0)
    ask("b", 5, known_by=("another",))

    assert ask("a", 9, since=at(0)) == (304, at(0))
    assert ask("b", 9, since=at(5), known_by=("another",)) == (304, at(5))


def test_answer_without_a_name_is_known_by_its_mark_alone(rf, ask, now):
    request = rf.get("/", headers={"If-None-Match": '"a"', "If-Modified-Since": http_date(0)})

    known = conditional(HttpResponse(), request, mark="a", known_by=None, now=now)

    assert (known.status_code, known["ETag"]) == (304, '"a"')
    assert ask("a", known_by=None, since=http_date(now.timestamp())) == (200, None)


def test_mark_outranks_time(rf, ask, now):
    _, seen = ask("a")
    headers = {"If-None-Match": '"b"', "If-Modified-Since": seen}

    response = conditional(
        HttpResponse(), rf.get("/", headers=headers), mark="a", known_by=("calendar",), now=now
    )

    assert response.status_code == 200


def test_time_that_cannot_be_read_is_none(ask):
    ask("a")

    assert ask("a", 1, since="yesterday")[0] == 200
