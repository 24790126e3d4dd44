"""Routes to read and write private values, for users who may edit the page or host.

Writing creates a revision, which stays a draft unless ``meta.action`` is ``publish``.
"""

from datetime import date
from typing import Any, Literal

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Body, Query, Router, Schema
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.querysets import get_pages_queryset
from wagtail.permissions import policy_registry

from ...models import AbstractHostProfile, get_host_model
from ...models.kinds import EventKind
from .private_values import event_values, host_values, write_event_values, write_host_values
from .versions import draft_version, live_version, note_version

router = Router(tags=["lift"], auth=BearerTokenAuth())

Version = Literal["live", "draft"]


class PublishMeta(Schema):
    """Whether to publish the changes."""

    action: Literal["publish"] | None = None


class PrivateChanges(Schema):
    """Shared by both kinds of change; ``refuse_unknown_names`` rejects all other names."""

    meta: PublishMeta = PublishMeta()

    def given(self) -> dict[str, Any]:
        """Return the values that the request names."""
        return self.model_dump(exclude={"meta"}, exclude_unset=True)


class UnlistedHost(Schema):
    """A row that links to a host who is not public."""

    id: int | None
    host_id: int | str | None
    name: str
    role: str
    line: str


class EventValues(Schema):
    """The private values of an event, with the running order as a list of blocks."""

    id: int
    join_url: str
    running_order: list[dict[str, Any]]
    unlisted_hosts: list[UnlistedHost]


class EventChanges(PrivateChanges):
    """Changes to the private values of an event; omitted values stay as they are."""

    join_url: str = ""
    running_order: list[Any] = []


class HostValues(Schema):
    """The private values of a host."""

    id: int | str
    email: str
    declines_recording: bool
    is_listed: bool
    consent_given_by: str
    consent_given_on: date | None
    consent_version: int


class HostChanges(PrivateChanges):
    """Changes to the private values of a host; omitted values stay as they are."""

    email: str = ""
    declines_recording: bool = False
    is_listed: bool = False
    consent_given_by: str = ""
    consent_given_on: date | None = None
    consent_version: int | None = None


@router.get(
    "events/{int:page_id}/private/",
    response=EventValues,
    url_name="lift_event_private",
    summary="Private values of an event",
    operation_id="lift_event_private_detail",
)
def read_event(
    request: HttpRequest,
    page_id: int,
    version: Version = Query("live"),  # noqa: B008 -- how Django Ninja declares parameters
) -> dict[str, Any]:
    """Return the join link, the running order, and the hosts who are not listed."""
    return event_values(_as_of(request, _editable_event(request, page_id), version))


@router.patch(
    "events/{int:page_id}/private/",
    response=EventValues,
    url_name="lift_event_private",
    summary="Change private values of an event",
    operation_id="lift_event_private_update",
)
def change_event(
    request: HttpRequest,
    page_id: int,
    data: EventChanges = Body(...),  # noqa: B008 -- how Django Ninja declares parameters
) -> dict[str, Any]:
    """Write the values that the body names, in a new revision."""
    page = _editable_event(request, page_id)
    publish = data.meta.action == "publish"
    written = write_event_values(page, data.given(), request.user, publish=publish)
    note_version(request, draft_version(written))
    return event_values(written)


@router.get(
    "hosts/{host_id}/private/",
    response=HostValues,
    url_name="lift_host_private",
    summary="Private values of a host",
    operation_id="lift_host_private_detail",
)
def read_host(
    request: HttpRequest,
    host_id: str,
    version: Version = Query("live"),  # noqa: B008 -- how Django Ninja declares parameters
) -> dict[str, Any]:
    """Return the e-mail address, consent and recording opt-out."""
    return host_values(_as_of(request, _editable_host(request, host_id), version))


@router.patch(
    "hosts/{host_id}/private/",
    response=HostValues,
    url_name="lift_host_private",
    summary="Change private values of a host",
    operation_id="lift_host_private_update",
)
def change_host(
    request: HttpRequest,
    host_id: str,
    data: HostChanges = Body(...),  # noqa: B008 -- how Django Ninja declares parameters
) -> dict[str, Any]:
    """Write the values that the body names, in a new revision."""
    host = _editable_host(request, host_id)
    publish = data.meta.action == "publish"
    written = write_host_values(host, data.given(), request.user, publish=publish)
    note_version(request, draft_version(written))
    return host_values(written)


def _as_of(request: HttpRequest, stored: Any, version: Version) -> Any:
    """Return the live or the draft version of a page or host, and note it for its ``ETag``."""
    is_draft = version == "draft"
    note_version(request, draft_version(stored) if is_draft else live_version(stored))
    return stored.get_latest_revision_as_object() if is_draft else stored


def event_at(request: HttpRequest, page_id: int) -> EventKind:
    """Return an event that the user may edit or publish; raise ``Http404`` if there is none."""
    page = get_object_or_404(get_pages_queryset(request), pk=page_id).specific
    if not isinstance(page, EventKind):
        raise Http404("This page is no event.")
    return page


def _editable_event(request: HttpRequest, page_id: int) -> EventKind:
    """Return an event that the user may edit; raise ``Http404`` or ``PermissionDenied`` if not."""
    page = event_at(request, page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _editable_host(request: HttpRequest, host_id: str) -> AbstractHostProfile:
    """Return a host that the user may edit; a user who may edit none cannot tell which exist."""
    model = get_host_model()
    policy = policy_registry.get_by_type(model)
    if not policy.user_has_permission(request.user, "change"):
        raise PermissionDenied
    try:
        host = get_object_or_404(model, pk=host_id)
    except (ValidationError, ValueError) as error:
        raise Http404("No such host.") from error
    if not policy.user_has_permission_for_instance(request.user, "change", host):
        raise PermissionDenied
    return host
