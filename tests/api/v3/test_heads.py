"""What stands around a page, in data equal to what the page itself prints."""

import json
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, when
from tests.seo.heads import make_full_event
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import JoinLinkRule
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home, slug="talks", introduction="<p>Come &amp; talk.</p>")


@pytest.fixture
def event(programme, now):
    event = make_full_event(programme, now, slug="kindness", booking_mode="not_needed")
    make_pack(event, "Learnt", slug="pack", opens_early=True, guide=[("preparation", ["Tea"])])
    return event


def head(client, page, path=""):
    status, answer = client("get", f"lift/pages/{page.pk}/head/?path={path}")
    assert status == 200, answer
    return answer


def languages_printed(soup):
    """Return language and address of each translation that a page names in its head."""
    links = soup.find_all("link", rel="alternate", hreflang=True)
    return [(link["hreflang"], link["href"]) for link in links]


def soup_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def printed(soup):
    """Return what a page prints, in the form of the API's answer."""
    metas = {
        tag.get("property") or tag.get("name"): tag["content"]
        for tag in soup.find_all("meta", content=True)
    }
    script = soup.find("script", type="application/ld+json")
    image = metas.get("og:image") and {
        "url": metas["og:image"],
        "width": int(metas["og:image:width"]),
        "height": int(metas["og:image:height"]),
        "alt": metas.get("og:image:alt", ""),
    }
    return {
        "language": soup.html["lang"],
        "direction": soup.html["dir"],
        "json_ld": script.string if script else "",
        "sharing": {
            "title": metas["og:title"],
            "description": metas.get("description", ""),
            "url": soup.find("link", rel="canonical")["href"],
            "kind": metas["og:type"],
            "card": metas["twitter:card"],
            "locale": metas["og:locale"],
            "site_name": metas["og:site_name"],
            "image": image,
        },
        "breadcrumbs": [
            {"title": link.text, "url": f"http://testserver{link['href']}"}
            for link in soup.select(".lift-breadcrumb__link")
        ],
        "links": [
            {"rel": "alternate", "type": link["type"], "title": link["title"], "href": link["href"]}
            for link in soup.find_all("link", rel="alternate", type=True)
        ],
    }


PATHS = [
    "",
    "?when=past",
    "calendar/",
    "calendar/2026/12/",
    "hosts/ada-bell/",
    "insights/",
]


@pytest.mark.parametrize("path", PATHS)
def test_head_of_a_programme_is_what_it_prints(programme, event, client, anybody, path):
    soup = soup_of(client, f"/talks/{path}")

    answer = head(anybody, programme, path)

    assert {name: answer[name] for name in printed(soup)} == printed(soup)
    assert answer["sharing"]["title"] == soup.title.text
    assert answer["status"] is None


@pytest.mark.parametrize("path", ["", "?date=nonsense", "pack/", "pack/guide/"])
def test_head_of_event_and_pack_is_what_they_print(event, client, anybody, path):
    soup = soup_of(client, f"/talks/kindness/{path}")

    _, found = anybody("get", f"lift/find/?include=head&url=/talks/kindness/{path}")

    answer = found["head"]
    assert {name: answer[name] for name in printed(soup)} == printed(soup)
    assert answer["sharing"]["title"] == soup.title.text


def steps_printed(soup):
    """Return label and address of each step that a page offers."""
    items = soup.select(".lift-steps__item")
    return [
        (
            " ".join(item.get_text(" ", strip=True).split()),
            item.a["href"] if item.a else "",
        )
        for item in items
    ]


def absolute(url):
    return f"http://testserver{url}" if url.startswith("/") else url


