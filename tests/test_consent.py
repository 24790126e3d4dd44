"""Consent is a fact about a person: it holds in every language, whoever takes it away, and how."""

import json

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.apps import apps
from django.test import Client, RequestFactory
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Locale

from tests.admin.posts import PUBLISH, host_post
from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import EventFacet, EventOccurrence, HostProfile

NAMES = {"en": "Ada HOSTILE", "fr": "Adèle HOSTILE"}


@pytest.fixture
def french(locale):
    return Locale.objects.get_or_create(language_code="fr")[0]


@pytest.fixture
def profiles(french):
    """A person who is public in two languages."""
    english = make_host(NAMES["en"], slug="ada")
    english.save_revision().publish()
    translated = HostProfile.objects.get(pk=english.pk).copy_for_translation(french)
    translated.name, translated.slug = NAMES["fr"], "ada"
    translated.save()
    translated.save_revision().publish()
    return {code: fresh_in(code) for code in NAMES}


def fresh_in(code):
    return HostProfile.objects.get(locale__language_code=code)


def listed():
    """What every profile says of consent."""
    return dict(HostProfile.objects.values_list("locale__language_code", "is_listed"))


@pytest.fixture
def site(home, profiles, french, now):
    """Events in two languages that she hosts."""
    with time_machine.travel(now, tick=False):
        programme = make_programme(home)
        event = make_event(programme, hosts=[profiles["en"]], topics=["Care"])
        translated = event.copy_for_translation(french, copy_parents=True)
        translated.save_revision().publish()
        french_host = make_event(translated.get_parent().specific, "Pain", locale=french)
        french_host.event_hosts.create(host=profiles["fr"])
        yield [event, type(event).objects.get(pk=translated.pk), french_host]


def addresses(events):
    for event in events:
        programme = event.get_parent().specific
        yield from (event.url, f"{event.url}ics/")
        for path in (
            "",
            "?host=",
            "calendar/2027/06/",
            "ics/",
            "ics/host/ada/",
            "feed/",
            "feed/json/",
        ):
            yield f"{programme.url}{path}"
        yield f"{programme.url}hosts/ada/"
        yield f"/api/v2/events/{event.pk}/"
    yield from (
        "/api/v2/events/?fields=*",
        "/api/v2/hosts/?fields=*",
        "/api/v2/hosts/?search=hostile",
    )
    if apps.is_installed("wagtail.api.v3"):
        yield from (f"/api/v3/pages/{event.pk}/" for event in events)
        yield "/api/v3/snippets/wagtail_lift.HostProfile/"


def shown(events):
    """Return the addresses that name her."""
    client = Client()
    answers = {path: client.get(path) for path in addresses(events)}
    bodies = {p: a.getvalue().decode() for p, a in answers.items() if a.status_code < 500}
    assert bodies.keys() == answers.keys()
    return [path for path, body in bodies.items() if "HOSTILE" in body]


def form_data(host, **changes):
    fields = {
        "kind": "person",
        "name": host.name,
        "slug": host.slug,
        "links-count": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "biography": json.dumps({"blocks": [], "entityMap": {}}),
        "is_listed": "on",
        "consent_given_by": host.consent_given_by,
        "consent_given_on": "2026-01-15",
        **changes,
    }
    return {name: value for name, value in fields.items() if value is not None}


def in_the_admin(host, user, **action):
    client = Client()
    client.force_login(user)
    url = AdminURLFinder(user).get_edit_url(host)
    answer = client.post(url, {**form_data(host, is_listed=None), **action})
    assert answer.status_code == 302


def in_the_admin_and_publish(host, user):
    in_the_admin(host, user, **{"action-publish": "action-publish"})


