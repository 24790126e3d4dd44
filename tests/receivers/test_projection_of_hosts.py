"""What an event can be found by follows its hosts and tags."""

from importlib import import_module

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import EventFacet, EventHost, EventOccurrence, EventPage
from wagtail_lift.receivers.projection import host_links

project_event = import_module("wagtail_lift.projection.events")  # the module, not the action


def facets(page) -> set[tuple[str, str]]:
    return set(EventFacet.objects.filter(page=page.pk).values_list("kind", "label"))


def test_facets_follow_hosts_and_tags_of_a_saved_page(home):
    host = make_host("Ada Bell")

    event = make_event(
        make_programme(home), hosts=[host], topics=["Kindness"], audiences=["Health"]
    )

    assert facets(event) == {
        ("host", "Ada Bell"),
        ("topic", "Kindness"),
        ("audience", "Health"),
        ("mode", "In person"),
    }


def test_facets_forget_what_was_taken_away(home):
    event = make_event(make_programme(home), hosts=[make_host()], topics=["Kindness"])
    event = EventPage.objects.get(pk=event.pk)

    event.topics.clear()
    event.event_hosts = []
    event.save()

    assert facets(event) == {("mode", "In person")}


@pytest.mark.parametrize("change", [{"is_listed": False}, {"live": False}])
def test_facets_forget_a_host_who_is_no_longer_public(change, home):
    host = make_host()
    event = make_event(make_programme(home), hosts=[host])

    for name, value in change.items():
        setattr(host, name, value)
    host.save()

    assert facets(event) == {("mode", "In person")}


def test_deleting_a_host_keeps_the_event_listed(home):
    host = make_host()
    event = make_event(make_programme(home), hosts=[host])

    host.delete()

    assert facets(event) == {("mode", "In person")}
    assert EventOccurrence.objects.public().filter(page=event.pk).exists()


def test_translation_of_a_host_is_not_live_and_has_no_history_of_its_own(locale):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    host = make_host("Live name")
    host.save_revision().publish()
    host.name = "Draft name"
    host.save_revision()

    translation = host.copy_for_translation(french)
    translation.save()

    assert (translation.live, translation.live_revision_id) == (False, None)


def test_links_to_hosts_of_every_event_type_are_found(home):
    assert EventHost in host_links()


def test_saving_a_host_costs_as_many_queries_for_one_event_and_for_many(
    home, django_assert_num_queries
):
    one, many = make_host("Ada Bell"), make_host("Ben Cole")
    programme = make_programme(home)
    make_event(programme, hosts=[one])
    for number in range(6):
        make_event(programme, f"Event {number}", hosts=[many])
    with CaptureQueriesContext(connection) as asked:
        one.save()

    with django_assert_num_queries(len(asked)):
        many.save()


def test_event_that_cannot_be_projected_stops_neither_the_host_nor_the_other_events(
    home, monkeypatch, caplog
):
    host = make_host("Ada Bell")
    broken, sound = (make_event(make_programme(home), title, hosts=[host]) for title in "BS")
    build = project_event.build_occurrences

    def fail_for_one(page, *args, **kwargs):
        if page.pk == broken.pk:
            raise ValueError("broken")
        return build(page, *args, **kwargs)

    monkeypatch.setattr(project_event, "build_occurrences", fail_for_one)

    host.name = "Ada Shaw"
    host.save()

    host.refresh_from_db()
    assert host.name == "Ada Shaw"
    assert ("host", "Ada Shaw") in facets(sound)
    assert ("host", "Ada Bell") in facets(broken)
    failed = [r.event_id for r in caplog.records if r.message == "projection_failed"]
    assert failed == [broken.lift_event.pk]


def test_events_of_a_host_are_projected_a_few_at_a_time(home, monkeypatch):
    host = make_host("Ada Bell")
    programme = make_programme(home)
    events = [make_event(programme, f"Event {number}", hosts=[host]) for number in range(5)]
    asked: list[int] = []
    together = project_event.project_all

    def count(keys, **kwargs):
        asked.append(len(keys))
        return together(keys, **kwargs)

    monkeypatch.setattr(project_event, "AT_ONCE", 2)
    monkeypatch.setattr(project_event, "project_all", count)

    host.name = "Ada Shaw"
    host.save()

    assert asked == [2, 2, 1]
    assert all(("host", "Ada Shaw") in facets(event) for event in events)
