"""An insights pack and its guide."""

from datetime import time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from wagtail_lift.enums import Licence

GUIDE = [
    ("purpose", {"text": "<p>To listen.</p>"}),
    ("round", {"title": "Arrive", "minutes": 20, "what_to_say": "<p>Welcome.</p>", "prompts": []}),
]


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def past_event(home, now):
    return make_event(
        make_programme(home), "Past", hosts=[make_host()], **when(now - timedelta(days=1))
    )


def test_open_pack_shows_its_event(past_event, client):
    pack = make_pack(past_event, guide=GUIDE)

    context = client.get(pack.url).context

    assert context["is_open"] is True
    assert context["event"] == past_event
    assert context["occurrence"].meeting == meeting_of(past_event)
    assert [listed.host.name for listed in context["hosts"]] == ["Ada Bell"]
    assert context["licence"] is Licence.CC_BY
    assert context["guide_url"] == f"{pack.url}guide/"
    assert context["guide_minutes"] == 20


def test_pack_leads_to_what_else_has_the_topics_and_audiences_of_its_event(home, client, now):
    programme = make_programme(home)
    past = when(now - timedelta(days=1))
    event = make_event(programme, topics=["Kindness"], audiences=["Health"], **past)
    pack = make_pack(home, event=event)

    main = BeautifulSoup(client.get(pack.url).content, "html.parser").select_one("main")

    links = [(a["href"], " ".join(a.text.split())) for a in main.select(".lift-tags a")]
    assert links == [
        (f"{programme.url}?audience=health", "More conversations: Health"),
        (f"{programme.url}?tag=kindness", "More conversations: Kindness"),
    ]


def test_pack_of_a_restricted_event_names_no_topic(home, client, now):
    past = when(now - timedelta(days=1))
    event = make_event(make_programme(home), topics=["Secret topic"], **past)
    PageViewRestriction.objects.create(page=event, restriction_type="login")
    pack = make_pack(home, event=event)

    response = client.get(pack.url)

    assert response.context["topics"] == []
    assert b"Secret topic" not in response.content


def test_pack_of_an_event_that_has_not_ended_is_closed(home, client, now):
    event = make_event(make_programme(home), **when(now + timedelta(days=1)))
    pack = make_pack(event, guide=GUIDE, introduction="<p>What nobody knows yet</p>")

    response = client.get(pack.url)

    assert response.context["is_open"] is False
    assert response.context["opens_at"] == now + timedelta(days=1, hours=2)
    assert b"What nobody knows yet" not in response.content
    assert client.get(f"{pack.url}guide/").status_code == 404


def test_pack_opens_at_the_very_end(home, client, now):
    event = make_event(make_programme(home), **when(now - timedelta(hours=2)))
    pack = make_pack(event)

    assert client.get(pack.url).context["is_open"] is True


def test_pack_about_one_date_opens_with_that_date(past_event, client):
    pack = make_pack(past_event, meeting=meeting_of(past_event))

    assert client.get(pack.url).context["is_open"] is True


def test_pack_without_an_event_stays_closed_unless_opened_early(home, client):
    programme = make_programme(home)
    closed = make_pack(programme, "Closed")
    early = make_pack(programme, "Early", opens_early=True)

    assert client.get(closed.url).context["is_open"] is False
    assert client.get(early.url).context["is_open"] is True


def test_pack_of_a_restricted_event_is_public_and_tells_nothing_of_it(past_event, client):
    pack = make_pack(past_event.get_parent(), event=past_event)
    PageViewRestriction.objects.create(page=past_event, restriction_type="login")

    response = client.get(pack.url)

    names = ("is_open", "event", "occurrence", "hosts", "questions")
    assert [response.context[name] for name in names] == [True, None, None, [], {}]
    assert b"Ada Bell" not in response.content


def test_guide_starts_when_the_event_started(past_event, client):
    pack = make_pack(past_event, guide=GUIDE)

    context = client.get(f"{pack.url}guide/").context

    lines = [(line.title, line.starts, line.ends) for line in context["run_sheet"]]
    assert lines == [("Arrive", time(12, 0), time(12, 20))]
    assert context["total_minutes"] == 20


@pytest.mark.parametrize(
    ("starts", "expected"),
    [("19:00", time(19, 0)), ("25:00", time(12, 0)), ("x", time(12, 0)), ("", time(12, 0))],
)
def test_guide_takes_the_starting_time_that_is_asked_for(starts, expected, past_event, client):
    pack = make_pack(past_event, guide=GUIDE)

    context = client.get(f"{pack.url}guide/", {"starts": starts}).context

    assert context["starts"] == expected


def test_guide_of_a_pack_without_an_event_starts_in_the_evening(home, client):
    pack = make_pack(make_programme(home), opens_early=True, guide=GUIDE)

    assert client.get(f"{pack.url}guide/").context["starts"] == time(19, 0)


def test_guide_has_the_title_of_its_pack(past_event, client):
    pack = make_pack(past_event, "What we learnt", guide=GUIDE)

    html = client.get(f"{pack.url}guide/").content.decode()

    assert "<title>DIY event guide · What we learnt</title>" in html
    assert '<h1 class="lift-hero__title"><bdi>What we learnt</bdi></h1>' in html


def test_pack_without_a_guide_has_no_guide_page(past_event, client):
    pack = make_pack(past_event)

    assert client.get(pack.url).context["guide_url"] == ""
    assert client.get(f"{pack.url}guide/").status_code == 404


def test_route_paths_name_the_guide_for_redirects(past_event):
    assert make_pack(past_event).get_route_paths() == [
        "/",
        "/markdown/",
        "/guide/",
        "/guide/markdown/",
        "/pdf/",
        "/cards/",
        "/cards/pdf/",
    ]
