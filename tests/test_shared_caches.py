"""A cache before the site never hands one reader's page to another.

Two caches are tried: Django's own, which keeps to the standard, and a careless one that knows of
``Cache-Control`` but not of ``Vary``, as some CDNs do.
"""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as suite_settings
from django.core.cache import cache
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when

pytestmark = pytest.mark.django_db
PASSWORD = "open sesame"
BELOW = ("", "?when=upcoming", "hosts/ada-bell/", "insights/", "hidden/", "hidden/secrets/")


class CarelessCache:
    """Keeps whatever says ``public`` for the seconds it names, by its address alone."""

    def __init__(self):
        self.kept = {}

    def get(self, client, url):
        if url not in self.kept:
            response = client.get(url)
            control = response.get("Cache-Control", "")
            if "public" not in control or not int(re.search(r"max-age=(\d+)", control)[1]):
                return response
            self.kept[url] = response
        return self.kept[url]


class DjangoCache:
    """Django's cache middleware around every page, with a memory of its own."""

    def __init__(self, settings):
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
        settings.MIDDLEWARE = [
            "django.middleware.cache.UpdateCacheMiddleware",
            *suite_settings.MIDDLEWARE,
            "django.middleware.cache.FetchFromCacheMiddleware",
        ]
        cache.clear()

    def get(self, client, url):
        return client.get(url)


@pytest.fixture(params=["careless", "Django's"])
def shared_cache(request, settings):
    yield CarelessCache() if request.param == "careless" else DjangoCache(settings)
    cache.clear()


@pytest.fixture
def programme(home, now):
    """A programme with one event for all and one, with an open pack, that tests restrict."""
    with time_machine.travel(now, tick=False):
        page = make_programme(home)
        host = make_host("Ada Bell")
        make_event(page, "For all", hosts=[host], **when(now + timedelta(days=2)))
        hidden = make_event(
            page, "For members", slug="hidden", hosts=[host], **when(now + timedelta(days=1))
        )
        make_pack(hidden, "Secrets", opens_early=True)
        yield page


@pytest.fixture(params=["login", "password"])
def member(request, programme, visitor):
    """A client that may see what is restricted."""
    hidden = programme.get_children().get(slug="hidden")
    kind = request.param
    restriction = PageViewRestriction.objects.create(
        page=hidden, restriction_type=kind, password=PASSWORD if kind == "password" else ""
    )
    client = Client()
    if kind == "login":
        client.force_login(visitor)
    else:
        client.post(
            f"/_util/authenticate_with_password/{restriction.pk}/{hidden.pk}/",
            {"password": PASSWORD, "return_url": "/"},
        )
    return client


def seen(shared_cache, client, programme):
    """Return which words each address shows to a client."""
    found = {}
    for below in BELOW:
        text = shared_cache.get(client, f"{programme.url}{below}").content.decode()
        found[below] = {word for word in ("For all", "For members", "Secrets") if word in text}
    return found


NOTHING_HIDDEN = {
    "": {"For all"},
    "?when=upcoming": {"For all"},
    "hosts/ada-bell/": {"For all"},
    "insights/": set(),
    "hidden/": set(),
    "hidden/secrets/": set(),
}


def test_stranger_never_reads_what_a_member_warmed(shared_cache, member, programme):
    by_member = seen(shared_cache, member, programme)

    by_stranger = seen(shared_cache, Client(), programme)

    assert by_member[""] == {"For all", "For members"}
    assert "Secrets" in by_member["hidden/secrets/"]
    assert by_stranger == NOTHING_HIDDEN


def test_member_reads_what_is_theirs_after_a_stranger(settings, member, programme):
    shared_cache = DjangoCache(settings)
    by_stranger = seen(shared_cache, Client(), programme)

    by_member = seen(shared_cache, member, programme)

    assert by_stranger == NOTHING_HIDDEN
    assert by_member["hidden/"] >= {"For members"}
    assert by_member[""] == {"For all", "For members"}


def test_stranger_reads_what_a_stranger_warmed(settings, programme, django_assert_num_queries):
    shared_cache = DjangoCache(settings)
    first = shared_cache.get(Client(), programme.url)

    with django_assert_num_queries(0):
        second = shared_cache.get(Client(), programme.url)

    assert first.content == second.content
    assert first.cookies == {}


def test_kept_page_is_never_older_than_what_it_says(settings, programme, now):
    shared_cache = DjangoCache(settings)
    make_event(programme, "Begins", **when(now + timedelta(seconds=100)))
    shared_cache.get(Client(), f"{programme.url}begins/")

    with time_machine.travel(now + timedelta(seconds=100), tick=False):
        shown = shared_cache.get(Client(), f"{programme.url}begins/")

    assert "This event is happening now." in shown.content.decode()
