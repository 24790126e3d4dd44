"""Notices for editors about an event; they never block saving or publishing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks import StreamValue
from wagtail.log_actions import registry as log_registry

from ..blocks import agenda_steps, lost_notes
from ..domain.agenda import NO_DAY, agenda_faults, agenda_times
from ..domain.joining import is_for_everyone
from ..domain.lifecycle import stage
from ..domain.places import is_at_venue
from ..domain.schedule import plan_date
from ..domain.series import days_without_effect, series_notices
from ..enums import AttendanceMode, BookingMode, JoinLinkRule, Notice, Stage
from ..events.facets import related
from ..events.identity import pages_beside
from ..events.plan_effects import plan_effects
from ..events.plans import horizon_of
from ..events.speakers import AGENDA, speakers_of
from ..formats.clock_words import day_in_words
from ..models.kinds import EventKind, page_types
from .field_places import place_of
from .notices import EditorNotice, silent_recordings

MOST_DAYS = 3
"""How many days a notice names."""

FIELDS = {
    Notice.NO_HOST: "event_hosts",
    Notice.NO_QUESTION: "conversation",
    Notice.NO_PLACE: "venue_name",
    Notice.NO_VENUE: "venue_name",
    Notice.VENUE_NOT_SHOWN: "venue",
    Notice.NO_LINK: "join_url",
    Notice.LINK_FOR_NOBODY: "join_link_rule",
    Notice.NO_CONTACT: "contact_name",
    Notice.BOOKING_COPIED: "booking_url",
    Notice.NO_SUMMARY: "summary",
    Notice.IMAGE_WITHOUT_ALT: "lead_image_alt_text",
    Notice.DATE_PAST: "start_date",
    Notice.NOTE_WITHOUT_QUESTION: "running_order",
    Notice.AGENDA_BEFORE_START: "agenda",
    Notice.AGENDA_OVERLAPS: "agenda",
    Notice.AGENDA_AFTER_END: "agenda",
    Notice.LEFT_OUT_IN_VAIN: "skipped_dates",
    Notice.UPDATE_TO_COME: "updates",
    Notice.ENDS_NEXT_DAY: "end_date",
    Notice.TIMES_NOT_READ: "hours",
    Notice.END_NOT_READ: "hours",
    Notice.START_SKIPPED: "start_time",
    Notice.START_REPEATED: "start_time",
    Notice.END_SKIPPED: "end_time",
    Notice.END_REPEATED: "end_time",
}
"""In which field each of these is put right."""

GAPS = (
    Notice.NO_HOST,
    Notice.NO_PLACE,
    Notice.NO_VENUE,
    Notice.NO_LINK,
    Notice.LINK_FOR_NOBODY,
    Notice.NO_CONTACT,
    Notice.BOOKING_COPIED,
)
"""What keeps people from coming, or from asking."""


def _about(page: EventKind, notice: Notice, about: str = "") -> EditorNotice:
    return EditorNotice(notice, about, place_of(page, FIELDS[notice]))


def event_notices(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return the notices about an event's draft, most important first."""
    told = [_about(page, notice) for notice, applies in _rules(page, now).items() if applies()]
    told += [*past_notices(page, now), *unlisted_hosts(page), *notes_without_question(page)]
    told += [*agenda_notices(page), *(_about(page, notice) for notice in clock_notices(page))]
    told += [*silent_recordings(page), *updates_to_come(page, now)]
    return told + days_left_out_in_vain(page, now)


