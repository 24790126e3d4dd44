"""Beside wagtail-localize: what it offers to translators, and what reaches a machine."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from tests.projects.translated.machine import NotingTranslator
from wagtail_lift.models import EventOccurrence, get_host_model
from wagtail_lift.pages.models import EventPage, InsightsPack

PRIVATE = "PRIVATE"
CONVERSATION = [
    {"type": "question", "id": "q-1", "value": {"question": "What now?", "minutes": 20}},
]
SOURCE = {
    "start_date": date(2099, 6, 1),
    "recurrence_rule": "FREQ=WEEKLY;COUNT=3",
    "skipped_dates": json.dumps([{"type": "date", "id": "s", "value": "2099-06-08"}]),
    "added_dates": json.dumps(
        [{"type": "date", "id": "a", "value": {"start_date": "2099-07-01", "start_time": "09:00"}}]
    ),
}
PLACE = {
    "attendance_mode": "both",
    "venue_name": "The old library",
    "venue_address": "5 Market Street",
    "platform_name": "Jitsi Meet",
    "map_url": "https://maps.example.org/library",
}
PRIVATE_VALUES = {
    "join_url": f"https://meet.example.org/{PRIVATE}",
    "running_order": json.dumps(
        [{"type": "question_note", "id": "n", "value": {"question": "q-1", "note": PRIVATE}}]
    ),
}
NEWER = {
    "hours": "open_end",
    "cost_kind": "amount",
    "cost_amount": Decimal(5),
    "cost_currency": "GBP",
    "cost_note": "Concessions three pounds",
    "cost_url": "https://pay.example.org/",
    "conduct_url": "https://conduct.example.org/",
    "safeguarding_name": "Dee East",
    "safeguarding_email": "dee@example.org",
    "safeguarding_phone": "+44 20 7946 0000",
}
SESSION = {"title": "Tea round", "room": "Blue room", "minutes": 10, "start_time": "12:30"}
STREAMS = {
    "agenda": [
        {"type": "day", "id": "d", "value": {"number": 1, "title": "First day"}},
        {"type": "session", "id": "s", "value": {**SESSION, "description": "<p>We meet.</p>"}},
        {"type": "break", "id": "b", "value": {"title": "Short break", "minutes": 5}},
        {
            "type": "parallel",
            "id": "p",
            "value": {
                "minutes": 20,
                "sessions": [{"type": "item", "id": "one", "value": {"title": "One corner"}}],
            },
        },
    ],
    "updates": [
        {
            "type": "update",
            "id": "u",
            "value": {"text": "<p>Room two.</p>", "date": "2026-01-01", "time": "12:00"},
        },
    ],
    "materials": [
        {
            "type": "recording",
            "id": "r",
            "value": {
                "title": "Whole talk",
                "url": "https://films.example.org/1",
                "kind": "film",
                "captions": "yes",
                "caption_languages": "English only",
                "minutes": 45,
                "date": "2026-01-01",
                "transcript": {"text": "<p>Good evening.</p>", "url": "https://t.example.org/"},
            },
        },
    ],
}
CONTACT = {"contact_name": "Cy Dunn", "contact_email": "cy@example.org"}


@pytest.fixture
def event(programme):
    """The event to come, with a value in everything that is not to be translated."""
    page = EventPage.objects.get(title="Kindness at work")
    values = {**SOURCE, **PLACE, **PRIVATE_VALUES, **CONTACT}
    for name, value in values.items():
        setattr(page, name, value)
    page.conversation = json.dumps(CONVERSATION)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


@pytest.fixture
def host(db):
    host = get_host_model().objects.get()
    host.position, host.email = "Nurse", f"{PRIVATE}@example.org"
    host.consent_given_by = f"{PRIVATE} assistant"
    host.save()
    return host


@pytest.fixture
def french(db):
    return Locale.objects.get_or_create(language_code="fr")[0]


@pytest.fixture
def told():
    """What has reached the machine."""
    NotingTranslator.told.clear()
    return NotingTranslator.told


def texts_of(instance):
    """Return what is offered as text, by field."""
    segments = [s for s in extract_segments(instance) if isinstance(s, StringSegmentValue)]
    return {re.sub(r"\.q-\d", "", segment.path): segment.string.data for segment in segments}


WORDS = {
    "title": "Kindness at work",
    "slug": "eventpage",
    "venue_name": "The old library",
    "summary": "A conversation about kindness.",
    "conversation.question": "What now?",
}


def test_event_offers_only_its_words_as_text(event):
    assert texts_of(event) == WORDS


@pytest.fixture
def full_event(event):
    """The event with an agenda, a cost, conduct, updates, materials and a related event."""
    other = EventPage.objects.exclude(pk=event.pk).first()
    related = [{"type": "event", "id": "e", "value": other.pk}]
    for name, value in NEWER.items():
        setattr(event, name, value)
    for name, stream in {**STREAMS, "related_events": related}.items():
        setattr(event, name, json.dumps(stream))
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


TEXTS = {
    "cost_note": "Concessions three pounds",
    "agenda.d.title": "First day",
    "agenda.s.title": "Tea round",
    "agenda.s.room": "Blue room",
    "agenda.s.description": "We meet.",
    "agenda.b.title": "Short break",
    "agenda.p.sessions.one.title": "One corner",
    "updates.u.text": "Room two.",
    "materials.r.title": "Whole talk",
    "materials.r.caption_languages": "English only",
    "materials.r.transcript.text": "Good evening.",
}
ADDRESSES = {
    "cost_url",
    "conduct_url",
    "safeguarding_name",
    "safeguarding_email",
    "related_events.e",
    "materials.r.url",
    "materials.r.transcript.url",
}
"""Names and addresses: copied, and replaced by hand where another is meant."""


def test_newer_fields_offer_only_their_words_as_text(full_event):
    by_hand = {
        segment.path
        for segment in extract_segments(full_event)
        if isinstance(segment, OverridableSegmentValue)
    }

    assert texts_of(full_event) == {**WORDS, **TEXTS}
    newer = {*NEWER, *STREAMS, "related_events"}
    assert {path for path in by_hand if path.split(".")[0] in newer} == ADDRESSES


def test_programme_offers_no_zone_as_text(programme):
    assert texts_of(programme) == {"title": "Conversations", "slug": "conversations"}


def test_host_offers_neither_name_nor_consent_as_text(host):
    assert texts_of(host) == {"position": "Nurse"}


def test_pack_offers_only_its_words_as_text(db):
    assert texts_of(InsightsPack.objects.get()) == {"title": "What we learnt", "slug": "learnt"}


def test_no_segment_of_any_kind_holds_what_is_private(event, host):
    for instance in (event, host):
        segments = extract_segments(instance)

        shown = [str(vars(segment)) + str(segment.path) for segment in segments]
        assert len(shown) > 2
        assert [text for text in shown if PRIVATE in text] == []


def test_translators_may_replace_addresses_but_nothing_of_the_plan(event):
    offered = {segment.path for segment in extract_segments(event)}

    assert {"venue_address", "platform_name", "map_url", "contact_email"} <= offered
    assert not offered & {*event.source_fields, "running_order"}


@pytest.fixture
def translate(editor, french, told, django_capture_on_commit_callbacks):
    """Return a function that translates by machine and publishes, as an editor does."""

    def run(instance, path):
        with django_capture_on_commit_callbacks(execute=True):
            submit(editor, instance, french, path).save_target(publish=True)
        return instance.get_translation(french)

    return run


def submit(editor, instance, french, path):
    """Submit something for translation in the admin, and let the machine translate it."""
    submitted = editor.post(f"/admin/localize/submit/{path}/", {"locales": [french.pk]})
    translation = Translation.objects.get(
        source__object_id=instance.translation_key, target_locale=french
    )
    address = f"/admin/localize/translate/{translation.pk}/machine_translate/"
    translated = editor.post(address, {"next": "/admin/"})
    assert (submitted.status_code, translated.status_code) == (302, 302)
    return translation


def test_event_that_is_translated_by_machine_keeps_its_dates(
    translate, event, programme, told, client
):
    for above in (programme.get_parent(), programme):
        translate(above, f"page/{above.pk}")

    page = translate(event, f"page/{event.pk}")

    rows = EventOccurrence.objects.order_by("starts_at").values_list("meeting", "starts_at")
    assert list(rows.filter(page=page.pk)) == list(rows.filter(page=event.pk))
    assert rows.filter(page=page.pk).count() == 3
    assert {"now? What", "kindness. about conversation A"} <= {
        page.conversation[0].value["question"],
        page.summary,
    }
    assert page.conversation[0].id == "q-1"
    assert (page.venue_address, page.timezone) == ("5 Market Street", "Europe/London")
    assert (page.join_url, len(page.running_order)) == ("", 0)
    assert [text for text in told if PRIVATE in text or "Market" in text or "FREQ" in text] == []
    assert client.get(page.url).status_code == 200


def test_newer_fields_are_translated_and_published(translate, full_event, programme, told, client):
    for above in (programme.get_parent(), programme):
        translate(above, f"page/{above.pk}")

    page = translate(full_event, f"page/{full_event.pk}")

    assert page.live
    same = [name for name in NEWER if name != "cost_note"]
    assert {n: getattr(page, n) for n in same} == {n: getattr(full_event, n) for n in same}
    session, update, recording = (
        page.agenda[1].value,
        page.updates[0].value,
        page.materials[0].value,
    )
    assert (session["title"], session["minutes"], f"{session['start_time']}") == (
        "round Tea",
        10,
        "12:30:00",
    )
    assert (update["text"].source, f"{update['date']}") == ("<p>two. Room</p>", "2026-01-01")
    assert (recording["title"], recording["captions"]) == ("talk Whole", "yes")
    assert (page.cost_note, [child.id for child in page.agenda]) == (
        "pounds three Concessions",
        ["d", "s", "b", "p"],
    )
    assert not [text for text in told if "example.org" in text or "GBP" in text or "Dee" in text]
    assert client.get(page.url).status_code == 200


def test_host_that_is_translated_by_machine_keeps_consent(translate, host, told):
    meta = type(host)._meta
    path = f"snippet/{meta.app_label}/{meta.model_name}/{host.pk}"

    translated = translate(host, path)

    host.refresh_from_db()
    assert told == ["Nurse"]
    assert (translated.name, translated.is_listed) == ("Ada Bell", True)
    assert (host.is_listed, host.live) == (True, True)
