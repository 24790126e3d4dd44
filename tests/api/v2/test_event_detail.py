"""Everything that an event carries in version 2."""

from datetime import timedelta

import pytest

from tests.factories import make_event, meeting_of, when

URL = "https://example.org/book"


def test_detail_carries_the_whole_event(event, programme, get):
    ada, bo = event.event_hosts.order_by("pk")

    status, answer = get(f"events/{event.pk}/")

    host = {
        "role": "host",
        "role_label": "Host",
        "line": "",
        "kind": "person",
        "position": "",
        "organisation": "",
        "biography": "",
        "website": "",
        "photo": None,
    }
    base = "http://testserver/conversations/"
    question = {"question": "What is kindness?", "minutes": 20, "asked_by": "Ada"}
    expected = {
        "id": event.pk,
        "title": "Kindness at work",
        "status": "drop_in",
        "status_label": "Drop in",
        "status_until": "2027-06-01T11:30:00Z",
        "stage": "upcoming",
        "booking_state": "not_needed",
        "date_key": "2027-06-01T12:30",
        "starts_at": "2027-06-01T11:30:00Z",
        "ends_at": "2027-06-01T13:00:00Z",
        "date_hours": "start_and_end",
        "hours": "start_and_end",
        "occurrences": [
            {
                "key": "2027-06-01T12:30",
                "uid": f"{meeting_of(event).uid}@wagtail-lift",
                "url": "http://testserver/conversations/kindness-at-work/",
                "status": "drop_in",
                "status_label": "Drop in",
                "stage": "upcoming",
                "booking_state": "not_needed",
                "starts_at": "2027-06-01T11:30:00Z",
                "ends_at": "2027-06-01T13:00:00Z",
                "local_starts_at": "2027-06-01T12:30:00+01:00",
                "local_ends_at": "2027-06-01T14:00:00+01:00",
                "booking_opens_at": None,
                "booking_closes_at": None,
                "hours": "start_and_end",
                "previous_starts_at": None,
                "previous_hours": None,
                "timezone": "Europe/London",
                "place": "",
                "attendance_mode": "in_person",
                "venue_id": None,
                "venue_name": "",
                "venue_address": "",
                "map_url": "",
                "platform_name": "",
                "latitude": None,
                "longitude": None,
                "public_note": "",
            }
        ],
        "has_more_occurrences": False,
        "occurrences_url": f"http://testserver/api/v2/events/{event.pk}/dates/",
        "start_date": "2027-06-01",
        "start_time": "12:30:00",
        "end_date": None,
        "end_time": "14:00:00",
        "recurrence_text": "",
        "recurrence_rule": "",
        "skipped_dates": [],
        "added_dates": [],
        "timezone": "Europe/London",
        "summary": "A conversation about kindness.",
        "lead_image": None,
        "lead_image_alt_text": "",
        "body": [],
        "after_body": [],
        "updates": [],
        "latest_updates": [],
        "materials": [],
        "hosts": [
            {
                **host,
                "id": ada.host_id,
                "slug": "ada-bell",
                "translation_key": str(ada.host.translation_key),
                "url": f"{base}hosts/ada-bell/",
                "name": "Ada Bell",
                "display_name": "Ada Bell",
                "initials": "AB",
            },
            {
                **host,
                "id": bo.host_id,
                "slug": "bo-carr",
                "translation_key": str(bo.host.translation_key),
                "url": f"{base}hosts/bo-carr/",
                "name": "Bo Carr",
                "display_name": "Bo Carr",
                "initials": "BC",
            },
        ],
        "event_hosts": [
            {"id": ada.pk, "host_id": ada.host_id, "role": "host", "line": ""},
            {"id": bo.pk, "host_id": bo.host_id, "role": "host", "line": ""},
        ],
        "questions": [
            {
                "id": "question-a",
                "number": 1,
                "anchor": "question-question-a",
                "why": "<p>To <b>begin</b>.</p>",
                **question,
            },
            {
                "id": "question-b",
                "number": 2,
                "anchor": "question-question-b",
                "question": "And at work?",
                "why": "",
                "minutes": None,
                "asked_by": "",
            },
        ],
        "conversation": [
            {"type": "opening", "value": "<p>Welcome.</p>", "id": "opening-1"},
            {
                "type": "question",
                "id": "question-a",
                "value": {**question, "why": "<p>To <b>begin</b>.</p>"},
            },
            {
                "type": "question",
                "id": "question-b",
                "value": {"question": "And at work?", "why": "", "minutes": None, "asked_by": ""},
            },
        ],
        "agenda": [],
        "agenda_times": [],
        "reading": [],
        "audience": "",
        "audiences": ["health"],
        "topics": ["care", "kindness"],
        "audience_tags": [{"slug": "health", "label": "health"}],
        "topic_tags": [
            {"slug": "care", "label": "care"},
            {"slug": "kindness", "label": "kindness"},
        ],
        "attendance_mode": "in_person",
        "venue": None,
        "venue_name": "",
        "venue_address": "",
        "map_url": "",
        "platform_name": "",
        "join_link_rule": "by_booking",
        "join_link_minutes": 15,
        "access_features": [],
        "step_free": False,
        "accessible_toilet": False,
        "accessible_parking": False,
        "hearing_loop": False,
        "captions": False,
        "sign_language": False,
        "quiet_space": False,
        "child_care": False,
        "recording": "",
        "languages": "",
        "access_notes": "",
        "booking_link": "",
        "booking_mode": "not_needed",
        "booking_url": "",
        "booking_opens_date": None,
        "booking_opens_time": None,
        "booking_opens_before": None,
        "booking_opens_unit": "days",
        "booking_closes_date": None,
        "booking_closes_time": None,
        "booking_closes_before": None,
        "booking_closes_unit": "hours",
        "booking_places": "available",
        "cost": {
            "kind": "",
            "label": "",
            "amount": None,
            "up_to": None,
            "currency": "",
            "note": "",
            "url": "",
        },
        "cost_kind": "",
        "cost_amount": None,
        "cost_up_to": None,
        "cost_currency": "",
        "cost_note": "",
        "cost_url": "",
        "pack": None,
        "inspired_by": None,
        "related": [],
        "related_events": [],
        "conduct_page": None,
        "conduct_url": "",
        "safeguarding_name": "",
        "safeguarding_email": "",
        "safeguarding_phone": "",
        "contact": None,
        "contact_name": "",
        "contact_email": "",
        "contact_page": None,
        "contact_url": "",
        "code_of_conduct": "",
        "safeguarding": None,
        "translation_key": str(event.translation_key),
    }
    assert status == 200
    assert {name: value for name, value in answer.items() if name != "meta"} == expected


