"""Takes the mixins of wagtail-headless-preview, in either order of a page type's bases.

They know neither sub-routes nor preview modes. So whatever the order, a page type that has one of
them gets methods of its own, which ask theirs where theirs is meant.
"""

import sys
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from django.apps import apps
from django.core.signing import BadSignature
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from ..http.caching import keep_private

PREVIEWS = "wagtail_headless_preview"
MODE_PARAMETER = "mode"
LONGEST = timedelta(days=1)
"""How long a preview can be read. The stored preview may be kept for longer."""

_JOINED = "_lift_joined"


def mixin_of_theirs(name: str) -> type | None:
    """Return a mixin of wagtail-headless-preview, ``None`` where nothing has imported it."""
    mixin: type | None = getattr(sys.modules.get(f"{PREVIEWS}.models"), name, None)
    return mixin


def shipped_bases(mode: str) -> tuple[type, ...]:
    """Return the mixin for the shipped page types; none if the app is not installed.

    ``mode`` is that of ``WAGTAIL_LIFT_HEADLESS``.
    """
    names = {"previews": "HeadlessPreviewMixin", "pages": "HeadlessMixin"}
    if mode not in names or not apps.is_installed(PREVIEWS):
        return ()  # the system checks report it
    return (getattr(import_module(f"{PREVIEWS}.models"), names[mode]),)


def method_of_theirs(cls: type, name: str, mixin_name: str) -> Callable[..., Any] | None:
    """Return the method that ``cls`` gets from the mixin, or from a site's class based on it.

    ``None`` if the class has no such mixin, or defines the method itself.
    """
    mixin = mixin_of_theirs(mixin_name)
    if mixin is None or not issubclass(cls, mixin) or name in vars(cls):
        return None
    found = (base for base in cls.__mro__[1:] if issubclass(base, mixin) and name in vars(base))
    method: Callable[..., Any] = vars(next(found))[name]
    return None if hasattr(method, _JOINED) else method


def joined(method: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a method as one that asks theirs, so that subclasses inherit it."""
    setattr(method, _JOINED, True)
    return method


def join_previews(cls: type) -> None:
    """Let a page type's preview keep its mode, and show the draft that it stored."""
    if method := method_of_theirs(cls, "serve_preview", "HeadlessPreviewMixin"):
        cls.serve_preview = _serving_preview(method)
    url = vars(cls).get("get_preview_url")
    if url or (url := method_of_theirs(cls, "get_preview_url", "HeadlessPreviewMixin")):
        cls.get_preview_url = _naming_mode(url)
    name = "get_page_from_preview_token"
    if method := method_of_theirs(cls, name, "HeadlessPreviewMixin"):
        cls.get_page_from_preview_token = _showing_draft(method)


def _serving_preview(theirs: Callable[..., Any]) -> Callable[..., Any]:
    @joined
    @wraps(theirs)
    def serve_preview(self: Any, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        self._previewed_mode = mode_name or ""
        return keep_private(theirs(self, request, mode_name))

    return serve_preview


def _naming_mode(theirs: Callable[..., Any]) -> Callable[..., Any]:
    @joined
    @wraps(theirs)
    def get_preview_url(self: Any, request: HttpRequest, token: str) -> str:
        return with_mode(theirs(self, request, token), getattr(self, "_previewed_mode", ""))

    return get_preview_url


def with_mode(url: str, mode_name: str) -> str:
    """Return an address that names a preview mode, unless it does already."""
    parts = urlsplit(url)
    if not mode_name or MODE_PARAMETER in parse_qs(parts.query, keep_blank_values=True):
        return url
    query = "&".join(filter(None, [parts.query, urlencode({MODE_PARAMETER: mode_name})]))
    return urlunsplit(parts._replace(query=query))


def _showing_draft(theirs: Any) -> Any:
    @joined
    def get_page_from_preview_token(cls: type, token: str) -> Any | None:
        try:
            cls.get_preview_signer().unsign(token, max_age=LONGEST)
            page = theirs.__func__(cls, token)
        except BadSignature:
            return None
        if page is not None:
            page.take_over_what_no_revision_holds()
            page.show_draft()
        return page

    return _marked_classmethod(get_page_from_preview_token)


class _marked_classmethod(classmethod):  # noqa: N801 -- named like what it is
    """A class method that can be told from theirs."""

    _lift_joined = True


def front_end_url(page: Any, request: HttpRequest, token: str) -> str:
    """Return where a front end shows the draft that a token names; empty if the site itself does.

    The front end is opened as for a preview: it asks the API for what the token names.
    """
    mixin = mixin_of_theirs("HeadlessPreviewMixin")
    if mixin is None or not isinstance(page, mixin):
        return ""
    url: str = page.get_preview_url(request, token)
    return url
