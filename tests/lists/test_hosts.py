"""Where each host has a page."""

import pytest
from django.test import RequestFactory
from wagtail.models import Locale, PageViewRestriction, Site

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.lists.hosts import urls_of_hosts
from wagtail_lift.lists.scopes import scope_of_programme, scope_of_site
from wagtail_lift.models import HostProfile

ROOT = "http://testserver"


@pytest.fixture
def town(home, site):
    return make_programme(home, "Town")


@pytest.fixture
def urls(site):
    def of(*hosts, programme=None, request=None):
        scope = scope_of_site(Site.objects.get())
        if programme is not None:
            scope = scope_of_programme(programme, None)
        return urls_of_hosts(hosts, scope, request)

    return of


def test_host_has_a_page_in_each_programme_at_or_above_their_events(home, town, urls):
    hall, far = make_programme(town, "Hall"), make_programme(home, "Far")
    ada, ben = make_host("Ada Bell"), make_host("Ben Cole")
    make_event(hall, "Talk", hosts=[ada])
    make_event(hall, "Again", hosts=[ada])
    make_event(far, "Walk", hosts=[ada, ben])

    assert urls(ada, ben, make_host("Cy Dunn")) == [
        [
            f"{ROOT}/town/hosts/ada-bell/",
            f"{ROOT}/town/hall/hosts/ada-bell/",
            f"{ROOT}/far/hosts/ada-bell/",
        ],
        [f"{ROOT}/far/hosts/ben-cole/"],
        [],
    ]


def test_every_address_shows_the_host(home, town, urls, client):
    ada = make_host("Ada Bell")
    make_event(make_programme(town, "Hall"), "Talk", hosts=[ada])

    answers = [client.get(url) for url in urls(ada)[0]]

    assert [answer.context["host"] for answer in answers] == [ada, ada]


def test_programme_has_a_page_of_any_host(town, urls, client):
    ada = make_host("Ada Bell")

    (there,) = urls(ada, programme=town)

    assert there == ["/town/hosts/ada-bell/"]
    assert client.get(there[0]).status_code == 200


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "restrict above"])
def test_event_that_is_not_public_gives_no_address(town, urls, hide):
    hall, ada = make_programme(town, "Hall"), make_host("Ada Bell")
    event = make_event(hall, "Talk", hosts=[ada])
    if hide == "unpublish":
        event.unpublish()
    else:
        page = hall if hide == "restrict above" else event
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert urls(ada) == [[]]


def test_reader_who_may_read_the_event_learns_the_address(town, urls, superuser):
    ada = make_host("Ada Bell")
    make_event(town, "Talk", hosts=[ada])
    PageViewRestriction.objects.create(page=town, restriction_type="login")
    request = RequestFactory().get("/")
    request.user = superuser

    assert urls(ada, request=request) == [[f"{ROOT}/town/hosts/ada-bell/"]]


def test_programme_that_is_not_published_has_no_page_of_a_host(town, urls):
    hall, ada = make_programme(town, "Hall"), make_host("Ada Bell")
    make_event(hall, "Talk", hosts=[ada])
    hall.live = False
    hall.save(clean=False)

    assert urls(ada) == [[f"{ROOT}/town/hosts/ada-bell/"]]


def test_host_without_a_slug_has_no_page(town, urls):
    ada = make_host("Ada Bell")
    make_event(town, "Talk", hosts=[ada])
    HostProfile.objects.update(slug=None)
    ada.refresh_from_db()

    assert (urls(ada), urls(ada, programme=town)) == ([[]], [[]])


def test_programme_has_the_page_of_the_host_in_its_own_language(home, town, urls, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    german = Locale.objects.create(language_code="de")
    stadt = town.copy_for_translation(german, copy_parents=True)
    stadt.slug = "stadt"
    stadt.save_revision().publish()
    ada, ben = make_host("Ada Bell"), make_host("Ben Cole")
    there = ada.copy_for_translation(german)
    there.slug, there.live = "ada-b", True
    there.save()
    make_event(stadt, "Gespräch", hosts=[ada, ben], locale=german)
    make_event(town, "Talk", hosts=[ada])

    here, german_urls, untranslated = urls(ada, there, ben)

    assert [url.removeprefix(ROOT) for url in here] == ["/town/hosts/ada-bell/"]
    assert [url.rpartition("/stadt/")[2] for url in german_urls] == ["hosts/ada-b/"]
    assert [url.rpartition("/stadt/")[2] for url in untranslated] == ["hosts/ben-cole/"]


@pytest.mark.parametrize("count", [1, 3])
def test_addresses_cost_the_same_for_one_and_for_three(
    town, site, count, django_assert_num_queries
):
    hosts = [make_host(f"Host {n}") for n in range(count)]
    for host in hosts:
        make_event(make_programme(town, f"Of {host.name}"), "Talk", hosts=[host])
    scope = scope_of_site(site)
    urls_of_hosts(hosts, scope, None)

    with django_assert_num_queries(3):
        urls_of_hosts(hosts, scope, None)
