"""What the export keeps, read back as plain JSON."""

import json
from datetime import UTC, date, datetime, time

import pytest
from django.contrib.auth import get_user_model
from django.core.serializers.json import DjangoJSONEncoder

from tests.factories import make_event, make_host, make_pack, make_programme
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.removal import export_site

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
QUESTION = {"type": "question", "value": {"question": "What helps?"}, "id": "1" * 8}


@pytest.fixture
def event(home):
    """An event of three dates, one of them cancelled, with a host, a topic and a question."""
    event = make_event(
        make_programme(home),
        hosts=[make_host(email="ada@example.org")],
        topics=["Care"],
        start_date=date(2099, 6, 1),
        start_time=time(18, 30),
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        join_url="https://meet.example.org/secret",
        conversation=[QUESTION],
    )
    first = Meeting.objects.filter(event=event.lift_event).order_by("date_key")[0]
    cancel_meeting(first, public_note="Snow.", user=get_user_model().objects.create_user("ada"))
    return event


def exported() -> dict:
    return json.loads(json.dumps(export_site(NOW), cls=DjangoJSONEncoder))


def page_called(title: str) -> dict:
    return next(page for page in exported()["pages"] if page["title"] == title)


def test_export_says_what_it_is(home):
    kept = exported()

    assert (kept["format"], kept["version"], kept["made_at"]) == (
        "wagtail_lift.export",
        1,
        "2026-11-23T12:00:00Z",
    )
    assert list(kept)[4:] == ["events", "pages", "hosts", "venues", "log"]


def test_export_keeps_every_date_with_its_state_and_note(event):
    (kept,) = exported()["events"]

    shown = ("date_key", "timezone", "starts_at", "state", "public_note")
    assert [tuple(row[name] for name in shown) for row in kept["dates"]] == [
        ("2099-06-01T18:30", "Europe/London", "2099-06-01T17:30:00Z", "cancelled", "Snow."),
        ("2099-06-08T18:30", "Europe/London", "2099-06-08T17:30:00Z", "scheduled", ""),
        ("2099-06-15T18:30", "Europe/London", "2099-06-15T17:30:00Z", "scheduled", ""),
    ]
    assert (kept["title"], kept["source_page"]) == (event.title, event.pk)
    assert kept["pages"] == [event.pk]
    assert [(row["number"], row["text"]) for row in kept["questions"]] == [(1, "What helps?")]


def test_export_keeps_pages_with_their_private_values_hosts_and_tags(event):
    page, (host,) = page_called(event.title), exported()["hosts"]

    assert (page["kind"], page["address"], page["is_live"]) == ("event", event.full_url, True)
    assert page["tags"] == {"topics": ["Care"], "audiences": []}
    assert page["fields"]["join_url"] == "https://meet.example.org/secret"
    assert [row["host"] for row in page["fields"]["event_hosts"]] == [host["id"]]
    assert host["fields"]["email"] == "ada@example.org"


def test_export_keeps_what_was_edited_and_not_published(event):
    event.title = "To be decided"
    event.save_revision()

    drafts = [page["draft"] and page["draft"]["title"] for page in exported()["pages"]]

    assert drafts == [None, "To be decided"]


def test_export_keeps_the_draft_of_a_host(home):
    host = make_host("Ada Bell")
    host.name = "Ada Carr"
    host.save_revision()

    (kept,) = exported()["hosts"]

    assert (kept["fields"]["name"], kept["draft"]["name"]) == ("Ada Bell", "Ada Carr")


def test_export_keeps_packs_and_when_they_opened(home):
    past = make_event(
        make_programme(home), "Past", start_date=date(2020, 6, 1), start_time=time(18, 30)
    )
    make_pack(past)

    pack = page_called("What we learnt")

    assert (pack["kind"], pack["fields"]["event"]) == ("insights_pack", past.pk)


def test_export_keeps_the_log(event):
    (entry,) = (e for e in exported()["log"] if e["action"] == "wagtail_lift.cancel_meeting")

    assert (entry["about"], entry["id"], entry["by"]) == (event.title, str(event.pk), "ada")
    assert entry["data"]["public_note"] == "Snow."
