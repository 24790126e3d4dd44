"""The open packs below a programme: found by what their events are, page by page."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.conftest import searches_at_once
from tests.factories import (
    add_date,
    local,
    make_event,
    make_host,
    make_pack,
    make_programme,
    when,
)
from wagtail_lift.lists.packs import has_open_packs, latest_packs
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def programme(home, now):
    """A programme with the packs "Kind" (November, online), "Calm" (May) and a private "Hidden"."""
    page = make_programme(home)
    kind = make_event(
        page,
        "Kindness",
        topics=["Kindness"],
        audiences=["Health"],
        hosts=[make_host("Ada Bell")],
        attendance_mode="online",
        captions=True,
        **when(local(2026, 11, 10, 19)),
    )
    calm = make_event(page, "Calmness", topics=["Calm"], **when(local(2026, 5, 4, 19)))
    private = make_event(page, "Private", topics=["Secret"], **when(local(2026, 11, 11, 19)))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_pack(kind, "Kind", introduction="<p>Gentleness helps.</p>")
    make_pack(calm, "Calm", introduction="<p>Silence helps.</p>")
    make_pack(page, "Hidden", event=private)
    return page


def found(programme, client, query: str = "") -> list[str]:
    listing = client.get(f"{programme.url}insights/{query}").context["pack_listing"]
    return [card.title for card in listing.items]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Hidden", "Calm", "Kind"]),
        ("?tag=kindness", ["Kind"]),
        ("?tag=kindness&tag=calm", ["Calm", "Kind"]),
        ("?tag=secret", []),
        ("?audience=health", ["Kind"]),
        ("?mode=online", ["Kind"]),
        ("?access=captions", ["Kind"]),
        ("?from=2026-11-01", ["Kind"]),
        ("?to=2026-11-10", ["Calm", "Kind"]),
        ("?from=2026-05-04&to=2026-05-04", ["Calm"]),
        ("?from=2026-05-05&to=2026-11-09", []),
        ("?tag=calm&from=2026-11-01", []),
        ("?when=upcoming&each=date&status=drop_in", ["Hidden", "Calm", "Kind"]),
    ],
)
def test_packs_are_found_by_their_public_events(query, titles, programme, client):
    assert found(programme, client, query) == titles


def test_packs_are_found_by_their_host(programme, client):
    form = client.get(f"{programme.url}insights/").context["pack_listing"].filter_form
    ada = next(option for option in form.options if option.label == "Ada Bell")

    assert found(programme, client, f"?host={ada.value}") == ["Kind"]


@searches_at_once
@pytest.mark.parametrize(
    ("text", "titles"), [("gentleness", ["Kind"]), ("helps", ["Calm", "Kind"]), ("!", [])]
)
def test_packs_are_found_by_their_words(text, titles, indexed, programme, client):
    assert found(programme, client, f"?q={text}") == titles


def test_pack_about_one_date_is_found_by_that_date(home, client):
    programme = make_programme(home)
    event = make_event(programme, **when(local(2026, 5, 4, 19)))
    row = add_date(event, local(2026, 6, 4, 19))
    make_pack(event, "June", meeting=row.meeting)

    assert found(programme, client, "?from=2026-06-01") == ["June"]
    assert found(programme, client, "?to=2026-05-31") == []


def test_form_offers_what_public_events_of_open_packs_have(programme, client, now):
    coming = make_event(programme, topics=["To come"], **when(now + timedelta(days=3)))
    make_pack(coming, "Closed")

    response = client.get(f"{programme.url}insights/?tag=calm")

    form = response.context["pack_listing"].filter_form
    topics = next(group for group in form.groups if group.name == "tag")
    assert [(c.label, c.is_chosen) for c in topics.choices] == [("Calm", True), ("Kindness", False)]
    assert [active.label for active in form.active] == ["Calm"]
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select("[name=when], [name=each], [name=status]") == []
    assert page.select("[name=tag][checked]")[0]["value"] == "calm"


def test_list_of_packs_is_paged_and_keeps_its_filters_in_the_address(home, client, now, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 2
    programme = make_programme(home)
    for days in range(1, 6):
        event = make_event(programme, topics=["Care"], **when(now - timedelta(days=days)))
        make_pack(event, f"Pack {days}")
        InsightsPack.objects.filter(event=event).update(
            first_published_at=now - timedelta(days=days)
        )

    second = client.get(f"{programme.url}insights/?tag=care&page=2")
    last = client.get(f"{programme.url}insights/?page=3")
    beyond = client.get(f"{programme.url}insights/?page=9")

    assert [card.title for card in second.context["packs"]] == ["Pack 3", "Pack 4"]
    links = BeautifulSoup(second.content, "html.parser").select(".lift-pagination a")
    assert [(a["rel"], a["href"]) for a in links] == [
        (["prev"], "?tag=care"),
        (["next"], "?tag=care&page=3"),
    ]
    assert [card.title for card in last.context["packs"]] == ["Pack 5"]
    assert last.context["pack_listing"].slice.has_next is False
    assert "Nothing lies further back." in beyond.content.decode()


def test_list_of_packs_says_when_filters_leave_nothing(programme, client):
    main = BeautifulSoup(
        client.get(f"{programme.url}insights/?tag=nothing").content, "html.parser"
    ).select_one("main")

    assert main.select_one(".lift-empty").text.startswith("No insights pack fits these filters.")


def test_list_of_packs_is_kept_no_longer_than_until_a_pack_goes(programme, client, now):
    InsightsPack.objects.filter(title="Calm").update(expire_at=now + timedelta(seconds=20))

    response = client.get(f"{programme.url}insights/")

    assert response["Cache-Control"] == "public, max-age=20"


def test_single_pack_needs_no_form(home, client, now):
    programme = make_programme(home)
    make_pack(make_event(programme, **when(now - timedelta(days=1))), "Only")

    listing = client.get(f"{programme.url}insights/").context["pack_listing"]

    assert [card.title for card in listing.items] == ["Only"]
    assert listing.can_be_narrowed is False


def test_latest_packs_are_the_first_of_the_list(programme, rf, now):
    request = rf.get("/")

    titles = [card.title for card in latest_packs(programme, request, now, count=2)]

    assert titles == ["Hidden", "Calm"]


def test_programme_knows_whether_it_has_an_open_pack(programme, home, now):
    assert has_open_packs(programme, now)
    assert not has_open_packs(programme, now - timedelta(days=365))
    assert not has_open_packs(make_programme(home, "Other"), now)


def test_list_of_packs_costs_as_many_queries_for_one_three_and_thirty(home, client, now):
    counts = []
    programme = make_programme(home)
    for number in range(30):
        event = make_event(
            programme, f"E {number}", topics=["Care"], **when(now - timedelta(days=number + 1))
        )
        make_pack(event, f"Pack {number}")
        if number + 1 in (1, 3, 30):
            client.get(f"{programme.url}insights/")
            with CaptureQueriesContext(connection) as captured:
                client.get(f"{programme.url}insights/?tag=care")
            counts.append(len(captured))

    assert counts == [counts[0]] * 3
