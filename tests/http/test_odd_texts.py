"""Texts that no database takes are refused at their place, in a form and in a body."""

import pytest

from tests.admin.posts import PUBLISH, edit_url, event_post
from tests.http.odd import HALF, NUL, REFUSED

TYPED = (
    "title",
    "slug",
    "summary",
    "lead_image_alt_text",
    "audience",
    "audiences",
    "topics",
    "timezone",
    "recurrence_rule-kept",
    "venue_name",
    "venue_address",
    "map_url",
    "platform_name",
    "join_url",
    "languages",
    "access_notes",
    "booking_url",
    "contact_name",
    "contact_email",
    "contact_url",
    "search_description",
)
"""The fields of text of the form of an event."""

WRITTEN = {
    "title": ["title"],
    "summary": ["summary"],
    "venue_name": ["venue_name"],
    "recurrence_rule": ["recurrence_rule"],
    "topics": ["topics", 1],
    "event_hosts": ["event_hosts", 0, "line"],
    "conversation": ["conversation", 0, "value", "question"],
    "body": ["body", 0, "value"],
}
"""What a body of version 3 may hold, each with the place of its text."""


def body_with(odd: str, host) -> dict:
    return {
        "title": f"a{odd}",
        "summary": f"a{odd}",
        "venue_name": f"a{odd}",
        "recurrence_rule": f"FREQ=DAILY{odd}",
        "topics": ["care", f"a{odd}"],
        "event_hosts": [{"host_id": host.pk, "line": f"a{odd}"}],
        "conversation": [{"type": "question", "value": {"question": f"a{odd}"}}],
        "body": [{"type": "paragraph", "value": f"<p>a{odd}</p>"}],
    }


@pytest.mark.parametrize("odd", [NUL, HALF])
@pytest.mark.parametrize("name", WRITTEN)
def test_version_3_refuses_in_a_body_what_no_text_has_at_its_place(site, superuser, name, odd):
    pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
    body = {name: body_with(odd, site.event_hosts.first().host)[name]}

    status, answer = version_3(superuser)("patch", f"pages/{site.pk}/", body)

    assert (status, [error["loc"] for error in answer["errors"]]) == (422, [WRITTEN[name]])


def version_3(user):
    from tests.api.v3.conftest import V3Client

    return V3Client(user)


def test_form_refuses_nul_in_every_field_of_text(site, admin_client):
    post = event_post(**dict.fromkeys(TYPED, "a\0b"), **PUBLISH)

    response = admin_client.post(edit_url(site), post)

    errors = response.context["form"].errors
    refused = {name for name, messages in errors.items() if messages[-1].endswith(REFUSED)}
    assert refused == {name.removesuffix("-kept") for name in TYPED}
    site.refresh_from_db()
    assert "\0" not in f"{site.title} {site.summary} {site.body} {site.venue_name}"
