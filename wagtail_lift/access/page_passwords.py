"""The shared password of a page in a header, for programs, which fill in no form.

It opens what the form on the page opens, for one request: nothing is written to a session.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from wagtail.models import AbstractPage, PageViewRestriction

from ..http.caching import PAGE_PASSWORD_HEADER
from .privacy import as_reader, restrictions_on

_PASSED = PageViewRestriction.passed_view_restrictions_session_key


@contextmanager
def with_page_password(request: HttpRequest) -> Iterator[None]:
    """Let a request pass the restrictions whose password its header holds; one query if it does."""
    password = request.headers.get(PAGE_PASSWORD_HEADER)
    if not password:
        yield
        return
    session = request.session
    # A copy: Django saves the session of the request itself, which stays as it was.
    request.session = opened = copy(session)
    passed = [*session.get(_PASSED, ()), *_opened_by(password)]
    opened._session_cache = {**dict(session.items()), _PASSED: passed}
    try:
        yield
    finally:
        request.session = session


def _opened_by(password: str) -> list[int]:
    kind = PageViewRestriction.PASSWORD
    restrictions = PageViewRestriction.objects.filter(restriction_type=kind).exclude(password="")
    # Programs send what is not ASCII as UTF-8 or as Latin-1; Django reads all headers as Latin-1.
    sent = (password.encode(), password.encode("latin-1", "replace"))
    rows = restrictions.values_list("pk", "password")
    # All are compared, whichever fits: how long it takes tells nothing.
    fits = [(key, [constant_time_compare(wanted, each) for each in sent]) for key, wanted in rows]
    return [key for key, known in fits if any(known)]


def wants_a_password(page: AbstractPage, request: HttpRequest) -> bool:
    """Return whether a password is all that keeps this reader from a page.

    False if the page also wants a login or a group: then nobody else learns that it exists.
    """
    reader = as_reader(request)
    refused = [each for each in restrictions_on(page) if not each.accept_request(reader)]
    wanted = PageViewRestriction.PASSWORD
    return bool(refused) and all(each.restriction_type == wanted for each in refused)
