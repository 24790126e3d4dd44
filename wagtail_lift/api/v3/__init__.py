"""Version 3 of Wagtail's API, which came with Wagtail 8; only the app's ``ready()`` imports it.

What is said and refused here acts on our page types and on hosts alone.
"""

from collections.abc import Callable
from typing import Any

from wagtail.api.v3.api import api

from .answers import tell_what_was_written
from .bodies import refuse_bad_bodies
from .lists import find_no_closed_packs, refuse_senseless_filters, search_carefully
from .names import refuse_unknown_names
from .places import name_the_place
from .private_routes import router
from .readers import keep_from_others
from .requests import name_the_request, refuse_nonsense, tell_what_is_too_large
from .scope import only_for_ours

FROM_INNER_TO_OUTER = (
    tell_what_was_written,
    name_the_place,
    refuse_unknown_names,
    refuse_bad_bodies,
    refuse_senseless_filters,
    search_carefully,
    tell_what_is_too_large,
)


def register() -> None:
    """Add the private routes, and what the public ones say and refuse, to the site's API."""
    api.add_decorator(name_the_request, mode="view")
    api.add_decorator(refuse_nonsense, mode="view")
    api.add_decorator(only_for_ours(_carefully), mode="operation")
    api.add_decorator(keep_from_others, mode="operation")
    api.add_decorator(find_no_closed_packs, mode="operation")
    api.add_router("/lift/", router)


def _carefully(operation: Callable[..., Any]) -> Callable[..., Any]:
    for decorate in FROM_INNER_TO_OUTER:
        operation = decorate(operation)
    return operation
