"""Version 2 says what an address is, too, in the words of version 3."""

import pytest
from wagtail.models import PageViewRestriction


def find(client, query, **headers):
    response = client.get(f"/api/v2/pages/find/?{query}", headers=headers)
    return response.status_code, response.json()


def test_address_of_a_sub_route_is_found(event, programme, client):
    status, answer = find(client, f"url={programme.url}calendar/2027/06/")

    assert (status, answer["page"]["id"]) == (200, programme.pk)
    assert answer["route"] == {
        "name": "month",
        "path": "calendar/2027/06/",
        "arguments": {"year": "2027", "month": "06"},
    }


def test_head_is_included_on_request(event, client):
    _, answer = find(client, f"include=head&url={event.url}")

    assert answer["head"]["sharing"]["title"] == event.title
    assert answer["head"]["status"]["next_steps"]


def test_without_an_address_wagtail_answers(event, client):
    response = client.get(f"/api/v2/pages/find/?html_path={event.url}")

    assert response.status_code == 302


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=", 400),
        ("url=javascript:1", 400),
        ("url=/%00/", 400),
        ("url=/nowhere/", 404),
        ("url=/&include=all", 400),
        ("url=/&more=1", 400),
    ],
)
def test_what_makes_no_sense_is_refused(home, client, query, status):
    found, answer = find(client, query)

    assert (found, list(answer)) == (status, ["message"])


def test_restricted_page_is_found_by_those_who_may_see_it(event, programme, client, visitor):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    nothing = find(client, "url=/nowhere/")

    assert find(client, f"url={event.url}") == nothing
    client.force_login(visitor)
    assert find(client, f"url={event.url}")[1]["page"]["id"] == event.pk


def test_password_opens_a_page(event, client):
    PageViewRestriction.objects.create(page=event, restriction_type="password", password="open")

    assert find(client, f"url={event.url}") == (403, {"message": "password_required"})
    sent = {"X-Page-Password": "open"}
    assert find(client, f"url={event.url}", **sent)[1]["page"]["id"] == event.pk
