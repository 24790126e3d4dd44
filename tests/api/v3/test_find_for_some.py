"""Only who may see a page finds it; a password is asked for, and opens it for one request."""

import pytest
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.api.v3.test_find import find, named
from tests.factories import make_event, make_host, make_programme

SECRET = "Hush hush"


@pytest.fixture
def programme(home):
    return make_programme(home, slug="talks")


@pytest.fixture
def event(programme):
    return make_event(programme, slug="kindness", hosts=[make_host("Ada Bell")])


def restrict(page, kind, **fields):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)
    if kind == "groups":
        restriction.groups.add(Group.objects.get_or_create(name="Members")[0])
    return restriction


@pytest.mark.parametrize("kind", ["login", "groups"])
def test_page_for_some_is_found_by_those_alone(event, programme, anybody, client_of, visitor, kind):
    restrict(programme, kind)
    Redirect.add_redirect("/old/", event)
    nothing = find(anybody, "/nowhere/")

    for address in ("/talks/", "/talks/kindness/", "/talks/calendar/", "/old/"):
        assert find(anybody, address) == nothing
    visitor.groups.add(Group.objects.get_or_create(name="Members")[0])
    assert find(client_of(visitor), "/talks/kindness/")[1]["page"] == named(event)
    assert find(client_of(visitor), "/old/")[1]["kind"] == "redirect"
    anybody.http.force_login(visitor)
    assert find(anybody, "/talks/kindness/")[1]["page"] == named(event)


def test_wrong_person_finds_nothing(event, programme, client_of, visitor):
    restrict(programme, "groups")

    assert find(client_of(visitor), "/talks/kindness/")[0] == 404


def test_bad_token_with_a_session_finds_nothing_private(event, programme, anybody, visitor):
    restrict(programme, "login")
    anybody.http.force_login(visitor)
    anybody.headers = {"Authorization": "Bearer nonsense"}

    assert find(anybody, "/talks/kindness/")[0] == 404


PASSWORD_WANTED = {
    "type": "password_required",
    "loc": ["header", "X-Page-Password"],
    "msg": "Send the password of this page in the header X-Page-Password.",
}


@pytest.mark.parametrize("password", [SECRET, "Pässwörd", "Пароль"])
def test_page_behind_a_password_says_so_and_takes_it(event, programme, anybody, password):
    restrict(programme, "password", password=password)

    status, answer = find(anybody, "/talks/kindness/")
    assert (status, answer["errors"]) == (403, [PASSWORD_WANTED])
    assert event.title not in str(answer)
    sent = password.encode().decode("latin-1")
    anybody.headers = {"X-Page-Password": sent}
    assert find(anybody, "/talks/kindness/")[1]["page"] == named(event)
    response = anybody.http.get("/api/v3/lift/find/?url=/talks/", headers=anybody.headers)
    assert response["Cache-Control"] == "private, no-store"
    assert dict(anybody.http.cookies) == {}


@pytest.mark.parametrize("sent", ["hush hush", "Hush hush ", "\0", "x" * 5000, "\u00e4"])
def test_wrong_password_opens_nothing(event, programme, anybody, sent):
    restrict(programme, "password", password=SECRET)
    anybody.headers = {"X-Page-Password": sent}

    status, answer = find(anybody, "/talks/kindness/")

    assert (status, answer["detail"]) == (403, "This is not the password of this page.")


def test_password_without_the_login_that_a_page_wants_too_tells_nothing(event, programme, anybody):
    restrict(programme, "login")
    restrict(event, "password", password=SECRET)

    assert find(anybody, "/talks/kindness/")[0] == 404
    anybody.headers = {"X-Page-Password": SECRET}
    assert find(anybody, "/talks/kindness/")[0] == 404


def test_password_that_a_session_has_passed_is_enough(event, programme, anybody):
    restriction = restrict(programme, "password", password=SECRET)
    url = f"/_util/authenticate_with_password/{restriction.pk}/{programme.pk}/"
    anybody.http.post(url, {"password": SECRET, "return_url": "/talks/"})

    assert find(anybody, "/talks/kindness/")[1]["page"] == named(event)
