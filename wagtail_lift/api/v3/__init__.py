"""Version 3 of Wagtail's API, new in Wagtail 8; only the app's ``ready()`` imports it.

Our checks and responses apply to our page types and to hosts only.
"""

from collections.abc import Callable
from typing import Any

from wagtail.api.v3.api import api

from ..parameters import BadParameters
from .answers import tell_what_was_written
from .bodies import refuse_bad_bodies
from .cached_reads import cache_reads
from .content_routes import router as content_router
from .contract.routes import router as contract_router
from .dates import router as dates_router
from .error_places import name_the_place
from .hidden import hide_pages, hide_places, refuse_strangers_to_hosts
from .lists import find_no_closed_packs, refuse_senseless_filters, search_carefully
from .names import refuse_unknown_names
from .previews import router as previews
from .private_routes import router as private_router
from .programme import routers
from .readers import keep_from_others, show_as_on_the_site
from .reading import know_the_reader
from .requests import (
    name_the_parameters,
    name_the_request,
    refuse_nonsense,
    tell_what_is_too_large,
)
from .scope import only_for_ours
from .versions import note_what_is_answered, refuse_lost_updates, tell_the_version
from .wagtail_failures import (
    create_from_objects,
    filter_revisions_carefully,
    publish_no_alias,
    refuse_odd_keys,
    stay_below_the_root,
)

FROM_INNER_TO_OUTER = (
    refuse_lost_updates,
    tell_what_was_written,
    name_the_place,
    stay_below_the_root,
    publish_no_alias,
    refuse_unknown_names,
    refuse_bad_bodies,
    refuse_senseless_filters,
    search_carefully,
    tell_what_is_too_large,
)


def register() -> None:
    """Add the routes of ours, and our checks of Wagtail's, to the site's API."""
    api.add_decorator(know_the_reader, mode="view")
    api.add_decorator(tell_the_version, mode="view")
    api.add_decorator(create_from_objects, mode="view")
    api.add_decorator(name_the_request, mode="view")
    api.add_decorator(refuse_nonsense, mode="view")
    api.add_decorator(cache_reads, mode="view")
    api.add_decorator(hide_pages, mode="view")
    api.add_decorator(only_for_ours(_carefully), mode="operation")
    api.add_decorator(note_what_is_answered, mode="operation")
    api.add_decorator(keep_from_others, mode="operation")
    api.add_decorator(filter_revisions_carefully, mode="operation")
    api.add_decorator(show_as_on_the_site, mode="operation")
    api.add_decorator(refuse_odd_keys, mode="operation")
    api.add_decorator(find_no_closed_packs, mode="operation")
    api.add_decorator(hide_places, mode="operation")
    api.add_decorator(refuse_strangers_to_hosts, mode="operation")
    known = (private_router, dates_router, *routers, content_router, contract_router, previews)
    for each in known:
        api.add_router("/lift/", each)
    api.add_exception_handler(BadParameters, name_the_parameters)


def _carefully(operation: Callable[..., Any]) -> Callable[..., Any]:
    for decorate in FROM_INNER_TO_OUTER:
        operation = decorate(operation)
    return operation