def gaps(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return the notices about what keeps people from coming, most important first."""
    rules = _rules(page, now)
    return [_about(page, notice) for notice in GAPS if rules[notice]()] + unlisted_hosts(page)


def _rules(page: EventKind, now: datetime) -> Mapping[Notice, Callable[[], bool]]:
    """Return when each notice applies; those that stand first are told first."""
    is_in_person = page.attendance is AttendanceMode.IN_PERSON
    there = page.location
    is_unseen = page.venue_id is not None and is_at_venue(there) and page.shown_venue is None
    return {
        Notice.NO_HOST: lambda: hasattr(page, "event_hosts") and not related(page, "event_hosts"),
        Notice.NO_QUESTION: lambda: not page.questions,
        Notice.VENUE_NOT_SHOWN: lambda: is_unseen,
        Notice.NO_PLACE: lambda: not there.is_named,
        Notice.NO_VENUE: lambda: page.attendance is AttendanceMode.BOTH and not there.has_venue,
        Notice.NO_LINK: lambda: not is_in_person and _lacks_link(page),
        Notice.LINK_FOR_NOBODY: lambda: not is_in_person and _is_link_for_nobody(page),
        Notice.NO_CONTACT: lambda: page.get_contact() is None,
        Notice.BOOKING_COPIED: lambda: _has_booking_of_another(page),
        Notice.NO_SUMMARY: lambda: not page.summary.strip(),
        Notice.IMAGE_WITHOUT_ALT: lambda: bool(page.lead_image_id and not page.lead_image_alt),
        Notice.DATE_PAST: lambda: not page.live and is_past(page, now),
    }


def _lacks_link(page: EventKind) -> bool:
    """Return whether the page is to show a join link, and has none."""
    mode, (rule, _minutes) = page.typed_booking.mode, page.join_rule
    return page.is_source and is_for_everyone(rule, mode) and not page.join_url


def _is_link_for_nobody(page: EventKind) -> bool:
    """Return whether only confirmed participants see the link, and nobody can be confirmed."""
    mode, (rule, _minutes) = page.typed_booking.mode, page.join_rule
    is_drop_in = mode == BookingMode.NOT_NEEDED
    return page.is_source and is_drop_in and rule == JoinLinkRule.CONFIRMED


def _has_booking_of_another(page: EventKind) -> bool:
    """Return whether a copied page still has the booking address of another event."""
    if not page.pk or not page.booking_url or page.typed_booking.mode != BookingMode.ELSEWHERE:
        return False
    if not log_registry.get_logs_for_instance(page).filter(action="wagtail.copy").exists():
        return False
    own = {page.pk, *pages_beside(page)}
    return any(
        model._default_manager.filter(booking_url=page.booking_url).exclude(pk__in=own).exists()
        for model in page_types(EventKind)
    )


def past_notices(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return notices about past dates: those the plan corrects, leaves alone or does not add."""
    effects = plan_effects(page, now)
    told = [
        (Notice.PAST_CORRECTED, effects.corrected),
        (Notice.PAST_STAYS, effects.kept),
        (Notice.PAST_NOT_MADE, effects.missed),
    ]
    return [EditorNotice(notice, _days(moments)) for notice, moments in told if moments]


def _days(moments: Sequence[datetime]) -> str:
    """Return the latest days in words, at most three, and how many more there are."""
    named = ", ".join(date_format(moment, "j M Y") for moment in reversed(moments[-MOST_DAYS:]))
    more = len(moments) - MOST_DAYS
    if more <= 0:
        return named
    words = ngettext("%(days)s and %(count)d more", "%(days)s and %(count)d more", more)
    return words % {"days": named, "count": more}


def missed_past_dates(page: EventKind, now: datetime) -> Sequence[datetime]:
    """Return the past dates of a published plan that were never created."""
    return plan_effects(page, now).missed if page.live else ()


def is_past(page: EventKind, now: datetime) -> bool:
    """Return whether all dates of an event have taken place."""
    return all(stage(o.facts(), now) == Stage.TAKEN_PLACE for o in page.get_occurrences())


def debut_notices(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return the notices to show once, when an event is first published."""
    published = type(page)._default_manager.filter(pk=page.pk, live=True)
    is_debut = published.filter(first_published_at=F("last_published_at")).exists()
    return [_about(page, Notice.DATE_PAST)] if is_debut and is_past(page, now) else []


def unlisted_hosts(page: EventKind) -> list[EditorNotice]:
    """Return a notice for each host or speaker that readers will not see, with the reason."""
    hosts = [link.host for link in related(page, "event_hosts") if link.host_id]
    hosts = list({host.pk: host for host in [*hosts, *speakers_of(page)]}.values())
    return [
        EditorNotice(
            Notice.HOST_NOT_LISTED,
            f"{host.display_name} ({host.status_label})",
            f"{_('Events')} › {_('Hosts')}",
        )
        for host in hosts
        if not host.is_public
    ]


def notes_without_question(page: EventKind) -> list[EditorNotice]:
    """Return a notice, by part number, for each note whose question was removed."""
    lost = lost_notes(page.running_order, (question.id for question in page.questions))
    return [_about(page, Notice.NOTE_WITHOUT_QUESTION, str(note.position + 1)) for note in lost]


def agenda_notices(page: EventKind) -> list[EditorNotice]:
    """Return notices that name the parts of the agenda whose times do not fit."""
    stream, planned = getattr(page, AGENDA, None), plan_date(page.source.typed_dates)
    start = planned.start or datetime.combine(NO_DAY, time.min)
    times = agenda_times(agenda_steps(stream), start.date(), planned.start and start.time())
    found = agenda_faults(times, planned.start, planned.end)
    return [
        _about(page, notice, "; ".join(_name_of_part(stream[position]) for position in positions))
        for notice, positions in found.items()
    ]


def _name_of_part(child: StreamValue.StreamChild) -> str:
    return child.value.get("title") or str(child.block.label)


def updates_to_come(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return a notice, by its moment, for each update that is dated later than now."""
    moments = [update.at for update in page.updates_in(page.source.timezone) if update.at]
    return [
        _about(page, Notice.UPDATE_TO_COME, date_format(at, "j M Y, H:i"))
        for at in moments
        if at > now
    ]


def clock_notices(page: EventKind) -> tuple[Notice, ...]:
    """Return notices about planned times that are not read as they look (clock changes)."""
    if not page.is_source:
        return ()
    return series_notices(page.typed_series, until=horizon_of(page, timezone.now()))


def days_left_out_in_vain(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return a notice that names skipped days the rule does not (or no longer) produce."""
    if not page.is_source:
        return []
    days = days_without_effect(page.typed_series, until=horizon_of(page, now))
    named = "; ".join(map(day_in_words, days))
    return [_about(page, Notice.LEFT_OUT_IN_VAIN, named)] if days else []
