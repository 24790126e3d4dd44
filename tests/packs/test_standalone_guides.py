"""A guide without an event is open as soon as it is published; losing an event opens nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import rich_text, streamfield

from tests.admin.posts import PUBLISH, add_url, edit_url, pack_post
from tests.factories import make_event, make_pack, make_programme, when
from wagtail_lift.packs.openness import only_open
from wagtail_lift.pages.models import InsightsPack
from wagtail_lift.seo.sitemaps import entries_of_pack

WORDS = "Listen to each other for an hour"
GUIDE = [("purpose", f"<p>{WORDS}.</p>")]
POSTED = streamfield([("purpose", rich_text(f"<p>{WORDS}.</p>"))])
NOTHING = streamfield([])


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def library(home):
    return make_programme(home, "Library", slug="library")


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def guide(library):
    return make_pack(library, "Listening", slug="listening", stands_alone=True, guide=GUIDE)


def get(url):
    return Client().get(url).content.decode()


# How each door tells whether a pack called "Listening" in the programme "Library" is open.
DOORS = {
    "its page": lambda: "Open the guide" in get("/library/listening/"),
    "its guide": lambda: WORDS in get("/library/listening/guide/"),
    "its Markdown": lambda: WORDS in get("/library/listening/guide/markdown/"),
    "the list of packs": lambda: "Listening" in get("/library/insights/"),
    "the news feed": lambda: "Listening" in get("/library/feed/"),
    "the JSON feed": lambda: "Listening" in get("/library/feed/json/"),
    "API v2": lambda: [p["title"] for p in Client().get("/api/v2/insights/").json()["items"]] != [],
    "API v2, its page": lambda: (
        Client().get(f"/api/v2/pages/{InsightsPack.objects.get().pk}/").json().get("is_open")
    ),
    "the query of many": lambda: only_open(InsightsPack.objects.all(), timezone.now()).exists(),
    "a sitemap": lambda: (
        entries_of_pack(InsightsPack.objects.get(), [{"location": "/"}], None, timezone.now()) != []
    ),
    "the pack itself": lambda: InsightsPack.objects.get().is_open,
}


def doors():
    return {name: bool(is_open()) for name, is_open in DOORS.items()}


def test_guide_without_an_event_is_open_at_every_door(guide):
    assert doors() == dict.fromkeys(DOORS, True)


def test_guide_says_that_it_is_one_and_not_an_insights_pack(guide, client):
    html = client.get(guide.url).content.decode()

    assert '<p class="lift-kicker">DIY event guide</p>' in html
    assert "Insights pack" not in html
    assert "About this guide" in html


@pytest.mark.parametrize(
    "learnt",
    [{"insights": [("paragraph", "<p>Much.</p>")]}, {"people_count": 4}],
    ids=["text", "number"],
)
def test_pack_with_something_learnt_says_that_it_is_an_insights_pack(library, client, learnt):
    pack = make_pack(library, stands_alone=True, guide=GUIDE, **learnt)

    assert '<p class="lift-kicker">Insights pack</p>' in client.get(pack.url).content.decode()


def test_hidden_guide_without_an_event_is_open_at_no_door(guide, library):
    PageViewRestriction.objects.create(page=library, restriction_type="login")

    assert doors() == dict.fromkeys(DOORS, False)


def test_event_can_be_inspired_by_a_guide_without_an_event(guide, programme, client, now):
    event = make_event(programme, inspired_by=guide, **when(now + timedelta(days=3)))

    assert client.get(event.url).context["inspired_by"] == guide
    assert [page.pk for page in guide.reruns] == [event.pk]


@pytest.mark.parametrize("way", ["page", "above", "query set", "row"])
@pytest.mark.parametrize("is_drafted_again", [False, True])
def test_pack_is_opened_by_no_deletion_of_its_event(library, home, now, way, is_drafted_again):
    above = make_programme(home, "Town")
    event = make_event(above, **when(now + timedelta(days=3)))
    pack = make_pack(library, "Listening", slug="listening", event=event, guide=GUIDE)
    if is_drafted_again:
        pack.save_revision()

    if way == "page":
        event.delete()
    elif way == "above":
        Page.objects.get(pk=above.pk).delete()
    elif way == "query set":
        Page.objects.filter(pk=event.pk).delete()
    else:  # as a database may do
        InsightsPack.objects.update(event=None)

    assert doors() == dict.fromkeys(DOORS, False)
    InsightsPack.objects.get().get_latest_revision_as_object().save_revision().publish()
    assert doors() == dict.fromkeys(DOORS, False)


def test_guide_that_gets_an_event_waits_for_it_and_never_stands_alone_again(guide, programme, now):
    event = make_event(programme, **when(now + timedelta(days=3)))
    guide.event = event
    guide.save_revision().publish()
    with_event = doors()

    event.delete()

    assert (with_event, doors()) == (dict.fromkeys(DOORS, False),) * 2


def test_copy_of_a_pack_that_waits_for_its_event_stands_not_alone(library, programme, now):
    event = make_event(programme, **when(now + timedelta(days=3)))
    pack = make_pack(library, "About", event=event, guide=GUIDE)
    draft = make_pack(library, "Draft", event=event, guide=GUIDE, live=False)

    copies = [
        each.copy(update_attrs={"slug": f"copy-{each.pk}"}, keep_live=False)
        for each in (pack, draft)
    ]

    for copy in copies:
        copy.save_revision().publish()
        assert InsightsPack.objects.get(pk=copy.pk).is_open is False


def test_copy_and_alias_of_a_guide_without_an_event_stand_alone(guide, library):
    guide.copy(update_attrs={"slug": "copy"})
    guide.create_alias(update_slug="alias")

    assert [pack.is_open for pack in InsightsPack.objects.all()] == [True] * 3
    assert only_open(InsightsPack.objects.all(), timezone.now()).count() == 3


def test_form_makes_a_guide_without_an_event_open_once_it_is_published(admin_session, library):
    fields = {"title": "Listening", "slug": "listening", "guide": POSTED}
    admin_session.post(add_url("insightspack", library), pack_post(**fields))
    drafted = doors()
    pack = InsightsPack.objects.get()

    admin_session.post(edit_url(pack), pack_post(**fields, **PUBLISH))

    assert drafted["the pack itself"] is False
    assert doors() == dict.fromkeys(DOORS, True)


@pytest.mark.parametrize("was_published", [False, True])
def test_form_makes_a_guide_of_a_draft_from_which_the_event_is_taken(
    admin_session, library, programme, now, was_published
):
    event = make_event(programme, **when(now + timedelta(days=3)))
    fields = {"title": "Listening", "slug": "listening", "guide": POSTED}
    first = pack_post(**fields, event=event.pk, **(PUBLISH if was_published else {}))
    admin_session.post(add_url("insightspack", library), first)
    pack = InsightsPack.objects.get()

    admin_session.post(edit_url(pack), pack_post(**fields, event="", **PUBLISH))

    assert InsightsPack.objects.get().event is None
    assert InsightsPack.objects.get().is_open is not was_published


def test_pack_without_event_and_guide_stays_closed(admin_session, library):
    fields = {"title": "Listening", "slug": "listening", "guide": NOTHING}
    admin_session.post(add_url("insightspack", library), pack_post(**fields, **PUBLISH))

    assert InsightsPack.objects.get().is_open is False


def test_api_makes_a_guide_without_an_event(library, superuser):
    pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
    from tests.api.v3.conftest import V3Client

    body = {
        "meta": {
            "type": "wagtail_lift_pages.InsightsPack",
            "parent_id": library.pk,
            "action": "publish",
        },
        "title": "Listening",
        "slug": "listening",
        "guide": [{"type": "purpose", "value": f"<p>{WORDS}</p>"}],
        "group_size_from": 6,
    }

    status, answer = V3Client(superuser)("post", "pages/", body)

    assert status == 201, answer
    assert (answer["is_guide_only"], answer["group_size_from"]) == (True, 6)
    assert doors() == dict.fromkeys(DOORS, True)


@pytest.mark.parametrize(
    ("least", "most", "is_refused"), [(7, 6, True), (6, 6, False), (7, "", False)]
)
def test_largest_group_smaller_than_the_smallest_is_refused_at_its_field(
    admin_session, library, least, most, is_refused
):
    post = pack_post(group_size_from=least, group_size_to=most, **PUBLISH)

    response = admin_session.post(add_url("insightspack", library), post)

    assert (response.status_code == 200) is is_refused
    assert ("must not be smaller" in response.content.decode()) is is_refused


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ((6, 60), "For 6 to 60 people."),
        ((6, None), "For 6 people or more."),
        ((None, 1), "For 1 person at most."),
        ((4, 4), "For 4 people."),
    ],
)
def test_guide_says_for_how_many_people_it_is(library, client, sizes, words):
    least, most = sizes
    pack = make_pack(
        library, stands_alone=True, guide=GUIDE, group_size_from=least, group_size_to=most
    )

    for url in (pack.url, f"{pack.url}guide/", f"{pack.url}guide/markdown/"):
        assert words in " ".join(client.get(url).content.decode().split())


def test_guide_says_how_long_it_takes_without_what_can_be_left_out(library, client):
    rounds = [
        ("round", {"title": "Pairs", "minutes": 70}),
        ("round", {"title": "Stories", "minutes": 20, "can_be_left_out": True}),
    ]
    pack = make_pack(library, stands_alone=True, guide=rounds)

    for url in (pack.url, f"{pack.url}guide/"):
        text = " ".join(client.get(url).content.decode().split())
        assert "It takes 1 hour 30 minutes." in text
        assert "If time is short: 1 hour 10 minutes, without Stories." in text
    assert "can be left out" in text
