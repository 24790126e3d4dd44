"""The news of a programme as a feed."""

import json
from datetime import time, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from tests.factories import local, make_event, make_pack, make_programme, meeting_of, when
from tests.testapp.models import Workshop
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.feeds import news
from wagtail_lift.models import EventPage, InsightsPack
from wagtail_lift.projection import extend_horizons

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home)


def entries(response, *names) -> list[tuple[str, ...]]:
    feed = ElementTree.fromstring(response.content)  # noqa: S314 -- our own feed
    return [
        tuple(entry.findtext(f"a:{name}", namespaces=ATOM) for name in names)
        for entry in feed.findall("a:entry", ATOM)
    ]


def test_feed_tells_new_events_and_packs_as_they_open(programme, client, now, frozen):
    past = make_event(
        programme, "Past", recurrence_rule="FREQ=DAILY;COUNT=2", **when(now - timedelta(days=9))
    )
    frozen.move_to(now + timedelta(hours=1))
    make_pack(past, "Learnt", introduction="<p>What <b>we</b> learnt &amp; did</p>")
    coming = make_event(programme, "Coming <b>&", **when(now + timedelta(days=9)))
    make_pack(coming, "Closed")
    frozen.move_to(now + timedelta(hours=2))
    workshop = Workshop(title="Mending", summary="<b>Bring</b> a needle\x07", **when(now))
    programme.add_child(instance=workshop)

    response = client.get(f"{programme.url}feed/")

    assert entries(response, "title", "summary", "updated") == [
        (
            "Mending",
            (
                "<p>Has taken place · Monday 23 November 2026, noon, London time (GMT)</p>"
                "<p>&lt;b&gt;Bring&lt;/b&gt; a needle</p>"
            ),
            "2026-11-23T14:00:00+00:00",
        ),
        (
            "Coming <b>&",
            (
                "<p>Drop in · Wednesday 2 December 2026, noon, London time (GMT)</p>"
                "<p>A conversation about kindness.</p>"
            ),
            "2026-11-23T13:00:00+00:00",
        ),
        (
            "Past",
            (
                "<p>Insights open · Sunday 15 November 2026, noon, London time (GMT)</p>"
                "<p>A conversation about kindness.</p>"
            ),
            "2026-11-23T12:00:00+00:00",
        ),
        ("Learnt", "<p>What we learnt &amp; did</p>", "2026-11-15T14:00:00+00:00"),
    ]
    feed = ElementTree.fromstring(response.content)  # noqa: S314 -- our own feed
    links = [link.get("href") for link in feed.findall(".//a:entry/a:link", ATOM)]
    assert links[1:] == [
        "http://testserver/conversations/coming-b/",
        "http://testserver/conversations/past/",
        "http://testserver/conversations/past/learnt/",
    ]
    assert feed.findtext("a:id", namespaces=ATOM) == programme.translation_key.urn
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"


def cancel(event, now):
    cancel_meeting(meeting_of(event), user=None, public_note="The <room> is gone.")


def postpone(event, now):
    postpone_meeting(meeting_of(event), user=None)


def move(event, now):
    starts_at = now + timedelta(days=20)
    ends_at = starts_at + timedelta(hours=1)
    change_meeting(meeting_of(event), starts_at=starts_at, ends_at=ends_at, user=None)


def edit(event, now):
    event.title = "Other words"
    event.save_revision().publish()


def edit_the_plan(event, now):
    event.start_date = (now + timedelta(days=10)).date()
    event.end_date = event.start_date
    event.save_revision().publish()


AS_PLANNED = "Drop in · Wednesday 2 December 2026, noon, London time (GMT)"
MOVED = (
    f"{AS_PLANNED.replace('Wednesday 2', 'Sunday 13')} · "
    "was planned for Wednesday 2 December 2026, noon, London time (GMT)"
)


