"""Which draft a front end of its own may show: the page that a token names, in a preview mode."""

from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ..access.share_links import shared_draft
from ..page_types.headless import MODE_PARAMETER, mixin_of_theirs
from ..page_types.page_type import LiftPageMixin

SHARE_PARAMETER = "share"
SHARE_HEADER = "Lift-Share"
"""Takes the token of a link too, so that it is in no log of addresses."""

PARAMETERS = ("content_type", "token", MODE_PARAMETER, SHARE_PARAMETER)

UNSAVED = 0
"""The key in the answer for a page that has never been saved."""


class UnknownMode(ValueError):
    """Raised when a page has no such preview mode; the message names those that it has."""


def previewed_page(request: HttpRequest) -> LiftPageMixin:
    """Return the draft that a token names, in the ``mode`` of the query.

    The token is that of a preview made during the last day, with the ``content_type`` that
    wagtail-headless-preview gives to the front end; or that of a link to a draft, also as ``share``
    or in the header ``Lift-Share``. Raise ``Http404`` for any other, and ``UnknownMode``. Marks the
    request, so that no cache keeps the answer.
    """
    query = request.GET
    share = query.get(SHARE_PARAMETER) or request.headers.get(SHARE_HEADER)
    if share:
        page = shared_draft(share, timezone.now())
    else:
        page = _of_token(query.get("content_type", ""), query.get("token", ""))
    if page is None:
        raise Http404("No such preview.")
    mode = query.get(MODE_PARAMETER, "")
    known = [name for name, _label in page.preview_modes]
    if mode not in ("", *known):
        raise UnknownMode(_("Known modes: %(modes)s") % {"modes": ", ".join(filter(None, known))})
    if page.pk is None:
        page.id = page.pk = UNSAVED  # both versions answer a number
    page.show_mode(mode)
    request.is_preview = True
    return page


def _of_token(content_type: str, token: str) -> Any | None:
    kind, mixin = _page_type(content_type), mixin_of_theirs("HeadlessPreviewMixin")
    if kind is None or mixin is None or not issubclass(kind, mixin):
        return None
    page = kind.get_page_from_preview_token(token)
    if page is None:
        page = shared_draft(token, timezone.now())
    return page if isinstance(page, kind) else None


def _page_type(content_type: str) -> type[LiftPageMixin] | None:
    try:
        found = apps.get_model(content_type)
    except (LookupError, ValueError):
        return None
    return found if issubclass(found, LiftPageMixin) else None