STATES = {
    "drop_in": {"booking_mode": "not_needed", "map_url": "https://map.example/"},
    "available": {"booking_mode": "elsewhere", "booking_url": "https://book.example/"},
    "full": {
        "booking_mode": "elsewhere",
        "booking_url": "https://book.example/",
        "booking_places": "full",
    },
    "undated": {"start_date": None, "start_time": None, "end_date": None, "end_time": None},
    "several": {"recurrence_rule": "FREQ=DAILY;COUNT=3"},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("days", [-9, 0, 9])
def test_status_and_steps_are_what_the_event_prints(programme, client, anybody, now, state, days):
    event = make_event(
        programme, slug="it", **{**when(now + timedelta(days=days)), **STATES[state]}
    )
    make_event(programme, "Other", **when(now + timedelta(days=20)))

    for path in ("", "?date=2026-12-03"):
        soup = soup_of(client, f"/talks/it/{path}")
        told = head(anybody, event, path)["status"]

        assert told["label"] == soup.select_one(".lift-hero .lift-badge").text
        assert told["sentence"] == soup.select_one("#lift-next-title").text
        steps = [(step["label"], step["url"]) for step in told["next_steps"]]
        assert steps == [(label, absolute(url)) for label, url in steps_printed(soup)]


def test_one_cancelled_date_has_a_sentence_of_its_own(programme, client, anybody, superuser, now):
    event = make_event(
        programme, slug="it", recurrence_rule="FREQ=DAILY;COUNT=2", **when(now + timedelta(days=2))
    )
    first = event.lift_event.meetings.order_by("starts_at").first()
    cancel_meeting(first, user=superuser)

    soup = soup_of(client, "/talks/it/?date=2026-11-25")
    told = head(anybody, event, "?date=2026-11-25")["status"]

    assert told["sentence"] == soup.select_one("#lift-next-title").text == "This date is cancelled."


def test_join_link_is_told_while_the_page_tells_it(programme, client, anybody, now):
    event = make_event(
        programme,
        slug="it",
        attendance_mode="online",
        join_url="https://join.example/room",
        join_link_rule=JoinLinkRule.EVERYONE,
        **when(now),
    )

    told = head(anybody, event)["status"]["next_steps"][:1]
    with time_machine.travel(now - timedelta(days=1), tick=False):
        before = str(head(anybody, event))

    assert told == [{"kind": "join", "label": "Join online", "url": "https://join.example/room"}]
    assert "join.example" not in before


def test_calendar_links_are_those_of_the_page(programme, event, client, anybody):
    for page in (programme, event):
        soup = soup_of(client, page.url)
        shown = [link["href"] for link in soup.select(".lift-calendars a")]
        told = head(anybody, page)["calendar"]
        names = ("subscribe_url", "google_url", "outlook_url", "download_url", "feed_url")
        assert [told[name] for name in names if told[name]] == shown


def test_alternates_are_the_translations_that_the_reader_may_see(
    event, anybody, visitor, client_of
):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    copy = event.copy_for_translation(french, copy_parents=True)
    copy.title, copy.slug = "Gentillesse", "gentillesse"
    copy.save_revision().publish()
    copy = type(event).objects.get(pk=copy.pk)
    expected = [
        {"locale": "en", "title": event.title, "url": event.full_url},
        {"locale": "fr", "title": "Gentillesse", "url": copy.full_url},
    ]

    assert head(anybody, event)["alternates"] == head(anybody, copy)["alternates"] == expected
    PageViewRestriction.objects.create(page=copy, restriction_type="login")
    assert head(anybody, event)["alternates"] == []
    assert head(client_of(visitor), event)["alternates"] == expected


@pytest.fixture
def in_french(programme, event):
    """The programme, its event and its pack in French."""
    french = Locale.objects.get_or_create(language_code="fr")[0]
    for page in (programme, event, InsightsPack.objects.get()):
        copy = page.copy_for_translation(french, copy_parents=True)
        copy.slug = f"{page.slug}-fr"
        copy.save_revision().publish()
    return french


def both(path, french):
    return [("en", f"http://testserver/{path}"), ("fr", f"http://testserver/{french}")]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("talks/", both("talks/", "talks-fr/")),
        ("talks/?when=past", both("talks/", "talks-fr/")),
        ("talks/calendar/", both("talks/calendar/", "talks-fr/calendar/")),
        ("talks/insights/", both("talks/insights/", "talks-fr/insights/")),
        ("talks/calendar/2026/12/", []),
        ("talks/hosts/ada-bell/", []),
        ("talks/kindness/", both("talks/kindness/", "talks-fr/kindness-fr/")),
        ("talks/kindness/pack/", both("talks/kindness/pack/", "talks-fr/kindness-fr/pack-fr/")),
        (
            "talks/kindness/pack/guide/",
            both("talks/kindness/pack/guide/", "talks-fr/kindness-fr/pack-fr/guide/"),
        ),
    ],
)
def test_languages_of_a_page_are_the_same_in_its_head_and_in_data(
    in_french, client, anybody, path, expected
):
    status, found = anybody("get", f"lift/find/?include=head&url=/{path}")

    assert status == 200
    assert languages_printed(soup_of(client, f"/{path}")) == expected
    assert [(each["locale"], each["url"]) for each in found["head"]["alternates"]] == expected


@pytest.mark.parametrize("change", [{"live": False}, {"guide": None}, {"opens_early": False}])
def test_guide_that_is_not_there_in_a_language_is_not_named(in_french, client, anybody, change):
    InsightsPack.objects.filter(locale=in_french).update(**change)
    path = "/talks/kindness/pack/guide/"

    _, found = anybody("get", f"lift/find/?include=head&url={path}")

    assert languages_printed(soup_of(client, path)) == found["head"]["alternates"] == []


@pytest.mark.parametrize(
    "path", ["ics/", "feed/", "nothing/", "/talks/", "../", "//elsewhere.example/", "hosts/nobody/"]
)
def test_what_is_no_html_of_the_page_has_no_head(programme, event, home, anybody, path):
    assert anybody("get", f"lift/pages/{programme.pk}/head/?path={path}")[0] == 404


def test_draft_and_other_peoples_pages_have_no_head(programme, event, home, anybody):
    draft = make_event(programme, "Draft", live=False)
    PageViewRestriction.objects.create(page=event, restriction_type="login")

    keys = (draft.pk, event.pk, home.pk, 0, 999999)
    answers = {key: anybody("get", f"lift/pages/{key}/head/") for key in keys}

    assert {status for status, _ in answers.values()} == {404}
    assert len({json.dumps(body) for _, body in answers.values()}) == 1


def test_head_behind_a_password_takes_it(event, anybody):
    PageViewRestriction.objects.create(page=event, restriction_type="password", password="open")

    status, answer = anybody("get", f"lift/pages/{event.pk}/head/")
    assert (status, answer["errors"][0]["type"]) == (403, "password_required")
    assert event.title not in str(answer)
    anybody.headers = {"X-Page-Password": "open"}
    assert head(anybody, event)["sharing"]["title"] == event.title


@pytest.mark.parametrize("key", ["99999999999999999999", "x"])
def test_senseless_key_is_no_fault_of_the_server(home, anybody, key):
    response = anybody.http.get(f"/api/v3/lift/pages/{key}/head/")

    assert response.status_code in (400, 404)