@pytest.mark.parametrize(
    ("change", "title", "facts"),
    [
        (cancel, "Cancelled: Tea", AS_PLANNED.replace("Drop in", "Cancelled")),
        (postpone, "Postponed: Tea", "Postponed · was planned for Wednesday 2 December 2026"),
        (move, "Tea", MOVED),
        (edit, "Other words", AS_PLANNED),
        (edit_the_plan, "Tea", AS_PLANNED.replace("Wednesday 2", "Thursday 3")),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_happens_to_an_event_is_told_and_comes_first(
    change, title, facts, programme, client, now, frozen
):
    event = make_event(programme, "Tea", venue_name="The Loft", **when(now + timedelta(days=9)))
    event.save_revision().publish()
    event.refresh_from_db()
    frozen.move_to(now + timedelta(hours=1))
    make_event(programme, "Younger", **when(now + timedelta(days=9)))
    frozen.move_to(now + timedelta(hours=2))

    change(event, now)

    response = client.get(f"{programme.url}feed/")
    told, younger = entries(response, "title", "published", "updated")
    (summary,) = entries(response, "summary")[0]
    assert told == (title, "2026-11-23T12:00:00+00:00", "2026-11-23T14:00:00+00:00")
    assert younger == ("Younger", "2026-11-23T13:00:00+00:00", "2026-11-23T13:00:00+00:00")
    assert summary.startswith(f"<p>{facts} · The Loft</p>")
    assert ("<p>The &lt;room&gt; is gone.</p>" in summary) == (change is cancel)


def test_date_that_the_horizon_brings_is_no_news(programme, client, now, frozen):
    make_event(programme, recurrence_rule="FREQ=WEEKLY", **when(now))
    url = f"{programme.url}feed/"
    before = entries(client.get(url), "updated")
    later = now + timedelta(days=30)
    frozen.move_to(later)

    extended = list(extend_horizons(later))

    assert [event.new_dates for event in extended] == [4]
    assert entries(client.get(url), "updated") == before


def test_event_with_several_dates_names_the_next_and_how_many_more(programme, client, now):
    make_event(programme, recurrence_rule="FREQ=DAILY;COUNT=4", **when(now - timedelta(days=1)))
    make_event(programme, "Some day", start_date=None)

    told = sorted(
        text.split("</p>")[0] for (text,) in entries(client.get(f"{programme.url}feed/"), "summary")
    )

    assert told == [
        "<p>Date to come",
        "<p>Happening now · Monday 23 November 2026, noon, London time (GMT) · and 2 more dates",
    ]


def test_date_that_was_changed_is_named_whichever_it_is(programme, client, now):
    event = make_event(
        programme, recurrence_rule="FREQ=WEEKLY;COUNT=5", **when(now + timedelta(days=1))
    )
    dates = [*event.lift_event.meetings.order_by("starts_at")]
    cancel_meeting(dates[2], user=None, public_note="No room.")
    moved = dates[3].starts_at + timedelta(days=1)
    change_meeting(dates[3], starts_at=moved, ends_at=moved + timedelta(hours=1), user=None)
    postpone_meeting(dates[3], user=None)

    [(text,)] = entries(client.get(f"{programme.url}feed/"), "summary")

    assert text.split("</p>")[1:3] == [
        "<p>Cancelled · Tuesday 8 December 2026, noon, London time (GMT) · No room.",
        "<p>Postponed · was planned for Wednesday 16 December 2026",
    ]


def test_start_at_midnight_is_the_beginning_of_its_day(programme, client, now):
    make_event(programme, **when(local(2026, 12, 5, 0)))

    [(text,)] = entries(client.get(f"{programme.url}feed/"), "summary")
    month = client.get(f"{programme.url}calendar/2026/12/").text

    assert "Saturday 5 December 2026, 12 a.m., London time" in text
    assert (">12 a.m.</time>" in month, "midnight" in month) == (True, False)


def test_feed_is_kept_no_longer_than_until_a_status_changes(programme, client, now):
    booking = {
        "booking_mode": "elsewhere",
        "booking_url": "https://example.org/",
        "booking_opens_date": now.date(),
        "booking_opens_time": time(12, 1),
    }
    make_event(programme, **booking, **when(now + timedelta(days=9)))

    assert client.get(f"{programme.url}feed/")["Cache-Control"] == "public, max-age=60"


def test_words_of_a_feed_are_in_its_language(programme, client, now):
    make_event(programme, **when(now + timedelta(days=9)))
    programme.locale = Locale.objects.get_or_create(language_code="de")[0]
    programme.save()

    ((summary,),) = entries(client.get(f"{programme.url}feed/"), "summary")

    assert summary.startswith("<p>Ohne Anmeldung · Mittwoch, 2. Dezember 2026, 12:00")


def test_feed_tells_what_is_public_whoever_asks(programme, client, visitor, now):
    private = make_event(programme, "Private", **when(now))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_event(programme, "Draft", live=False, **when(now))
    client.force_login(visitor)

    assert entries(client.get(f"{programme.url}feed/"), "title") == []


def test_feed_is_the_same_until_something_is_new(programme, client, now, frozen):
    url = f"{programme.url}feed/"
    empty = client.get(url)
    frozen.move_to(now + timedelta(hours=1))

    unchanged = client.get(url, headers={"If-None-Match": empty["ETag"]})
    make_event(programme, **when(now))
    changed = client.get(url, headers={"If-None-Match": empty["ETag"]})

    assert (unchanged.status_code, unchanged["Cache-Control"]) == (304, "public, max-age=300")
    assert entries(changed, "title") == [("Kindness at work",)]


def updates(*texts, **moment):
    return json.dumps(
        [{"type": "update", "value": {"text": f"<p>{text}</p>", **moment}} for text in texts]
    )


def test_new_update_is_told_first_and_moves_the_entry_to_the_top(programme, client, now, frozen):
    event = make_event(programme, "Moved", **when(now + timedelta(days=1)))
    frozen.move_to(now + timedelta(hours=1))
    make_event(programme, "Other", **when(now + timedelta(days=1)))
    frozen.move_to(now + timedelta(hours=2))
    event = EventPage.objects.get(pk=event.pk)
    event.updates = updates("We moved to <b>room</b> 2\x07 &amp; 3")
    event.save_revision().publish()

    (first, _other) = entries(client.get(f"{programme.url}feed/"), "title", "summary", "updated")

    assert first == (
        "Moved",
        (
            "<p>Monday 23 November 2026, 2 p.m., London time (GMT): "
            "We moved to room 2 &amp; 3</p>"
            "<p>Drop in · Tuesday 24 November 2026, noon, London time (GMT)</p>"
            "<p>A conversation about kindness.</p>"
        ),
        "2026-11-23T14:00:00+00:00",
    )


def test_only_the_newest_updates_are_told(programme, client, now):
    told = updates("One", "Two", "Three", "Four", date="2026-11-20")
    make_event(programme, updates=told, **when(now + timedelta(days=1)))

    ((summary,),) = entries(client.get(f"{programme.url}feed/"), "summary")

    assert [word for word in ("One", "Two", "Three", "Four") if word in summary] == [
        "Two",
        "Three",
        "Four",
    ]
    assert "<p>Friday 20 November 2026: Four</p>" in summary


def test_update_of_a_draft_or_of_a_private_event_is_told_nowhere(programme, client, now):
    drafted = make_event(programme, "Drafted", **when(now + timedelta(days=1)))
    drafted.updates = updates("SECRET")
    drafted.save_revision()
    private = make_event(programme, "Private", updates=updates("SECRET"), **when(now))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_event(programme, "Unpublished", live=False, updates=updates("SECRET"))

    for route in ("feed/", "feed/json/"):
        answer = client.get(f"{programme.url}{route}").content.decode()
        assert "Drafted" in answer
        assert "SECRET" not in answer


def test_feed_costs_the_same_for_one_and_for_three(programme, client, now):
    costs = []
    for count in (1, 2):
        for number in range(count):
            event = make_event(
                programme,
                f"E {count} {number}",
                updates=updates("A"),
                **when(now - timedelta(days=3)),
            )
            make_pack(event, f"P {count} {number}")
        client.get(f"{programme.url}feed/")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"{programme.url}feed/")
        costs.append(len(captured))

    assert costs[0] == costs[1]


def test_feed_is_kept_no_longer_than_until_a_pack_opens(programme, client, now):
    event = make_event(programme, **when(now + timedelta(seconds=100) - timedelta(hours=2)))
    make_pack(event)

    assert client.get(f"{programme.url}feed/")["Cache-Control"] == "public, max-age=100"


def test_feed_keeps_the_packs_that_came_to_be_open_last(programme, client, now, monkeypatch):
    monkeypatch.setattr(news, "AT_MOST", 2)
    for title, ended, published in (
        ("Ended long ago, published today", 300, 1),
        ("Ended and published long ago", 300, 200),
        ("Ended yesterday, published before", 2, 250),
        ("Published nobody knows when", 260, None),
    ):
        event = make_event(programme, title, **when(now - timedelta(days=ended)))
        pack = make_pack(event, title)
        published_at = published and now - timedelta(days=published)
        InsightsPack.objects.filter(pk=pack.pk).update(first_published_at=published_at)
    EventPage.objects.update(first_published_at=now - timedelta(days=400))

    told = [title for (title,) in entries(client.get(f"{programme.url}feed/"), "title")]

    assert told[:2] == ["Ended long ago, published today", "Ended yesterday, published before"]
