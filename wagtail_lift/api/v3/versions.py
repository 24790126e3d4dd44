"""``ETag`` and ``If-Match``: whoever says which version they read cannot overwrite a newer one.

A tag is ``"<version>.<digest of the answer>"``. The first part says what a write rests on: the
latest revision of a page or host, or everything stored about a date; ``If-Match`` compares it
alone. The digest makes the tag a strong one, as answers also follow the clock and other rows.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from ninja import Status
from wagtail.api.v3.errors import problem_response
from wagtail.permissions import policy_registry

from ...models import get_page_model
from ..columns import is_ours
from .scope import written_model

NEVER_SAVED = "0"
"""The version of a page or host that has no revision."""

RIGHTS = {"change", "publish", "delete"}

DATE = "key"
"""The part of an address that names a date, which has versions of its own."""


def note_version(request: HttpRequest, version: str) -> None:
    """Remember the version that the answer shows, for its ``ETag``."""
    request._lift_version = version


def draft_version(instance: Model) -> str:
    """Return the version of a page or host as last saved."""
    return str(instance.latest_revision_id or NEVER_SAVED)


def live_version(instance: Model) -> str:
    """Return the version of a page or host as last published."""
    return str(instance.live_revision_id or NEVER_SAVED)


def versions_seen(request: HttpRequest) -> frozenset[str] | None:
    """Return the versions that ``If-Match`` names; ``None`` for any, as without the header.

    A weak tag and one that is malformed match nothing.
    """
    header = request.headers.get("If-Match")
    tags = parse_etags(header) if header is not None else ["*"]
    if tags == ["*"]:
        return None
    strong = (tag.strip('"') for tag in tags if tag.startswith('"'))
    return frozenset(tag.partition(".")[0] for tag in strong)


def tell_the_version(view: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a view to answer the ``ETag`` of the version that was noted, if it has none yet."""

    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = view(request, *args, **kwargs)
        version = getattr(request, "_lift_version", None)
        if version and response.status_code in (200, 201) and not response.has_header("ETag"):
            digest = sha256(response.content).hexdigest()[:16]
            response["ETag"] = f'"{version}.{digest}"'
        return response

    return run


def note_what_is_answered(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to note the version of the page or host of ours that it answers."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        answer = operation(request, *args, **kwargs)
        shown = answer.value if isinstance(answer, Status) else answer
        if isinstance(shown, Model) and is_ours(type(shown)):
            is_live = request.method == "GET" and not _asks_for_a_draft(request)
            note_version(request, live_version(shown) if is_live else draft_version(shown))
        return answer

    return run


def _asks_for_a_draft(request: HttpRequest) -> bool:
    return request.GET.get("version") == "draft" and request.user.is_authenticated


def refuse_lost_updates(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer a 412 if ``If-Match`` names no current version.

    The row stays locked until the operation is done, so of two writers who have seen the same
    version the second is refused. Dates are compared where they are locked.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        seen, model = versions_seen(request), written_model(request)
        key = kwargs.get("page_id") or kwargs.get("pk") or kwargs.get("host_id")
        if seen is None or model is None or key is None or DATE in kwargs:
            return operation(request, *args, **kwargs)
        with transaction.atomic():
            current = _locked(model, key, request)
            if current is not None and draft_version(current) not in seen:
                return has_changed(draft_version(current))
            return operation(request, *args, **kwargs)

    return run


def _locked(model: type[Model], key: Any, request: HttpRequest) -> Model | None:
    """Lock and return a page or host; ``None`` if it is gone or not for this user to change.

    Then the operation itself answers, and a 412 tells nobody what they may not read.
    """
    rows = get_page_model() if issubclass(model, get_page_model()) else model
    found = rows._default_manager.select_for_update().filter(pk=key).first()
    policy = policy_registry.get_by_type(rows)
    if found is None or not policy.user_has_any_permission_for_instance(
        request.user, RIGHTS, found
    ):
        return None
    return found


def has_changed(version: str) -> HttpResponse:
    """Answer that what is written has changed, with the version that it has now."""
    detail = _("This has changed since you read it. Read it again before you change it.")
    response = problem_response(status=412, detail=detail)
    response["ETag"] = f'"{version}"'
    return response
