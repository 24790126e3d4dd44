"""Which answers a shared cache may keep."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.template.response import SimpleTemplateResponse

from wagtail_lift.http.caching import cacheable, is_decided, keep_private, note_changes

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PRIVATE = "private, no-store"


def headers(response):
    return response.get("Cache-Control"), response.get("Vary")


@pytest.fixture
def request_of_nobody(rf):
    request = rf.get("/")
    request.session, request.user = SessionStore(), AnonymousUser()
    return request


def test_public_answer_is_kept_until_it_changes(request_of_nobody):
    until = NOW + timedelta(seconds=90)

    response = cacheable(HttpResponse(), request_of_nobody, until=until, now=NOW)

    assert headers(response) == ("public, max-age=90", "Cookie")


def test_public_answer_without_an_end_is_kept_as_long_as_the_site_says(request_of_nobody, settings):
    settings.WAGTAIL_LIFT_CACHE_SECONDS = 120

    response = cacheable(StreamingHttpResponse(), request_of_nobody, now=NOW)

    assert headers(response) == ("public, max-age=120", "Cookie")


def test_nothing_is_kept_where_the_site_turns_it_off(request_of_nobody, settings):
    settings.WAGTAIL_LIFT_CACHE_SECONDS = 0

    response = cacheable(HttpResponse(), request_of_nobody, now=NOW)

    assert headers(response) == ("public, max-age=0", "Cookie")


def _with_session_cookie(request):
    request.COOKIES["sessionid"] = "anything"


def _with_message(request):
    request.COOKIES["messages"] = "anything"


def _with_authorization(request):
    request.META["HTTP_AUTHORIZATION"] = "Basic eDp5"


def _with_session(request):
    request.session["key"] = "value"


def _with_user(request):
    request.user = User(username="somebody")


def _as_preview(request):
    request.is_preview = True


def _as_post(request):
    request.method = "POST"


PERSONAL = [
    _with_session_cookie,
    _with_message,
    _with_authorization,
    _with_session,
    _with_user,
    _as_preview,
    _as_post,
]


@pytest.mark.parametrize("change", PERSONAL)
def test_answer_to_somebody_is_never_kept(change, request_of_nobody):
    change(request_of_nobody)

    response = cacheable(HttpResponse(), request_of_nobody, now=NOW)

    assert headers(response) == (PRIVATE, "Cookie")


@pytest.mark.parametrize("status", [302, 404, 500])
def test_answer_that_is_no_content_is_never_kept(status, request_of_nobody):
    response = cacheable(HttpResponse(status=status), request_of_nobody, now=NOW)

    assert headers(response) == (PRIVATE, "Cookie")


def test_answer_that_nothing_changed_is_kept_like_the_content(request_of_nobody):
    response = cacheable(HttpResponse(status=304), request_of_nobody, now=NOW)

    assert headers(response) == ("public, max-age=300", "Cookie")


def test_answer_is_kept_until_the_first_change_that_rendering_noted(request_of_nobody):
    changes = [NOW - timedelta(1), NOW + timedelta(seconds=40), None, NOW + timedelta(seconds=50)]
    note_changes(request_of_nobody, changes, NOW)
    note_changes(request_of_nobody, [NOW + timedelta(seconds=45)], NOW)

    told = [
        headers(cacheable(HttpResponse(), request_of_nobody, until=until, now=NOW))[0]
        for until in (None, NOW + timedelta(seconds=30))
    ]

    assert told == ["public, max-age=40", "public, max-age=30"]


def test_answer_that_sets_a_cookie_is_never_kept(request_of_nobody):
    response = HttpResponse()
    response.set_cookie("seen", "1")

    assert headers(cacheable(response, request_of_nobody, now=NOW)) == (PRIVATE, "Cookie")


@pytest.mark.parametrize("begin", [get_token, lambda request: request.session.update({"a": 1})])
def test_answer_that_begins_a_form_or_a_session_while_rendering_is_never_kept(
    begin, request_of_nobody
):
    response = SimpleTemplateResponse("unused.html")
    response.resolve_template = lambda template: _Rendering(lambda: begin(request_of_nobody))
    cacheable(response, request_of_nobody, now=NOW)
    promised = response["Cache-Control"]

    response.render()

    assert (promised, response["Cache-Control"]) == ("public, max-age=300", PRIVATE)


class _Rendering:
    """A template that does something while it is rendered."""

    def __init__(self, act):
        self.act = act

    def render(self, context, request):
        self.act()
        return ""


def test_decided_is_what_has_a_header():
    assert is_decided(HttpResponse()) is False
    assert is_decided(keep_private(HttpResponse())) is True
