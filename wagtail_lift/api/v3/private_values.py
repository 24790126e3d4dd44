"""Reads and writes private values; every change goes through Wagtail's own edit action."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext as _
from wagtail.actions import action_registry
from wagtail.blocks import StreamValue
from wagtail.utils.forms import FormValidationError

from ...blocks import lost_notes
from ...enums import Problem
from ...models import AbstractHostProfile
from ...models.kinds import EventKind
from ..faults import errors_within
from .error_places import located
from .private_streams import with_safe_rich_text
from .stream_faults import SHAPE, faults_in

RUNNING_ORDER = "running_order"
CONSENT_VERSION = "consent_version"


def event_values(page: EventKind) -> dict[str, Any]:
    """Return the private values of an event."""
    return {
        "id": page.pk,
        "join_url": page.join_url,
        RUNNING_ORDER: page.running_order.get_prep_value(),
        "unlisted_hosts": _unlisted_hosts(page),
    }


def _unlisted_hosts(page: EventKind) -> list[dict[str, Any]]:
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


def write_event_values(
    page: EventKind, given: dict[str, Any], user: AbstractBaseUser, *, publish: bool
) -> EventKind:
    """Write private values into the page's latest draft and return that draft.

    Raises ``FormValidationError`` at a refused value, and ``PermissionDenied`` if the page is
    locked or this user may not publish it.
    """
    draft = page.get_latest_revision_as_object()
    if draft.alias_of_id:
        message = f"This page is an alias. Change page {draft.alias_of_id}, which it shows."
        _refuse({(NON_FIELD_ERRORS,): (message, "alias")})
    if not draft.is_source:
        message = _("Private values are kept with the dates, on page %(id)s.")
        read = event_values(draft)
        changed = [name for name, value in given.items() if value != read[name]]
        _refuse({(name,): (message % {"id": draft.source.pk}, "not_source") for name in changed})
        given = {}
    blocks = given.pop(RUNNING_ORDER, None)
    _take_over(draft, given)
    if blocks is not None:
        draft.running_order = _running_order(draft, blocks)
    return _edit(draft, user, publish=publish)


def _running_order(draft: EventKind, blocks: list[Any]) -> StreamValue:
    """Return the submitted running order; refuse a question that the event never had."""
    stream = draft.running_order.stream_block
    faults = {place: (text, SHAPE) for place, text in faults_in(stream, blocks, (RUNNING_ORDER,))}
    _refuse(faults)
    try:
        cleaned = stream.clean(stream.to_python(with_safe_rich_text(stream, blocks)))
    except ValidationError as error:
        found = errors_within(error, (RUNNING_ORDER,))
        _refuse({place: (fault.messages[0], fault.code or "invalid") for place, fault in found})
    known = {question.id for question in draft.questions}
    known |= {note.question_id for note in lost_notes(draft.running_order, known)}
    message = _("This event has no question with this id.")
    _refuse(
        {
            (RUNNING_ORDER, note.position, "value", "question"): (message, "no_question")
            for note in lost_notes(cleaned, known)
        }
    )
    return cleaned


def _refuse(faults: Mapping[tuple[str | int, ...], tuple[str, str]]) -> None:
    if faults:
        raise FormValidationError({place: [fault] for place, fault in faults.items()})


def host_values(host: AbstractHostProfile) -> dict[str, Any]:
    """Return the private values of a host."""
    names = (*host.api_private_fields, CONSENT_VERSION)
    return {"id": host.pk, **{name: getattr(host, name) for name in names}}


def write_host_values(
    host: AbstractHostProfile, given: dict[str, Any], user: AbstractBaseUser, *, publish: bool
) -> AbstractHostProfile:
    """Write private values into the host's latest draft and return that draft; raises as above.

    If a body includes the ``consent_version`` that was read, it cannot restore consent that has
    been revoked since.
    """
    draft = host.get_latest_revision_as_object()
    seen = given.pop(CONSENT_VERSION, None)
    _take_over(draft, given)
    if draft.gives_consent_unseen(seen):
        problem = Problem.CONSENT_CHANGED
        _refuse({("is_listed",): (str(problem.label), problem.value)})
    return _edit(draft, user, publish=publish)


def _take_over(draft: EventKind | AbstractHostProfile, given: Mapping[str, Any]) -> None:
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


def _edit(draft: EventKind | AbstractHostProfile, user: AbstractBaseUser, *, publish: bool) -> Any:
    action_class = action_registry.get_action_class(type(draft), "edit")
    action = action_class(draft, user=user, publish=publish)
    action.check()
    try:
        if publish:
            draft.pass_gate(user)  # reports all faults at once, not the columns' first
        action.execute()
    except FormValidationError:
        raise
    except ValidationError as error:
        raise located(error) from error
    return draft
