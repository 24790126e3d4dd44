"""What an event can be found by follows its hosts and tags."""

import pytest
from wagtail.models import Locale

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import EventFacet, EventHost, EventOccurrence, EventPage
from wagtail_lift.receivers import host_links


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
