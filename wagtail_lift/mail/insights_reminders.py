"""Reminds those who held an event of its insights, some days after it."""

import logging
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.admin.utils import get_admin_base_url

from ..conf import settings
from ..domain.reminders import PAUSE, TRIES
from ..formats.text import one_line
from ..models import Meeting
from ..models.kinds import EventKind
from ..models.reminders import InsightsReminder
from ..packs.reminders import dates_to_remind_of
from .recipients import Recipient, those_who_held

logger = logging.getLogger("wagtail_lift")

REFUSALS = (SMTPResponseException, SMTPRecipientsRefused, ConnectionRefusedError)
"""Errors after which a message was certainly not sent, so that it may be sent later."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many mails were sent, and how many could not be."""

    sent: int = 0
    failed: int = 0


def remind_of_insights(now: datetime) -> Reminded:
    """Send the reminders that are due at ``now``, each at most once.

    That it is sent is stored before: if the process is killed in between, one mail is missing and
    none is sent twice. Of two processes at the same time only one sends it.
    """
    sent = failed = 0
    for meeting, days in dates_to_remind_of(now, settings.REMINDER_DAYS):
        _note(meeting, days)
        free = Q(claimed_at=None) & (Q(retry_at=None) | Q(retry_at__lte=now))
        waiting = InsightsReminder.objects.filter(free, meeting=meeting, days=days)
        reminders = list(waiting.filter(tries__lt=TRIES).order_by("pk"))
        if not reminders:
            continue
        event = _event_of(meeting)
        people = {person.key: person for person in those_who_held(event)}
        for reminder in reminders:
            person = people.get(reminder.recipient)
            if person is None:
                continue
            message = _message(event, meeting, person, is_last(days))
            if _claim(reminder, now):
                is_sent = _send(reminder, message, now)
                sent, failed = sent + is_sent, failed + (not is_sent)
    return Reminded(sent, failed)


def _event_of(meeting: Meeting) -> EventKind:
    source: Any = meeting.event.source  # there is one: only published events are reminded of
    event: EventKind = source.specific
    return event


def is_last(days: int) -> bool:
    """Return whether no reminder comes after the one that is this many days after the event."""
    return days >= max(settings.REMINDER_DAYS)


def _note(meeting: Meeting, days: int) -> None:
    """Store who gets the reminder, all at once: a second process finds it stored."""
    if InsightsReminder.objects.filter(meeting=meeting, days=days).exists():
        return
    people = those_who_held(_event_of(meeting))
    InsightsReminder.objects.bulk_create(
        [InsightsReminder(meeting=meeting, days=days, recipient=p.key) for p in people],
        ignore_conflicts=True,
    )


def _claim(reminder: InsightsReminder, now: datetime) -> bool:
    """Take a reminder, so that nobody else sends it; return whether it could be taken."""
    free = InsightsReminder.objects.filter(pk=reminder.pk, claimed_at=None, tries=reminder.tries)
    return bool(free.update(claimed_at=now, tries=F("tries") + 1))


def _send(reminder: InsightsReminder, message: EmailMessage, now: datetime) -> bool:
    stored = InsightsReminder.objects.filter(pk=reminder.pk)
    try:
        message.send()
    except REFUSALS as error:
        stored.update(claimed_at=None, retry_at=now + PAUSE)
        _log(reminder, error)
    except Exception as error:  # whatever the mail backend raises: it may have sent it
        _log(reminder, error)
    else:
        stored.update(sent_at=now)
        return True
    return False


def _log(reminder: InsightsReminder, error: Exception) -> None:
    """Log without the address and the words of the server, which may repeat it."""
    logger.error(
        "reminder_not_sent",
        extra={"reminder": reminder.pk, "error": type(error).__name__},
    )


def _message(
    event: EventKind, meeting: Meeting, person: Recipient, is_last_one: bool
) -> EmailMessage:
    """Return the mail, in the language of the event's page."""
    with translation.override(event.locale.language_code):
        context = {
            "name": person.name,
            "title": one_line(event.title),
            "day": meeting.when and meeting.when.last_day,
            "url": _url(event),
            "contact": event.contact_email,
            "is_last": is_last_one,
        }
        subject = render_to_string("wagtail_lift/mail/insights_reminder_subject.txt", context)
        body = render_to_string("wagtail_lift/mail/insights_reminder.txt", context)
    return EmailMessage(
        one_line(subject),
        f"{body.strip()}\n",
        None,
        [person.address],
        reply_to=[event.contact_email] if event.contact_email else None,
        headers={"Auto-Submitted": "auto-generated"},
    )


def _url(event: EventKind) -> str:
    """Return the full address at which insights are gathered, empty if none is known."""
    parts = event.get_url_parts()
    base = get_admin_base_url() or (parts[1] if parts else "")
    try:
        path = reverse("lift_gather", args=[event.pk])
    except NoReverseMatch:
        return ""
    return f"{base.rstrip('/')}{path}" if base else ""
