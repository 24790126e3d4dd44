"""Two sites in one database: neither shows the people of the other, at any door."""

import json

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from tests.conftest import searches_at_once
from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.access.site_hosts import only_of_this_site
from wagtail_lift.models import HostProfile

HERE, THERE = "testserver", "other.example.org"
PEOPLE = {HERE: "Ada Bell", THERE: "Olga Reed"}
SLUGS = {HERE: "ada-bell", THERE: "olga-reed"}


@pytest.fixture(autouse=True)
def hostnames(settings):
    settings.ALLOWED_HOSTS = [HERE, THERE]


@pytest.fixture
def programmes(home, now):
    """A programme on each site, each with an event of its own host and a pack about a past one."""
    root = home.get_parent()
    other = root.add_child(instance=Page(title="Other", slug="other", locale=home.locale))
    Site.objects.create(hostname=THERE, root_page=other)
    make_host("Nobody Yet")
    found = {}
    for hostname, page in ((HERE, home), (THERE, other)):
        host = make_host(PEOPLE[hostname])
        found[hostname] = programme = make_programme(page)
        make_event(programme, f"With {host.name}", hosts=[host], topics=["Care"])
        past = make_event(programme, "Past", hosts=[host], **when(now.replace(year=2020)))
        make_pack(past, "Learnt")
    return found


V2 = (
    "hosts/",
    "hosts/?fields=*",
    "hosts/?order=-name&limit=20",
    "hosts/?locale=en",
    "events/",
    "events/?fields=*",
    "pages/?fields=*",
    "insights/?fields=*",
)
V3 = ("pages/", "pages/?type=wagtail_lift_pages.EventPage", "openapi.json")
ON_THE_SITE = ("", "?when=past", "feed/", "feed/json/", "ics/", "insights/", "calendar/2027/06/")
API = [f"/api/v2/{path}" for path in V2]
if apps.is_installed("wagtail.api.v3"):
    API += [f"/api/v3/{path}" for path in V3]


def people_in(response):
    assert response.status_code == 200, response
    text = response.getvalue().decode()
    return {name for name in ("Nobody Yet", *PEOPLE.values()) if name in text}


@pytest.mark.parametrize("path", API)
def test_api_of_a_site_shows_nobody_of_the_other(programmes, client, path):
    found = {site: people_in(client.get(path, headers={"host": site})) for site in PEOPLE}

    assert all(found[site] <= {name} for site, name in PEOPLE.items()), found
    if "hosts" in path or "events/?fields" in path:
        assert found == {site: {name} for site, name in PEOPLE.items()}


@pytest.mark.parametrize("path", ON_THE_SITE)
def test_pages_of_a_site_show_nobody_of_the_other(programmes, client, path):
    found = {
        site: people_in(client.get(f"{programme.full_url}{path}", headers={"host": site}))
        for site, programme in programmes.items()
    }

    assert all(found[site] <= {name} for site, name in PEOPLE.items()), found


@pytest.mark.parametrize("path", ["hosts/{}/", "hosts/find/?id={}"])
def test_host_of_the_other_site_is_not_found_by_key(programmes, client, path):
    ada = HostProfile.objects.get(name=PEOPLE[HERE]).pk

    answers = [client.get(f"/api/v2/{path.format(ada)}", headers={"host": site}) for site in PEOPLE]

    assert [answer.status_code for answer in answers] == (
        [302, 404] if "find" in path else [200, 404]
    )


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_host_of_the_other_site_is_not_found_by_name(programmes, client):
    ada = HostProfile.objects.get(name=PEOPLE[HERE])
    ada.save_revision().publish()
    answers = [
        client.get("/api/v2/hosts/?search=Ada", headers={"host": site}).json() for site in PEOPLE
    ]

    assert [answer["meta"]["total_count"] for answer in answers] == [1, 0]


def test_site_is_named_as_in_the_lists_of_pages(programmes, client):
    there = client.get(f"/api/v2/hosts/?site={THERE}").json()
    unknown = [
        client.get(f"/api/v2/{name}/?site=nowhere.example.org") for name in ("hosts", "pages")
    ]

    assert [host["name"] for host in there["items"]] == [PEOPLE[THERE]]
    assert [answer.status_code for answer in unknown] == [404, 404]


@pytest.mark.parametrize("path", ["hosts/{}/", "ics/host/{}/"])
def test_programme_has_no_page_for_a_host_of_the_other_site(programmes, client, path):
    own = client.get(f"{programmes[HERE].url}{path.format(SLUGS[HERE])}")
    other = client.get(f"{programmes[HERE].url}{path.format(SLUGS[THERE])}")

    assert PEOPLE[HERE] in people_in(own)
    assert other.status_code == 404 or people_in(other) == set()


def test_filter_does_not_name_a_host_of_the_other_site(programmes, client):
    keys = {host.name: host.translation_key for host in HostProfile.objects.all()}
    queries = [f"?host={keys[PEOPLE[THERE]]}", f"ics/?host={SLUGS[THERE]}"]

    found = [people_in(client.get(f"{programmes[HERE].url}{query}")) for query in queries]

    assert [PEOPLE[THERE] in people for people in found] == [False, False]


def test_host_of_restricted_events_only_is_shown_to_those_who_may_see_them(programmes, client):
    PageViewRestriction.objects.create(page=programmes[HERE], restriction_type="login")

    listed = client.get("/api/v2/hosts/").json()["items"]

    assert listed == []


def test_every_public_host_belongs_to_an_only_site(programmes, client, site):
    Site.objects.get(hostname=THERE).delete()

    listed = client.get("/api/v2/hosts/").json()["items"]

    assert {host["name"] for host in listed} == {"Nobody Yet", *PEOPLE.values()}


def test_page_outside_every_site_shows_no_host(programmes, root_page):
    stray = root_page.add_child(instance=Page(title="Stray", slug="stray"))

    assert list(only_of_this_site(HostProfile.objects.public(), stray, None)) == []


def test_list_costs_the_same_for_one_host_and_for_twenty(programmes, client):
    counts = []
    for number in range(1, 21):
        make_event(programmes[HERE], f"Event {number}", hosts=[make_host(f"Host {number}")])
        if number in (1, 3, 20):
            client.get("/api/v2/hosts/")  # what Wagtail caches is cached for all
            with CaptureQueriesContext(connection) as queries:
                answer = client.get("/api/v2/hosts/?limit=20")
            counts.append(len(queries))

    assert len(json.loads(answer.content)["items"]) == 20
    assert counts == [counts[0]] * 3
