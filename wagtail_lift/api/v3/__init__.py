"""Version 3 of Wagtail's API, which came with Wagtail 8; only the app's ``ready()`` imports it."""

from django.core.exceptions import FieldDoesNotExist, RequestDataTooBig
from django.db import DataError
from wagtail.api.v3.api import api

from .answers import tell_what_was_published
from .bodies import refuse_bad_bodies
from .lists import refuse_senseless_filters, search_carefully
from .places import name_the_place
from .private_routes import router
from .readers import keep_from_others
from .requests import (
    body_too_large,
    name_the_request,
    refuse_nonsense,
    too_large,
    unknown_field,
)


def register() -> None:
    """Add the private routes, and what the public ones say and refuse, to the site's API."""
    api.add_decorator(name_the_request, mode="view")
    api.add_decorator(refuse_nonsense, mode="view")
    api.add_decorator(tell_what_was_published, mode="operation")
    api.add_decorator(name_the_place, mode="operation")
    api.add_decorator(refuse_bad_bodies, mode="operation")
    api.add_decorator(keep_from_others, mode="operation")
    api.add_decorator(refuse_senseless_filters, mode="operation")
    api.add_decorator(search_carefully, mode="operation")
    for error in (DataError, OverflowError):
        api.add_exception_handler(error, too_large)
    api.add_exception_handler(RequestDataTooBig, body_too_large)
    api.add_exception_handler(FieldDoesNotExist, unknown_field)
    api.add_router("/lift/", router)
