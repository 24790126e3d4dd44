"""What a new page holds before anybody chooses: each default leads somewhere on some site."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps

from tests.factories import make_event, make_programme, when
from wagtail_lift.enums import BookingMode, NextStepKind
from wagtail_lift.events.join_links import public_join_url
from wagtail_lift.models.kinds import EventKind, PackKind, ProgrammeKind
from wagtail_lift.pages.models import EventPage

WAYS_IN = {NextStepKind.JOIN, NextStepKind.BOOK}
BOOKED_ELSEWHERE = {"booking_mode": "elsewhere", "booking_url": "https://book.example.org/"}


def chosen_fields():
    """Return the fields of our pages that offer choices and have a default."""
    pages = [
        model
        for model in apps.get_models()
        if issubclass(model, EventKind | PackKind | ProgrammeKind)
    ]
    return [
        pytest.param(model, field, id=f"{model._meta.label}.{field.name}")
        for model in pages
        for field in model._meta.get_fields()
        if getattr(field, "choices", None) and field.has_default()
    ]


@pytest.mark.parametrize(("model", "field"), chosen_fields())
def test_default_is_among_what_the_form_offers(model, field, home):
    form_class = model.get_edit_handler().get_form_class()
    form = form_class(instance=model(locale=home.locale), parent_page=home)

    offered = form.fields[field.name].choices if field.name in form.fields else field.choices

    assert field.get_default() in dict(offered)


@pytest.mark.parametrize("attendance_mode", ["online", "both"])
@pytest.mark.parametrize("booking", [{}, BOOKED_ELSEWHERE], ids=["drop-in", "elsewhere"])
def test_defaults_let_people_into_an_event_online(booking, attendance_mode, home, now, client):
    """Whoever only says that it is online, and where, has said enough to be found there."""
    starts_at = now + timedelta(days=1)
    with time_machine.travel(now, tick=False):
        event = make_event(
            make_programme(home),
            attendance_mode=attendance_mode,
            venue_name="Hall",
            join_url="https://meet.example.org/room",
            **booking,
            **when(starts_at),
        )

    offered = set()
    for at in (now, starts_at - timedelta(minutes=10), starts_at + timedelta(minutes=10)):
        with time_machine.travel(at, tick=False):
            offered |= {step.kind for step in client.get(event.url).context["actions"] if step.url}

    assert offered & WAYS_IN


def test_every_booking_mode_that_a_form_offers_is_tried_above():
    assert {mode for mode, _label in BookingMode.offered()} == {"not_needed", "elsewhere"}


def test_link_is_not_public_by_default_where_people_book(home, now):
    with time_machine.travel(now, tick=False):
        event = make_event(
            make_programme(home),
            attendance_mode="online",
            join_url="https://meet.example.org/room",
            **BOOKED_ELSEWHERE,
            **when(now),
        )
        page = EventPage.objects.get(pk=event.pk)

        assert public_join_url(page, page.occurrences[0], now) == ""