@pytest.mark.parametrize(("mode", "link"), [("elsewhere", URL), ("not_needed", "")])
def test_detail_names_where_to_book_only_where_booking_is_needed(programme, get, mode, link):
    event = make_event(programme, booking_mode=mode, booking_url=URL)

    _, answer = get(f"events/{event.pk}/?fields=_,booking_link")

    assert answer == {"booking_link": link}


def test_detail_tells_the_rule_in_words(programme, get):
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;INTERVAL=2;COUNT=3")

    _, answer = get(f"events/{event.pk}/")

    assert answer["recurrence_text"] == "every 2 weeks on Tuesday, 3 times"


@pytest.mark.parametrize(
    ("weeks_ago", "first", "last"),
    [
        (0, "2026-11-23", "2026-12-12"),
        (3, "2026-11-23", "2026-12-12"),
        (6, "2026-11-18", "2026-12-07"),
    ],
)
def test_daily_event_tells_twenty_dates_and_where_the_others_are(
    programme, now, get, weeks_ago, first, last
):
    starts_at = now - timedelta(weeks=weeks_ago)
    rule = {"recurrence_rule": "FREQ=DAILY;COUNT=57"}
    event = make_event(programme, "Daily", **rule, **when(starts_at))

    _, answer = get(f"events/{event.pk}/")

    days = [date["key"][:10] for date in answer["occurrences"]]
    assert (days[0], days[-1], len(days)) == (first, last, 20)
    assert answer["has_more_occurrences"] is True
    assert get(answer["occurrences_url"].partition("/api/v2/")[2])[0] == 200
