"""Hosts with their events, open packs, and the search over all of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.conftest import searches_at_once
from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.models import HostProfile, Meeting


def names(answer):
    return [item.get("name") or item["title"] for item in answer["items"]]


def test_hosts_are_listed_by_name_with_each_identity(event, anybody):
    make_host("HIDDEN Sam", is_listed=False)
    make_host("HIDDEN Hal", live=False)

    status, answer = anybody("get", "lift/hosts/")
    _, second = anybody("get", "lift/hosts/?limit=1&offset=1")

    ada = HostProfile.objects.get(name="Ada Bell")
    assert status == 200, answer
    assert answer["count"] == 2
    assert answer["items"][0] == {
        "id": ada.pk,
        "slug": "ada-bell",
        "translation_key": str(ada.translation_key),
        "locale": "en",
        "kind": "person",
        "name": "Ada Bell",
        "display_name": "Ada Bell",
        "initials": "AB",
        "position": "",
        "organisation": "",
        "photo": None,
        "urls": ["http://testserver/conversations/hosts/ada-bell/"],
    }
    assert (names(answer), names(second)) == (["Ada Bell", "Bo Carr"], ["Bo Carr"])


def test_programme_has_the_hosts_of_its_events(event, home, anybody):
    others = make_programme(home, "Others")
    make_event(others, "Elsewhere", hosts=[make_host("Cid Dow")])

    assert names(anybody("get", f"lift/hosts/?programme={others.pk}")[1]) == ["Cid Dow"]


def test_host_has_their_events_and_the_address_of_more(event, programme, anybody):
    ada = HostProfile.objects.get(name="Ada Bell")
    make_event(programme, "Second", hosts=[ada])

    status, answer = anybody("get", "lift/hosts/ada-bell/?limit=1&tag=care")
    _, first = anybody("get", "lift/hosts/ada-bell/?limit=1")
    _, rest = anybody("get", first["events"]["next"].partition("/api/v3/")[2])

    assert status == 200, answer
    assert answer["host"]["name"] == "Ada Bell"
    assert (names(answer["events"]), answer["events"]["next"]) == (["Kindness at work"], None)
    assert (names(first["events"]), names(rest)) == (["Kindness at work"], ["Second"])


def test_host_is_answered_with_all_that_their_page_shows(event, home, anybody):
    ada = HostProfile.objects.get(name="Ada Bell")
    ada.pronouns, ada.website = "she/her", "https://example.org/ada"
    ada.biography = f'<p><a linktype="page" id="{home.pk}">Home</a></p>'
    ada.links = [("link", {"label": "Notes", "url": "https://example.org/notes"})]
    ada.tags.add("carer")
    ada.save()

    _, stored = anybody("get", "lift/hosts/ada-bell/")
    _, html = anybody("get", "lift/hosts/ada-bell/?rich_text_format=html")
    status, _ = anybody("get", "lift/hosts/ada-bell/?rich_text_format=pdf")

    assert {name: html["host"][name] for name in ("pronouns", "website", "links", "tags")} == {
        "pronouns": "she/her",
        "website": "https://example.org/ada",
        "links": [{"label": "Notes", "url": "https://example.org/notes"}],
        "tags": ["carer"],
    }
    assert stored["host"]["biography"] == ada.biography
    assert html["host"]["biography"] == '<p><a href="http://testserver/">Home</a></p>'
    assert status == 400
    assert "email" not in html["host"]


def test_programme_shows_a_host_of_none_of_its_events_as_its_page_does(
    event, home, anybody, client
):
    others = make_programme(home, "Others", slug="others")

    status, answer = anybody("get", f"lift/hosts/ada-bell/?programme={others.pk}")

    (url,) = answer["host"]["urls"]
    assert url == "http://testserver/others/hosts/ada-bell/"
    assert client.get(url).status_code == status == 200
    assert (answer["host"]["name"], answer["events"]["items"]) == ("Ada Bell", [])


@pytest.mark.parametrize("hide", [{"is_listed": False}, {"live": False}])
def test_host_who_is_not_public_is_not_found(event, anybody, hide):
    make_host("Sam Hidden", slug="sam", **hide)

    assert [anybody("get", f"lift/hosts/{slug}/")[0] for slug in ("sam", "nobody")] == [404, 404]


def test_open_packs_are_listed_with_their_event_and_date(open_pack, closed_pack, anybody):
    status, answer = anybody("get", "lift/packs/")

    event = open_pack.event.specific
    url = "http://testserver/conversations/long-ago/"
    meeting = Meeting.objects.get(event__source=event)
    assert status == 200, answer
    assert answer == {
        "items": [
            {
                "id": open_pack.pk,
                "type": "wagtail_lift_pages.InsightsPack",
                "title": "What we learnt",
                "url": f"{url}what-we-learnt/",
                "slug": "what-we-learnt",
                "translation_key": str(open_pack.translation_key),
                "introduction": "We learnt much.",
                "guide_url": f"{url}what-we-learnt/guide/",
                "first_published_at": None,
                "event": {
                    "id": event.pk,
                    "type": "wagtail_lift_pages.EventPage",
                    "title": "Long ago",
                    "url": url,
                },
                "date": {
                    "key": "2025-11-23T12:00",
                    "uid": f"{meeting.uid}@wagtail-lift",
                    "starts_at": "2025-11-23T12:00:00Z",
                    "local_starts_at": "2025-11-23T12:00:00+00:00",
                },
            }
        ],
        "next": None,
    }


def test_packs_are_found_by_event_topic_and_host(programme, past_event, open_pack, now, anybody):
    ada = make_host("Ada Bell")
    other = make_event(
        programme, "Other", hosts=[ada], topics=["care"], **when(now.replace(year=2024))
    )
    make_pack(other, "Others learnt")

    found = {
        query: names(anybody("get", f"lift/packs/?{query}")[1])
        for query in (
            f"event={past_event.pk}",
            f"host={ada.translation_key}",
            "tag=care",
            "tag=nothing",
            "event=999999",
            "from=2025-01-01",
        )
    }

    assert found == {
        f"event={past_event.pk}": ["What we learnt"],
        f"host={ada.translation_key}": ["Others learnt"],
        "tag=care": ["Others learnt"],
        "tag=nothing": [],
        "event=999999": [],
        "from=2025-01-01": ["What we learnt"],
    }


def test_pack_of_an_event_that_is_not_public_names_no_event(programme, home, past_event, anybody):
    hidden = make_programme(home, "Hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    pack = make_pack(programme, "Learnt", event=past_event, opens_early=True)
    past_event.move(hidden, "last-child")

    _, answer = anybody("get", "lift/packs/")
    by_event = anybody("get", f"lift/packs/?event={past_event.pk}")[1]["items"]

    (item,) = answer["items"]
    assert (item["id"], item["event"], item["date"]) == (pack.pk, None, None)
    assert by_event == []


@searches_at_once
def test_search_finds_events_packs_and_hosts(indexed, event, open_pack, anybody):
    make_host("Kindness Kay")

    status, answer = anybody("get", "lift/search/?q=kindness")
    _, learnt = anybody("get", "lift/search/?q=learnt")

    assert status == 200, answer
    assert [card["title"] for card in answer["events"]] == ["Kindness at work", "Long ago"]
    assert [host["name"] for host in answer["hosts"]] == ["Kindness Kay"]
    assert [pack["title"] for pack in learnt["packs"]] == ["What we learnt"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("search/", "q"),
        ("search/?q=", "q"),
        ("search/?tag=x", "tag"),
        ("packs/?when=past", "when"),
        ("packs/?event=x", "event"),
        ("packs/?offset=-1", "offset"),
        ("hosts/?offset=1e9", "offset"),
        ("hosts/?host=x", "host"),
        ("hosts/ada-bell/?host=x", "host"),
    ],
)
def test_parameter_that_means_nothing_is_named(event, anybody, path, name):
    status, answer = anybody("get", f"lift/{path}")

    assert (status, [error["loc"] for error in answer["errors"]]) == (400, [[name]])


@pytest.mark.parametrize("path", ["hosts/", "packs/", "hosts/ada-bell/"])
def test_list_costs_the_same_for_one_and_for_three(programme, now, anybody, path):
    ada, counts = make_host("Ada Bell"), []
    for number in range(1, 4):
        hosts = [ada, make_host(f"Host {number}")]
        past = when(now.replace(year=2024))
        make_pack(make_event(programme, f"Event {number}", hosts=hosts, **past), "Learnt")
        if number in (1, 3):
            anybody("get", f"lift/{path}")
            with CaptureQueriesContext(connection) as queries:
                anybody("get", f"lift/{path}")
            counts.append(len(queries))

    assert counts == [counts[0]] * 2
