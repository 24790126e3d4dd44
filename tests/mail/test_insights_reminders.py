"""Those who held an event are reminded of its insights, at most twice, and never of the past."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPDataError, SMTPServerDisconnected

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import translation
from wagtail.models import Locale

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import HostRole
from wagtail_lift.mail import Reminded, remind_of_insights
from wagtail_lift.models import EventPage, InsightsReminder, Meeting


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def ada():
    return make_host("Ada Bell", email="ada@example.org")


@pytest.fixture
def held(programme, ada, now):
    """An event that ended at ``now``, made a month before."""
    return make_held(programme, now, hosts=[ada])


def make_held(programme, now, title="Kindness at work", **fields):
    with time_machine.travel(now - timedelta(days=30), tick=False):
        return make_event(programme, title, **{**when(now - timedelta(hours=2)), **fields})


def tick(now, **days):
    """Send what is due some time after the event; return to whom it went."""
    mail.outbox.clear()
    remind_of_insights(now + timedelta(**days))
    return [message.to for message in mail.outbox]


def test_hosts_are_reminded_after_three_days_and_after_seven(held, now):
    sent = {days: tick(now, days=days) for days in (0, 2.9, 3, 3.1, 6.9, 7, 7.1, 13, 15, 300)}

    to_ada = [["ada@example.org"]]
    assert {days: found for days, found in sent.items() if found} == {3: to_ada, 7: to_ada}


def test_mail_says_what_to_do(held, now):
    EventPage.objects.update(contact_email="hello@example.org")

    tick(now, days=3)

    (message,) = mail.outbox
    assert message.subject == "What was learnt at “Kindness at work”?"
    assert message.reply_to == ["hello@example.org"]
    assert message.extra_headers == {"Auto-Submitted": "auto-generated"}
    assert message.body == (
        "Hello Ada Bell,\n\n"
        "“Kindness at work” took place on Nov. 23, 2026, and its insights are not published yet.\n"
        "One short form asks who came and what was learnt, and makes the insights pack:\n\n"
        f"http://testserver/admin/lift/gather/{held.pk}/\n\n"
        "You need an account for it. If you have none, answer this mail: write a few sentences "
        "about what was learnt, and somebody will publish them.\n\n"
        "You get this because you held or look after the event. There will be one more reminder "
        "at most.\n"
    )
    tick(now, days=7)
    assert "This is the last reminder for this event." in mail.outbox[0].body


def test_mail_is_in_the_language_of_the_page(held, now, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("de", "German")]
    german = Locale.objects.create(language_code="de")
    EventPage.objects.update(locale=german)

    with translation.override("en"):
        tick(now, days=3)

    assert mail.outbox[0].subject == "Was wurde bei „Kindness at work“ gelernt?"
    assert mail.outbox[0].body.startswith("Guten Tag Ada Bell,")


def test_after_an_outage_one_mail_goes_and_not_two(held, now):
    assert tick(now, days=9) == [["ada@example.org"]]
    assert "last reminder" in mail.outbox[0].body
    assert tick(now, days=9.1) == []


def test_each_host_gets_a_mail_of_their_own(programme, ada, now):
    people = [
        ada,
        make_host("Twin", email="ADA@example.org"),
        make_host("Bo", email="bo@example.org", is_listed=False),
        make_host("Silent"),
        make_host("Speaker", email="speaker@example.org"),
    ]
    event = make_held(programme, now, hosts=people)
    row = event.event_hosts.all()[4]
    row.role = HostRole.SPEAKER
    row.save()

    assert tick(now, days=3) == [["ada@example.org"], ["bo@example.org"]]


@pytest.mark.parametrize(
    ("may_add", "contact", "to"),
    [
        (True, "hello@example.org", [["owner@example.org"]]),
        (False, "hello@example.org", [["hello@example.org"]]),
        (False, "", []),
    ],
)
def test_without_a_host_who_can_be_reached_one_who_looks_after_it_is(
    programme, now, may_add, contact, to
):
    make = get_user_model().objects.create_superuser if may_add else None
    make = make or get_user_model().objects.create_user
    owner = make("owner", "owner@example.org")
    make_held(programme, now, hosts=[make_host("Silent")], owner=owner, contact_email=contact)

    assert tick(now, days=3) == to


def with_pack(event, now):
    make_pack(event, live=False)


def called_off(event, now):
    with time_machine.travel(now - timedelta(days=1), tick=False):
        cancel_meeting(meeting_of(event), user=None, public_note="")


def unpublished(event, now):
    event.unpublish()


def repeated(event, now):
    event.start_date += timedelta(days=0)
    event.recurrence_rule = "FREQ=DAILY;COUNT=2"
    with time_machine.travel(now - timedelta(days=20), tick=False):
        event.save_revision().publish()


def translated_with_pack(event, now):
    french = Locale.objects.create(language_code="fr")
    make_pack(event.copy_for_translation(french, copy_parents=True), live=False)


@pytest.mark.parametrize("change", [with_pack, called_off, unpublished, translated_with_pack])
def test_nobody_is_reminded_of(held, now, change):
    change(held, now)

    assert tick(now, days=3) == tick(now, days=7) == []


def test_event_that_goes_on_is_not_over(held, now):
    repeated(EventPage.objects.get(pk=held.pk), now)

    assert Meeting.objects.count() == 2
    assert tick(now, days=3) == []
    assert tick(now, days=4) == [["ada@example.org"]]


def test_event_that_was_made_afterwards_is_not_a_new_one(programme, ada, now):
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        make_event(programme, hosts=[ada], **when(now - timedelta(hours=2)))

    assert tick(now, days=3) == []


@pytest.mark.parametrize("days", [[], (), None])
def test_setting_turns_reminders_off(held, now, settings, days):
    settings.WAGTAIL_LIFT_REMINDER_DAYS = days

    assert tick(now, days=3) == []


def test_setting_says_on_which_days(held, now, settings):
    settings.WAGTAIL_LIFT_REMINDER_DAYS = [1]

    assert [tick(now, days=days) for days in (1, 3, 7)] == [[["ada@example.org"]], [], []]


class Killed(BaseException):
    """What ends a process at once."""


def test_process_that_is_killed_sends_one_mail_and_not_two(held, now, monkeypatch):
    def sends_and_dies(message, fail_silently=False):
        mail.outbox.append(message)
        raise Killed

    mail.outbox.clear()
    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", sends_and_dies)
        with pytest.raises(Killed):
            remind_of_insights(now + timedelta(days=3))

    assert len(mail.outbox) == 1
    assert tick(now, days=3.1) == []


def test_process_that_is_killed_leaves_the_others_to_the_next(programme, ada, now, monkeypatch):
    make_held(programme, now, hosts=[ada, make_host("Bo", email="bo@example.org")])

    def dies(message, fail_silently=False):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", dies)
        with pytest.raises(Killed):
            remind_of_insights(now + timedelta(days=3))

    assert tick(now, days=3.1) == [["bo@example.org"]]


def test_of_two_at_once_one_sends_it(held, now, monkeypatch):
    """The second begins while the first is about to send: after what it has stored."""
    send, sent = EmailMessage.send, []

    def second_comes(message, fail_silently=False):
        sent.append(remind_of_insights(now + timedelta(days=3)) if not sent else None)
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", second_comes)

    assert tick(now, days=3) == [["ada@example.org"]]
    assert sent == [Reminded()]


@pytest.mark.parametrize(
    ("error", "later"),
    [
        (SMTPDataError(450, "ada@example.org is busy"), [["ada@example.org"]]),
        (ConnectionRefusedError(), [["ada@example.org"]]),
        (SMTPServerDisconnected(), []),
        (TimeoutError(), []),
        (ValueError(), []),
    ],
)
def test_only_what_was_certainly_not_sent_is_sent_later(
    held, now, monkeypatch, caplog, error, later
):
    def fails(message, fail_silently=False):
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", fails)
        assert remind_of_insights(now + timedelta(days=3)) == Reminded(failed=1)

    assert tick(now, days=3, minutes=59) == []
    assert tick(now, days=3, minutes=60) == later
    assert [record.message for record in caplog.records] == ["reminder_not_sent"]
    assert "ada@" not in str([vars(record) for record in caplog.records])


def test_server_that_always_refuses_is_asked_five_times(held, now, monkeypatch):
    asked = []

    def fails(message, fail_silently=False):
        asked.append(message)
        raise SMTPDataError(550, "no")

    monkeypatch.setattr(EmailMessage, "send", fails)
    for hours in range(24):
        remind_of_insights(now + timedelta(days=3, hours=hours))

    assert len(asked) == 5


def test_address_is_stored_nowhere(held, now):
    tick(now, days=3)

    (stored,) = InsightsReminder.objects.values()
    assert "ada@" not in str(stored)
    assert stored["sent_at"] == now + timedelta(days=3)


def test_tick_reminds_and_says_so(held, now):
    out = StringIO()
    with time_machine.travel(now + timedelta(days=3), tick=False):
        call_command("lift_tick", stdout=out)
        call_command("lift_tick", stdout=out)

    assert "1 reminder sent." in out.getvalue()
    assert len(mail.outbox) == 1


def test_number_of_queries_without_anything_due(held, now, django_assert_num_queries):
    with django_assert_num_queries(1):
        remind_of_insights(now)


@pytest.mark.parametrize("count", [1, 3])
def test_events_that_were_reminded_of_cost_two_queries_each(
    programme, ada, now, django_assert_num_queries, count
):
    for number in range(count):
        make_held(programme, now, f"Event {number}", hosts=[ada])
    tick(now, days=3)

    with django_assert_num_queries(3 + 2 * count):
        remind_of_insights(now + timedelta(days=3.5))