def through_v3(host, user, **meta):
    pytest.importorskip("wagtail.api.v3")
    from wagtail.models import APIToken

    _, token = APIToken.create_token(user=user, name=f"test {host.pk}")
    answer = Client().patch(
        f"/api/v3/lift/hosts/{host.pk}/private/",
        {"is_listed": False, "meta": meta},
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status_code == 200


def through_v3_and_publish(host, user):
    through_v3(host, user, action="publish")


def by_code(host, user):
    host.is_listed = False
    host.save()


def by_code_in_one_column(host, user):
    host.is_listed = False
    host.save(update_fields=["is_listed"])


def by_a_revision(host, user):
    host.is_listed = False
    host.save_revision().publish()


def by_a_draft(host, user):
    host.is_listed = False
    host.save_revision()


def by_unpublishing(host, user):
    host.unpublish()  # with a user, Wagtail 7.4 asks a snippet for permissions of pages


def by_code_that_hides(host, user):
    host.live = False
    host.save()


TAKING_AWAY = (
    in_the_admin,
    in_the_admin_and_publish,
    through_v3,
    through_v3_and_publish,
    by_code,
    by_code_in_one_column,
    by_a_revision,
    by_a_draft,
)
HIDING = (by_unpublishing, by_code_that_hides)


@pytest.mark.parametrize("way", [*TAKING_AWAY, *HIDING])
@pytest.mark.parametrize("code", NAMES)
def test_nothing_names_a_person_who_took_consent_away_in_any_language(site, code, way, superuser):
    before = shown(site)

    way(fresh_in(code), superuser)

    assert len(before) >= (12 if apps.is_installed("wagtail.api.v3") else 10)
    assert shown(site) == []
    assert not EventOccurrence.objects.exclude(host_names="").exists()
    assert not EventFacet.objects.filter(kind="host").exists()
    assert not HostProfile.objects.public().exists()


@pytest.mark.parametrize("way", TAKING_AWAY)
def test_consent_is_taken_away_for_every_language(profiles, way, superuser):
    way(profiles["fr"], superuser)

    assert listed() == {"en": False, "fr": False}
    assert not fresh_in("en").get_latest_revision_as_object().is_listed


def test_sitemap_leaves_a_person_out_who_took_consent_away(site, profiles):
    def hosts():
        request = RequestFactory().get("/")
        pages = Sitemap(request).items()
        urls = [entry["location"] for page in pages for entry in page.get_sitemap_urls(request)]
        return [url for url in urls if "/hosts/" in url]

    before = hosts()
    by_code(fresh_in("fr"), None)

    assert (len(before) >= 1, hosts()) == (True, [])


@pytest.fixture
def open_form(profiles, admin_session):
    """What a browser sends from a form that was open when she took her consent away in French."""
    url = AdminURLFinder().get_edit_url(profiles["en"])
    form = BeautifulSoup(admin_session.get(url).content, "html.parser")
    seen = form.find("input", {"name": "consent_seen"})["value"]
    withdraw(profiles["fr"])
    given = {"is_listed": "on", "consent_given_by": "Ada", "consent_given_on": "2026-01-15"}
    return url, host_post(name=NAMES["en"], slug="ada", consent_seen=seen, **given)


def withdraw(host):
    host.is_listed = False
    host.save_revision().publish()


def test_form_that_was_open_brings_no_consent_back(open_form, admin_session):
    url, post = open_form

    draft = admin_session.post(url, post)
    stored = fresh_in("en").get_latest_revision_as_object()
    published = admin_session.post(url, {**post, **PUBLISH})

    assert draft.status_code == 302
    assert (stored.is_listed, listed()) == (False, {"en": False, "fr": False})
    assert "was changed while you were editing" in published.content.decode()


def test_form_that_knows_gives_consent_again(open_form, admin_session):
    url, post = open_form
    seen = fresh_in("en").consent_version

    admin_session.post(url, {**post, **PUBLISH, "consent_seen": seen})

    assert listed() == {"en": True, "fr": True}


@pytest.mark.skipif(not apps.is_installed("wagtail.api.v3"), reason="Wagtail 8 brought version 3")
def test_body_that_was_read_brings_no_consent_back(profiles, superuser):
    from tests.api.v3.conftest import V3Client

    editor, route = V3Client(superuser), f"lift/hosts/{profiles['en'].pk}/private/"
    _, read = editor("get", route)
    withdraw(profiles["fr"])

    status, answer = editor("patch", route, {**read, "meta": {"action": "publish"}})

    assert (status, answer["errors"][0]["loc"]) == (422, ["is_listed"])
    assert listed() == {"en": False, "fr": False}
