"""Reading and writing private values; every change goes through Wagtail's own edit action."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from wagtail.actions import action_registry
from wagtail.utils.forms import FormValidationError

from ...blocks import private_values, with_private_values
from .places import located

NOTE = "facilitator_note"
NOTES = "facilitator_notes"


def event_values(page: Any) -> dict[str, Any]:
    """Return the private values of an event."""
    notes = private_values(page.conversation)
    return {
        "id": page.pk,
        "join_url": page.join_url,
        NOTES: {key: fields[NOTE] for key, fields in notes.items() if NOTE in fields},
        "unlisted_hosts": _unlisted_hosts(page),
    }


def _unlisted_hosts(page: Any) -> list[dict[str, Any]]:
    manager = getattr(page, "event_hosts", None)
    rows = [row for row in manager.all() if not row.is_public] if manager is not None else []
    return [
        {
            "id": row.pk,
            "host_id": row.host_id,
            "name": row.host.display_name if row.host_id else "",
            "role": row.role,
            "line": row.line,
        }
        for row in rows
    ]


def write_event_values(page: Any, given: dict[str, Any], user: Any, *, publish: bool) -> Any:
    """Write private values into the page's latest draft and return that draft.

    Raises ``FormValidationError`` at the value that is refused, ``PermissionDenied`` if the page is
    locked or may not be published by this user.
    """
    draft = page.get_latest_revision_as_object()
    notes = given.pop(NOTES, {})
    _take_over(draft, given)
    try:
        draft.conversation = with_private_values(
            draft.conversation, {key: {NOTE: note} for key, note in notes.items()}
        )
    except ValidationError as error:
        raise located(error, NOTES) from error
    return _edit(draft, user, publish=publish)


def host_values(host: Any) -> dict[str, Any]:
    """Return the private values of a host."""
    return {"id": host.pk, **{name: getattr(host, name) for name in host.api_private_fields}}


def write_host_values(host: Any, given: dict[str, Any], user: Any, *, publish: bool) -> Any:
    """Write private values into the host's latest draft and return that draft; raises as above."""
    draft = host.get_latest_revision_as_object()
    _take_over(draft, given)
    return _edit(draft, user, publish=publish)


def _take_over(draft: Any, given: Mapping[str, Any]) -> None:
    errors = {}
    for name, value in given.items():
        try:
            if isinstance(value, str):
                ProhibitNullCharactersValidator()(value)
            setattr(draft, name, draft._meta.get_field(name).clean(value, draft))
        except ValidationError as error:
            errors[name] = error.error_list
    if errors:
        raise located(ValidationError(errors))


def _edit(draft: Any, user: Any, *, publish: bool) -> Any:
    if getattr(draft, "alias_of_id", None):
        message = f"This page is an alias. Change page {draft.alias_of_id}, which it shows."
        raise FormValidationError({(NON_FIELD_ERRORS,): [(message, "alias")]})
    action_class = action_registry.get_action_class(type(draft), "edit")
    try:
        action_class(draft, user=user, publish=publish).execute()
    except FormValidationError:
        raise
    except ValidationError as error:
        raise located(error) from error
    return draft
