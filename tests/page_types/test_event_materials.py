"""Updates and materials of an event, at each door."""

import json
from datetime import date, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from tests.conftest import searches_at_once
from tests.factories import make_event, make_pack, make_programme, when
from wagtail_lift.actions import duplicate_event
from wagtail_lift.domain.schedule import TypedDates
from wagtail_lift.enums import Notice
from wagtail_lift.pages.models import EventPage

FILM = "https://films.example.org/talk"


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


def update(text, **values):
    return ("update", {"text": f"<p>{text}</p>", **values})


def recording(title="The talk", **values):
    given = {"title": title, "url": FILM, "kind": "film", "captions": "no", **values}
    return ("recording", given)


def stored(*children):
    return json.dumps([{"type": kind, "value": value} for kind, value in children])


def sections_of(client, page, route=""):
    html = BeautifulSoup(client.get(f"{page.url}{route}").content, "html.parser")
    return [title.get_text(strip=True) for title in html.select("h2.lift-section-title")], html


def test_new_update_gets_the_moment_of_saving_in_the_zone_of_the_event(programme, now):
    event = make_event(programme, updates=stored(update("Room 2")), **when(now))

    value = EventPage.objects.get(pk=event.pk).updates[0].value

    assert (value["date"], value["time"]) == (date(2026, 11, 23), time(12, 0))


def test_corrected_update_keeps_its_moment(programme, now, frozen):
    event = make_event(programme, updates=stored(update("Rom 2")), **when(now))
    frozen.move_to(now + timedelta(hours=1))
    event = EventPage.objects.get(pk=event.pk)
    event.updates[0].value["text"].source = "<p>Room 2</p>"

    event.save_revision().publish()

    (told,) = EventPage.objects.get(pk=event.pk).updates_in(event.timezone)
    assert (told.text.source, told.at) == ("<p>Room 2</p>", now)


def test_updates_stand_above_the_text_until_the_event_has_ended(programme, client, now, frozen):
    body = [("heading", {"text": "Come", "level": "2"})]
    reading = [("reading", {"title": "Read", "url": "https://example.org/"})]
    updates = stored(update("Old", date="2026-11-01"), update("New"))
    event = make_event(
        programme, updates=updates, body=body, reading=reading, **when(now + timedelta(hours=1))
    )

    before, html = sections_of(client, event)
    told = [item.get_text(" ", strip=True) for item in html.select(".lift-updates__item")]
    frozen.move_to(now + timedelta(days=1))
    after, _html = sections_of(client, event)

    assert before == ["Updates", "Recommended reading"]
    assert after == ["Recommended reading", "Updates"]
    assert told == [
        "Monday 23 November 2026, noon London time (GMT) New",
        "Sunday 1 November 2026 London time (GMT) Old",
    ]
    moments = [moment["datetime"] for moment in html.select(".lift-updates time")]
    assert moments == ["2026-11-23T12:00:00+00:00", "2026-11-01T00:00:00+00:00"]


def test_update_that_is_dated_later_is_told_to_the_editor(programme, now):
    event = make_event(programme, updates=stored(update("Soon", date="2027-01-01")), **when(now))

    told = event.get_editor_notices(now)

    (notice,) = [each for each in told if each.notice is Notice.UPDATE_TO_COME]
    assert (notice.about, notice.where) == ("1 Jan 2027, 00:00", "Event › Updates")


@pytest.mark.parametrize("make", [make_event, make_pack])
def test_recording_that_some_people_miss_is_told_to_the_editor(programme, now, make):
    page = make(programme, materials=stored(recording(), recording("Fine", captions="yes")))

    told = {each.notice: each for each in page.get_editor_notices(now)}

    assert told[Notice.RECORDING_WITHOUT_WORDS].about == "The talk"
    assert told[Notice.RECORDING_WITHOUT_WORDS].where.endswith("› Recordings and other materials")


def test_materials_are_shown_before_and_after_the_event(programme, client, now, frozen):
    event = make_event(programme, materials=stored(recording()), **when(now + timedelta(hours=1)))

    for days in (0, 1):
        frozen.move_to(now + timedelta(days=days))
        sections, html = sections_of(client, event)
        assert sections == ["To watch, read and look at"]
        assert html.select_one(".lift-recording__link")["href"] == FILM


@pytest.fixture
def told_by_its_pack(programme, now):
    """An event that has taken place, with a recording of its own and one that its pack has too."""
    own = recording("Only here", url="https://films.example.org/2")
    event = make_event(
        programme, materials=stored(recording(), own), **when(now - timedelta(days=2))
    )
    make_pack(event, "Learnt", slug="learnt", materials=stored(recording("In the pack")))
    return EventPage.objects.get(pk=event.pk)


