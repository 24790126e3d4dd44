"""An event page in every status, and where each leads."""

from datetime import timedelta

import html5lib
import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.statuses import event_with
from wagtail_lift.enums import NextStepKind, Status

NEXT_WEEK, LAST_WEEK = timedelta(days=7), timedelta(days=-7)

LEADS_TO = {
    Status.CANCELLED: [NextStepKind.OTHER_EVENTS],
    Status.POSTPONED: [NextStepKind.COME_BACK, NextStepKind.OTHER_EVENTS],
    Status.INSIGHTS_OPEN: [NextStepKind.INSIGHTS, NextStepKind.GUIDE],
    Status.TAKEN_PLACE: [NextStepKind.COME_BACK_FOR_INSIGHTS, NextStepKind.OTHER_EVENTS],
    Status.HAPPENING_NOW: [NextStepKind.OTHER_EVENTS],
    Status.DATE_TO_COME: [NextStepKind.COME_BACK_FOR_DATE, NextStepKind.OTHER_EVENTS],
    Status.DROP_IN: [NextStepKind.OTHER_EVENTS],
    Status.BOOKING_SOON: [NextStepKind.COME_BACK_TO_BOOK],
    Status.BOOKING_CLOSED: [NextStepKind.OTHER_EVENTS],
    Status.WAITING_LIST: [NextStepKind.WAITING_LIST],
    Status.FULLY_BOOKED: [NextStepKind.OTHER_EVENTS],
    Status.BOOKING_AVAILABLE: [NextStepKind.BOOK],
}


@pytest.mark.parametrize("status", Status)
def test_event_page_says_its_status_and_leads_on(status, home, client, now):
    event = event_with(status, make_programme(home), now)

    with time_machine.travel(now, tick=False):
        response = client.get(event.url)

    assert response.context["lifecycle"].status == status
    assert [step.kind for step in response.context["actions"]] == LEADS_TO[status]
    assert str(status.label) in response.content.decode()
    html5lib.HTMLParser(strict=True).parse(response.content)


@pytest.mark.parametrize(
    ("mode", "kind", "is_map"),
    [("in_person", NextStepKind.COME_ALONG, True), ("online", NextStepKind.OTHER_EVENTS, False)],
)
def test_drop_in_leads_to_the_map_of_a_place(mode, kind, is_map, home, client, now):
    map_url = "https://map.example.org/hall"
    event = make_event(
        make_programme(home), attendance_mode=mode, map_url=map_url, **when(now + NEXT_WEEK)
    )

    with time_machine.travel(now, tick=False):
        actions = client.get(event.url).context["actions"]

    assert [(step.kind, step.url == map_url) for step in actions] == [(kind, is_map)]


@pytest.mark.parametrize(
    ("status", "note"), [(Status.CANCELLED, "No room."), (Status.POSTPONED, "Our host is ill.")]
)
def test_event_page_shows_the_public_note(status, note, home, client, now):
    event = event_with(status, make_programme(home), now)

    with time_machine.travel(now, tick=False):
        response = client.get(event.url)

    assert note in response.content.decode()


@pytest.mark.parametrize(
    ("minutes", "is_shown"), [(-16, False), (-15, True), (0, True), (119, True), (120, False)]
)
def test_join_link_is_shown_to_everyone_only_around_the_event(minutes, is_shown, home, client, now):
    event = make_event(
        make_programme(home),
        attendance_mode="online",
        join_url="https://meet.example.org/secret",
        join_link_rule="everyone",
        **when(now),
    )

    with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
        response = client.get(event.url)

    assert (b"meet.example.org" in response.content) is is_shown
    assert (b"The link to join online appears here on" in response.content) is (minutes < -15)


def test_join_link_for_confirmed_participants_is_never_on_the_page(home, client, now):
    event = make_event(
        make_programme(home),
        attendance_mode="online",
        join_url="https://meet.example.org/secret",
        join_link_rule="confirmed",
        **when(now),
    )

    with time_machine.travel(now, tick=False):
        response = client.get(event.url)

    assert b"meet.example.org" not in response.content


def test_hosts_who_are_not_public_disappear_from_the_page(home, client, now):
    hosts = [make_host("Ada Bell"), make_host("Ben Cole", is_listed=False)]
    hosts.append(make_host("Cy Dunn", live=False))
    event = make_event(make_programme(home), hosts=hosts, **when(now + NEXT_WEEK))

    response = client.get(event.url)

    assert [listed.host.name for listed in response.context["hosts"]] == ["Ada Bell"]
    assert b"Ben Cole" not in response.content
    assert b"Cy Dunn" not in response.content


def test_inspired_by_names_only_a_pack_that_is_open(home, client, now):
    programme = make_programme(home)
    past = make_event(programme, "Past", **when(now + LAST_WEEK))
    pack = make_pack(past, "What we learnt then")
    event = make_event(programme, "Again", inspired_by=pack, **when(now + NEXT_WEEK))

    with time_machine.travel(now, tick=False):
        shown = client.get(event.url).context["inspired_by"]
        PageViewRestriction.objects.create(page=pack, restriction_type="login")
        hidden = client.get(event.url)

    assert shown == pack
    assert hidden.context["inspired_by"] is None
    assert b"What we learnt then" not in hidden.content


def test_after_body_replaces_the_invitation_once_it_has_taken_place(home, client, now):
    event = make_event(
        make_programme(home),
        body=[("paragraph", "<p>Please come.</p>")],
        after_body=[("paragraph", "<p>Thank you for coming.</p>")],
        **when(now),
    )

    with time_machine.travel(now + timedelta(hours=1), tick=False):
        before = client.get(event.url).content
    with time_machine.travel(now + timedelta(hours=2), tick=False):
        after = client.get(event.url).content

    assert (b"Please come." in before, b"Thank you for coming." in before) == (True, False)
    assert (b"Please come." in after, b"Thank you for coming." in after) == (False, True)


@pytest.mark.parametrize("status", Status)
def test_preview_shows_a_draft_in_each_status(status, home, rf, now, site):
    event = make_event(make_programme(home), live=False, start_date=None)
    event.title = "Only a draft"

    request = event.make_preview_request(preview_mode=f"status-{status.value}")
    content = request.render().content.decode() if hasattr(request, "render") else ""

    assert str(status.label) in content
    assert "Only a draft" in content


def tags_of(page, client) -> list[tuple[str, str]]:
    main = BeautifulSoup(client.get(page.url).content, "html.parser").select_one("main")
    return [
        (item.a["href"] if item.a else "", " ".join(item.text.split()))
        for item in main.select(".lift-tags li")
    ]


def test_topics_and_audiences_lead_to_the_list_that_they_filter(home, client):
    programme = make_programme(home)
    event = make_event(programme, topics=["Kindness", "being kind"], audiences=["Health & care"])

    tags = tags_of(event, client)

    assert tags == [
        (f"{programme.url}?audience=health-care", "More conversations: Health & care"),
        (f"{programme.url}?tag=being-kind", "More conversations: being kind"),
        (f"{programme.url}?tag=kindness", "More conversations: Kindness"),
    ]
    for address, _words in tags:
        assert [card.title for card in client.get(address).context["listing"].upcoming.items] == [
            event.title
        ]


def test_topics_are_plain_words_where_no_programme_lists_them(home, client):
    programme = make_programme(home)
    event = make_event(programme, topics=["Kindness"], audiences=["Health"])
    programme.unpublish()

    assert tags_of(event, client) == [("", "Health"), ("", "Kindness")]
