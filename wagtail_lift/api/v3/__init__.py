"""Version 3 of Wagtail's API, which came with Wagtail 8; only the app's ``ready()`` imports it."""

from typing import Any

from django.db import DataError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.api.v3.api import api
from wagtail.api.v3.errors import problem_response

from .private_keys import refuse_private_keys
from .private_routes import router
from .requests import name_the_request, refuse_nonsense


def register() -> None:
    """Add the private routes, and what the public ones say and refuse, to the site's API."""
    api.add_decorator(name_the_request, mode="view")
    api.add_decorator(refuse_nonsense, mode="view")
    api.add_decorator(refuse_private_keys, mode="operation")
    for error in (DataError, OverflowError):
        api.add_exception_handler(error, refuse_what_no_column_holds)
    api.add_router("/lift/", router)


def refuse_what_no_column_holds(request: Any, error: Exception) -> HttpResponse:
    """Answer a number that is too large for the database with a 422, as any other bad filter."""
    return problem_response(status=422, detail=_("A value is too large."))
