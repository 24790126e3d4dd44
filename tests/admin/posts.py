"""What a browser sends from the forms of the admin, complete, any value overridden."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

CONTACT = {"contact_name": "", "contact_email": "", "contact_page": "", "contact_url": ""}
PROMOTE = {"seo_title": "", "search_description": "", "go_live_at": "", "expire_at": ""}

CONDUCT = {
    "conduct_page": "",
    "conduct_url": "",
    "safeguarding_name": "",
    "safeguarding_email": "",
    "safeguarding_phone": "",
}
COST = {
    "cost_kind": "",
    "cost_amount": "",
    "cost_up_to": "",
    "cost_currency": "",
    "cost_note": "",
    "cost_url": "",
}

EVENT = {
    "title": "Kindness at work",
    "slug": "kindness-at-work",
    "summary": "A conversation about kindness.",
    "lead_image": "",
    "lead_image_alt_text": "",
    "body": streamfield([]),
    "after_body": streamfield([]),
    "updates": streamfield([]),
    "materials": streamfield([]),
    "conversation": streamfield([]),
    "agenda": streamfield([]),
    "reading": streamfield([]),
    "event_hosts": inline_formset([]),
    "comments": inline_formset([]),
    "audience": "",
    "audiences": "",
    "topics": "",
    "inspired_by": "",
    "related_events": streamfield([]),
    "start_date": "2027-06-01",
    "start_time": "12:30",
    "end_date": "",
    "end_time": "14:00",
    "timezone": "Europe/London",
    "recurrence_rule-frequency": "",
    "recurrence_rule-interval": "1",
    "recurrence_rule-month_by": "",
    "recurrence_rule-month_day": "",
    "recurrence_rule-month_weekday": "",
    "recurrence_rule-ends": "never",
    "recurrence_rule-until": "",
    "recurrence_rule-count": "",
    "recurrence_rule-kept": "",
    "skipped_dates": streamfield([]),
    "added_dates": streamfield([]),
    "attendance_mode": "in_person",
    "venue": "",
    "venue_name": "",
    "venue_address": "",
    "map_url": "",
    "platform_name": "",
    "join_url": "",
    "join_link_rule": "by_booking",
    "join_link_minutes": "15",
    "recording": "",
    "languages": "",
    "access_notes": "",
    "booking_mode": "not_needed",
    "booking_url": "",
    "booking_opens_date": "",
    "booking_opens_time": "",
    "booking_closes_date": "",
    "booking_closes_time": "",
    "booking_opens_before": "",
    "booking_opens_unit": "days",
    "booking_closes_before": "",
    "booking_closes_unit": "hours",
    "booking_places": "available",
    "running_order": streamfield([]),
    **COST,
    **CONDUCT,
    **CONTACT,
    **PROMOTE,
}

PACK = {
    "title": "What we learnt",
    "slug": "what-we-learnt",
    "event": "",
    "introduction": rich_text("<p>Kindness spreads.</p>"),
    "insights": streamfield([]),
    "people_count": "",
    "organisations_count": "",
    "stories_count": "",
    "resources": streamfield([]),
    "materials": streamfield([]),
    "guide": streamfield([]),
    "comments": inline_formset([]),
    "licence": "cc-by-4.0",
    "licence_text": "",
    "citation": "",
    **CONTACT,
    **PROMOTE,
}

PROGRAMME = {
    "title": "Conversations",
    "slug": "conversations",
    "introduction": rich_text(""),
    "body": streamfield([]),
    "default_timezone": "Europe/London",
    "default_currency": "",
    "comments": inline_formset([]),
    **CONDUCT,
    **CONTACT,
    **PROMOTE,
}

HOST = {
    "kind": "person",
    "name": "Ada Bell",
    "honorific": "",
    "pronouns": "",
    "position": "",
    "organisation": "",
    "biography": rich_text(""),
    "photo": "",
    "photo_alt_text": "",
    "website": "",
    "links": streamfield([]),
    "tags": "",
    "slug": "",
    "consent_given_by": "",
    "consent_given_on": "",
    "email": "",
    "go_live_at": "",
    "expire_at": "",
}

PUBLISH = {"action-publish": "action-publish"}


def event_post(**fields: Any) -> dict[str, Any]:
    """Return the post of an event's form."""
    return nested_form_data({**EVENT, **fields})


def pack_post(**fields: Any) -> dict[str, Any]:
    """Return the post of a pack's form."""
    return nested_form_data({**PACK, **fields})


def programme_post(**fields: Any) -> dict[str, Any]:
    """Return the post of a programme's form."""
    return nested_form_data({**PROGRAMME, **fields})


def host_post(**fields: Any) -> dict[str, Any]:
    """Return the post of a host profile's form."""
    return nested_form_data({**HOST, **fields})


def questions(*texts: str) -> dict[str, Any]:
    """Return a conversation with these questions."""
    blank = {"why": rich_text(""), "minutes": "", "asked_by": ""}
    return streamfield([("question", {"question": text, **blank}) for text in texts])


def hosts(*profiles: Any) -> dict[str, Any]:
    """Return these hosts, in order, as new rows of an event's form."""
    return inline_formset([{"host": host.pk, "role": "host", "line": ""} for host in profiles])


def add_url(model: str, parent: Any) -> str:
    """Return where a page of the package's own types is added below another."""
    return f"/admin/pages/add/wagtail_lift_pages/{model}/{parent.pk}/"


def edit_url(page: Any) -> str:
    """Return where a page is edited."""
    return f"/admin/pages/{page.pk}/edit/"


def errors_of(response: Any) -> dict[str, list[str]]:
    """Return the codes of the errors of the form that was shown again, by field."""
    form = response.context["form"]
    return {name: [e["code"] for e in found] for name, found in form.errors.get_json_data().items()}