def test_what_the_open_pack_tells_is_not_told_twice(told_by_its_pack, client):
    event = told_by_its_pack

    _sections, html = sections_of(client, event)
    _sections, of_pack = sections_of(client, event, "learnt/")
    read = client.get(f"/api/v2/pages/{event.pk}/").json()

    titles = [link.text for link in html.select(".lift-recording__link")]
    assert titles == ["Only here"]
    assert [link.text for link in of_pack.select(".lift-recording__link")] == ["In the pack"]
    assert [block["value"]["title"] for block in read["materials"]] == titles


def test_event_tells_all_itself_while_its_pack_is_closed(told_by_its_pack, client):
    event = told_by_its_pack
    event.get_children().get().specific.unpublish()

    _sections, html = sections_of(client, event)

    titles = [link.text for link in html.select(".lift-recording__link")]
    assert titles == ["The talk", "Only here"]


def graph_of(html):
    items = json.loads(html.select_one('script[type="application/ld+json"]').string)
    return items.get("@graph", [items])


def test_structured_data_say_what_is_known_of_a_recording(programme, client, now):
    words = {"text": "<p>Good evening.</p>"}
    known = recording(captions="yes", minutes=75, date="2026-11-20", transcript=words)
    event = make_event(
        programme,
        venue_name="Hall",
        materials=stored(known, recording("Bare", kind="sound", captions="not_needed")),
        **when(now - timedelta(days=2)),
    )

    _sections, html = sections_of(client, event)

    (told,) = [item for item in graph_of(html) if item["@type"] == "Event"]
    assert told["recordedIn"] == [
        {
            "@type": "VideoObject",
            "name": "The talk",
            "url": FILM,
            "duration": "PT75M",
            "dateCreated": "2026-11-20",
            "accessibilityFeature": ["captions", "transcript"],
        },
        {"@type": "AudioObject", "name": "Bare", "url": FILM},
    ]


def test_structured_data_of_a_pack_have_its_recordings_as_parts(told_by_its_pack, client):
    _sections, html = sections_of(client, told_by_its_pack, "learnt/")

    (told,) = [item for item in graph_of(html) if item["@type"] == "CreativeWork"]
    assert told["hasPart"] == [{"@type": "VideoObject", "name": "In the pack", "url": FILM}]


def test_updates_and_materials_are_read_as_markdown(programme, client, now):
    words = {"text": "<p>Good evening.</p>"}
    event = make_event(
        programme,
        updates=stored(update("We moved to <b>room 2</b>")),
        materials=stored(recording(transcript=words)),
        **when(now + timedelta(days=1)),
    )

    text = client.get(f"{event.url}markdown/").content.decode()

    assert "## Updates" in text
    assert "We moved to **room 2**" in text
    assert f"### [The talk]({FILM})" in text
    assert "This recording has no captions." in text
    assert "Good evening." in text


def test_version_2_tells_updates_newest_first_with_their_instants(programme, client, now):
    updates = stored(update("Old", date="2026-07-01", time="12:00"), update("New"))
    event = make_event(programme, updates=updates, **when(now + timedelta(days=1)))

    read = client.get(f"/api/v2/pages/{event.pk}/").json()

    told = [(each["at"], each["local_at"], each["text"]) for each in read["latest_updates"]]
    assert told == [
        ("2026-11-23T12:00:00Z", "2026-11-23T12:00:00+00:00", "<p>New</p>"),
        ("2026-07-01T11:00:00Z", "2026-07-01T12:00:00+01:00", "<p>Old</p>"),
    ]
    assert [block["value"]["text"] for block in read["updates"]] == ["<p>Old</p>", "<p>New</p>"]


def test_duplicate_takes_neither_updates_nor_materials(programme, superuser, now):
    event = make_event(
        programme, updates=stored(update("A")), materials=stored(recording()), **when(now)
    )

    dates = TypedDates(date(2027, 7, 1), time(10), None, time(11), "Europe/London")
    copy = duplicate_event(event, dates, user=superuser)

    assert (len(copy.updates), len(copy.materials)) == (0, 0)


def test_draft_without_anything_in_its_blocks_is_shown(programme, now):
    empty = [("recording", {}), ("slides", {}), ("transcript", {}), ("gallery", {})]
    event = make_event(programme, live=False, updates=stored(("update", {})))
    event.materials = stored(*empty, ("documents", {}))
    event.save_revision()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()

    response = draft.make_preview_request(preview_mode="")

    assert response.status_code == 200


@searches_at_once
@pytest.mark.usefixtures("indexed")
def test_transcripts_and_updates_are_searched_and_those_of_closed_packs_are_not(programme, now):
    words = {"text": "<p>heliotrope</p>"}
    event = make_event(
        programme,
        updates=stored(update("marzipan")),
        materials=stored(recording(transcript=words)),
        **when(now + timedelta(days=1)),
    )
    make_pack(event, materials=stored(recording(transcript={"text": "<p>periwinkle</p>"})))

    engine = get_search_backend()
    found = {
        word: [page.pk for page in engine.search(word, Page.objects.live())]
        for word in ("heliotrope", "marzipan", "periwinkle")
    }

    assert found == {"heliotrope": [event.pk], "marzipan": [event.pk], "periwinkle": []}
