"""Version 3 answers about what is hidden from its reader as about what does not exist.

Wagtail looks a page up before it asks who writes it, so that a refusal tells that there is one.
Here such a request is carried out with a key that no page has: whatever is wrong with it otherwise,
it is answered as for a page that nobody has made.
"""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.models import AbstractPage
from wagtail.permissions import policy_registry

from ...access.privacy import closed_to
from ...models import Venue, get_host_model, get_page_model
from ..columns import is_ours
from ..parameters import LARGEST_KEY
from .scope import model_of_address

READ_WITH_CARE = ("detail_page", "lift_")
"""The beginnings of the names of routes that hide what their reader may not read by themselves."""

RIGHTS = {"add", "change", "publish", "delete"}
OF_HOSTS = {"add", "change", "delete", "view", "publish"}


def hide_pages(view: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a view to take a page of ours that its reader cannot know of for none at all."""

    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        key = kwargs.get("page_id")
        if (
            key is not None
            and not _reads_with_care(request)
            and is_hidden(key, _with_user(request))
        ):
            kwargs["page_id"] = type(key)(LARGEST_KEY)
            request.resolver_match.kwargs = kwargs
        return view(request, *args, **kwargs)

    return run


def hide_places(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation in the same way where its body names the page below which to write."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        sent: Any = kwargs.get("data")
        meta = getattr(sent, "meta", None)
        for holder, name in ((sent, "destination_id"), (meta, "parent_id")):
            key = getattr(holder, name, None)
            if key is not None and is_hidden(key, request):
                setattr(holder, name, LARGEST_KEY)
        return operation(request, *args, **kwargs)

    return run


def refuse_strangers_to_hosts(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to refuse users without rights on hosts before one is looked up."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        names_one = "pk" in request.resolver_match.kwargs
        model = model_of_address(request) if names_one else None
        if model is not None and issubclass(model, (get_host_model(), Venue)):
            policy = policy_registry.get_by_type(model)
            if not policy.user_has_any_permission(request.user, OF_HOSTS):
                raise PermissionDenied
        return operation(request, *args, **kwargs)

    return run


def is_hidden(key: Any, request: HttpRequest) -> bool:
    """Return whether there is a page of ours with this key that this reader cannot know of.

    They know of what they may read on the site, and of what they have any right on.
    """
    page = _page(key)
    if page is None or not is_ours(page.specific_class or type(page)):
        return False
    if page.live and not closed_to(request).holds(page):
        return False
    policy = policy_registry.get_by_type(get_page_model())
    if policy.user_has_any_permission_for_instance(request.user, RIGHTS, page):
        return False
    return not page.specific.permissions_for_user(request.user).can_edit()  # in a workflow


def _page(key: Any) -> AbstractPage | None:
    try:
        return get_page_model()._default_manager.filter(pk=key).first()
    except (OverflowError, ValueError):
        return None


def _reads_with_care(request: HttpRequest) -> bool:
    name = str(request.resolver_match.url_name)
    return request.method in ("GET", "HEAD") and name.startswith(READ_WITH_CARE)


def _with_user(request: HttpRequest) -> HttpRequest:
    """Return the request with the user of its token; a session makes nobody an editor here."""
    asked = copy(request)
    asked.user = AnonymousUser()
    BearerTokenAuth()(asked)
    return asked
