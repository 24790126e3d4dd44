"""Gathering insights: two at once make one pack, and two ticks at once send one mail."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.core import mail
from django.db import connection

from tests.conftest import locks_rows
from tests.factories import make_event, make_host, make_programme, when
from wagtail_lift.actions import ToldInsights, gather_insights
from wagtail_lift.exceptions import EventNotOver, PackExists
from wagtail_lift.mail import remind_of_insights
from wagtail_lift.pages.models import InsightsPack

AT_ONCE = 4


@pytest.fixture
def past(home, now):
    with time_machine.travel(now - timedelta(days=30), tick=False):
        host = make_host(email="ada@example.org")
        return make_event(make_programme(home), hosts=[host], **when(now - timedelta(hours=2)))


def at_once(act):
    """Call a function in several threads as nearly at once as can be; return what came of it."""
    start = Barrier(AT_ONCE)

    def run(_number):
        try:
            start.wait(timeout=30)
            return act()
        except PackExists as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


@locks_rows
@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_pack(past, superuser, now):
    found = at_once(
        lambda: gather_insights(past, ToldInsights(learnt="Much"), user=superuser, now=now)
    )

    assert InsightsPack.objects.count() == 1
    assert sum(isinstance(each, PackExists) for each in found) == AT_ONCE - 1
    assert {each.pack.pk for each in found} == {InsightsPack.objects.get().pk}


@locks_rows
@pytest.mark.django_db(transaction=True)
def test_ticks_at_once_send_one_mail(past, now):
    at_once(lambda: remind_of_insights(now + timedelta(days=3)))

    assert [message.to for message in mail.outbox] == [["ada@example.org"]]


def test_date_of_another_event_is_refused(past, superuser, now):
    rule = {"recurrence_rule": "FREQ=DAILY;COUNT=2"}
    with time_machine.travel(now - timedelta(days=30), tick=False):
        series = make_event(
            past.get_parent().specific, "Series", slug="series", **when(now), **rule
        )
    theirs = past.lift_event.meetings.get()

    with pytest.raises(EventNotOver):
        gather_insights(
            series, ToldInsights(meeting=theirs), user=superuser, now=now + timedelta(days=3)
        )

    assert not InsightsPack.objects.exists()


def test_event_to_come_is_refused(home, superuser, now):
    with time_machine.travel(now, tick=False):
        event = make_event(make_programme(home), **when(now + timedelta(days=1)))

    with pytest.raises(EventNotOver):
        gather_insights(event, ToldInsights(), user=superuser, now=now)


def test_guide_of_an_event_with_an_open_end_asks_for_five_minutes_a_question(home, superuser, now):
    started = when(now - timedelta(hours=4)) | {"end_date": None, "end_time": None}
    question = {"type": "question", "value": {"question": "What is kind?"}, "id": "q"}
    asked = {"conversation": json.dumps([question]), "hours": "open_end"}
    with time_machine.travel(now - timedelta(days=30), tick=False):
        programme = make_programme(home)
        event = make_event(programme, **asked, **started)

    pack = gather_insights(event, ToldInsights(), user=superuser, now=now).pack

    draft = pack.get_latest_revision_as_object()
    assert [block.value["minutes"] for block in draft.guide] == [5]
