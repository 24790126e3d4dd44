"""Saving a page with its rows is followed once, and never not at all."""

import pytest

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import EventPage, Meeting
from wagtail_lift.page_types.debounce import after_whole_save, whole_save


def test_what_is_asked_for_is_done_at_once_outside_a_save():
    done = []

    after_whole_save(1, done.append)

    assert done == [1]


def test_what_is_asked_for_during_a_save_is_done_once_at_its_end():
    done = []

    with whole_save():
        after_whole_save(1, done.append)
        with whole_save():
            after_whole_save(2, done.append)
            after_whole_save(1, done.append)
        assert done == []

    assert done == [1, 2]


def test_what_was_written_before_a_fault_is_followed():
    done = []

    def save_half_way():
        with whole_save():
            after_whole_save(1, done.append)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_half_way()
    assert done == [1]
    after_whole_save(2, done.append)
    assert done == [1, 2]


def test_event_with_hosts_and_tags_is_projected_once(home, monkeypatch):
    hosts = [make_host("Ada Bell"), make_host("Bo Hart")]
    event = make_event(make_programme(home), hosts=hosts, topics=["a", "b"], audiences=["c"])
    asked = []
    facets = EventPage.get_facets

    def count(page):
        asked.append(page.pk)
        return facets(page)

    monkeypatch.setattr(EventPage, "get_facets", count)
    page = EventPage.objects.get(pk=event.pk)
    page.event_hosts = list(page.event_hosts.all())[:1]
    page.topics.set(["d"])

    page.save_revision().publish()

    assert asked == [event.pk]
    shown = EventPage.objects.get(pk=event.pk)
    assert sorted(shown.lift_facets.values_list("label", flat=True)) == [
        "Ada Bell",
        "In person",
        "c",
        "d",
    ]
    assert Meeting.objects.count() == 1
