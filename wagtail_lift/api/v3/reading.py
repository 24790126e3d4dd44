"""Who reads through version 3: the user of a token or of a session, or who knows a password.

For Wagtail a request with a session stays anonymous: a session makes nobody an editor here.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth

from ...access.page_passwords import with_page_password
from ...access.privacy import note_reader
from ...http.caching import PAGE_PASSWORD_HEADER, keep_private

READING_AUTH = [BearerTokenAuth(), AllowAnonymous()]
"""For routes of ours that read: ``auth=READING_AUTH``."""


def know_the_reader(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that view restrictions know the session and password of a reader."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method == "GET" and "Authorization" not in request.headers:
            note_reader(request, request.user)
        with with_page_password(request):
            answer = operation(request, *args, **kwargs)
        return keep_private(answer) if PAGE_PASSWORD_HEADER in request.headers else answer

    return run
