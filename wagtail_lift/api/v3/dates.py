"""Routes to read and change one date of an event: the admin's forms, rights and words.

A date is shared by all pages of its event. It is named by its ``key`` in ``occurrences``, or by
``undated`` if it has no date yet; ``If-Match`` takes the ``ETag`` that a date was read with.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Body, Router
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.utils.forms import FormValidationError

from ...access.date_rights import may_act_on, visible_meetings
from ...date_forms import MEETING_ACTIONS, MeetingActionForm
from ...date_forms.change import OWN_LOCATION, TYPED_PLACE, WHERE_OWN, WHERE_PAGE
from ...domain.schedule import UNDATED_KEY
from ...enums import Notice
from ...events.date_names import UNDATED
from ...events.timeline import build_occurrences
from ...exceptions import MeetingChanged
from ...models import Meeting
from ...models.kinds import EventKind
from ..values.occurrences import date_values
from .date_schemas import ChangedDate, DateAction, DateChange, DateDecision, DatePlaces
from .private_routes import event_at
from .versions import has_changed, note_version, versions_seen

router = Router(tags=["lift"], auth=BearerTokenAuth())

PATH = "events/{int:page_id}/dates/{str:key}/"

BODIES: dict[str, tuple[type[DateAction], str]] = {
    "cancel": (DateDecision, "Cancel a date"),
    "postpone": (DateDecision, "Postpone a date"),
    "reinstate": (DateDecision, "Let a cancelled or postponed date go ahead"),
    "change": (DateChange, "Change the time or place of a date"),
    "places": (DatePlaces, "Say how places stand at a date"),
}
"""What each action takes, and its summary."""


@router.get(
    PATH,
    response=ChangedDate,
    url_name="lift_date",
    summary="One date of an event",
    operation_id="lift_dates_detail",
)
def read_date(request: HttpRequest, page_id: int, key: str) -> dict[str, Any]:
    """Return a date as the page shows it, with the ``ETag`` of its version."""
    page = event_at(request, page_id)
    return _answer(request, page, _meeting(request, page, key), [])


def _add_action(name: str, body: type[DateAction], summary: str) -> None:
    """Add the route of one action."""
    optional = body is not DatePlaces
    default = Body(body()) if optional else Body(...)

    # django-ninja reads the type of the body from the annotation.
    def act(
        request: HttpRequest,
        page_id: int,
        key: str,
        data: body = default,  # type: ignore[valid-type]  # -- known only at run time
    ) -> Any:
        return _act(request, event_at(request, page_id), key, MEETING_ACTIONS[name], data)

    act.__doc__ = f"{summary}, and return it as the page shows it then."
    router.post(
        f"{PATH}{name}/",
        response=ChangedDate,
        url_name=f"lift_dates_actions_{name}",
        summary=summary,
        operation_id=f"lift_dates_actions_{name}",
    )(act)


for _name, (_body, _summary) in BODIES.items():
    _add_action(_name, _body, _summary)


def _act(
    request: HttpRequest,
    page: EventKind,
    key: str,
    form_class: type[MeetingActionForm],
    sent: DateAction,
) -> dict[str, Any] | HttpResponse:
    meeting = _meeting(request, page, key)
    if not may_act_on(request.user, meeting):
        raise PermissionDenied(_("You do not have permission to change this date."))
    form = _filled(form_class, meeting, sent.given())
    seen = versions_seen(request)
    done = form.carry_out(request.user, seen=seen) if form.is_valid() else None
    if form.has_error("__all__", MeetingChanged.code):
        return has_changed(_meeting(request, page, key).version)
    if done is None:
        raise FormValidationError.from_form(form)
    return _answer(request, page, done, form.get_notices())


def _meeting(request: HttpRequest, page: EventKind, key: str) -> Meeting:
    """Return a date of the event that the user may see; raise ``Http404`` if there is none."""
    asked = UNDATED_KEY if key == UNDATED else key
    mine = visible_meetings(request.user).filter(event__page_links__page=page.pk)
    known = dict(mine.values_list("date_key", "pk")) if key else {}
    if asked not in known:
        raise Http404("This event has no such date.")
    found: Meeting = mine.get(pk=known[asked])
    return found


def _filled(
    form_class: type[MeetingActionForm], meeting: Meeting, given: dict[str, Any]
) -> MeetingActionForm:
    """Return the form with what is sent; a change leaves the rest as it is."""
    is_change = form_class is MEETING_ACTIONS["change"]
    blank = form_class(meeting=meeting)
    now = {name: blank.get_initial_for_field(field, name) for name, field in blank.fields.items()}
    data = {**(now if is_change else {}), **given}
    if is_change and _names_a_location(given):
        if given.get("where") == WHERE_PAGE:
            message = _("Send no location with “where”: “page”.")
            sent = [name for name in OWN_LOCATION if given.get(name)]
            raise FormValidationError({(name,): [(message, "not_own")] for name in sent})
        data["where"] = WHERE_OWN
        if "venue_id" not in given and any(given.get(name) for name in TYPED_PLACE):
            data["venue_id"] = None
    return form_class(data, meeting=meeting)


def _names_a_location(given: dict[str, Any]) -> bool:
    return any(given.get(name) for name in OWN_LOCATION)


def _answer(
    request: HttpRequest, page: EventKind, meeting: Meeting, notices: Iterable[Notice]
) -> dict[str, Any]:
    stored = Meeting.objects.select_related("venue").get(pk=meeting.pk)
    note_version(request, stored.version)
    shown = [row for row in page.get_occurrences() if row.meeting_id == stored.pk]
    if not shown or not meeting.is_projected:
        shown = build_occurrences(page, page.source, [stored])
    warnings = [str(notice.label) for notice in notices]
    if not meeting.is_projected:
        warnings.append(
            _("The pages of the event do not show it yet, because something went wrong.")
        )
    return {
        **date_values(shown[0], page, page.full_url or "", stored),
        "attendance_mode": shown[0].location_on(page).attendance,
        "meta": {"warnings": warnings},
    }
