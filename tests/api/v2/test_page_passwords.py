"""One page behind a shared password is read by whoever sends the password in a header."""

import pytest
from wagtail.models import Page, PageViewRestriction

from tests.factories import make_event

SECRET = "Hush hush"
WANTED = (403, {"message": "password_required"})


@pytest.fixture
def protected(programme, event):
    restriction = {"restriction_type": "password", "password": SECRET}
    PageViewRestriction.objects.create(page=programme, **restriction)
    return event


def read(client, page, endpoint="pages", **headers):
    answer = client.get(f"/api/v2/{endpoint}/{page.pk}/", headers=headers)
    return answer.status_code, answer.json()


def test_page_says_that_it_wants_a_password_and_nothing_else(protected, client):
    assert read(client, protected) == WANTED
    assert read(client, protected, **{"X-Page-Password": "wrong"}) == WANTED


def test_page_takes_its_password_for_one_request(protected, client):
    status, answer = read(client, protected, **{"X-Page-Password": SECRET})

    assert (status, answer["title"]) == (200, "Kindness at work")
    assert read(client, protected) == WANTED


def test_answer_is_kept_by_no_cache(protected, client):
    address = f"/api/v2/pages/{protected.pk}/"

    answers = [client.get(address, headers=h) for h in ({}, {"X-Page-Password": SECRET})]

    assert [answer["Cache-Control"] for answer in answers] == ["private, no-store"] * 2


def test_session_that_knows_the_password_reads_too(protected, client):
    session = client.session
    key = PageViewRestriction.objects.get().pk
    session[PageViewRestriction.passed_view_restrictions_session_key] = [key]
    session.save()

    assert read(client, protected)[1]["title"] == "Kindness at work"


@pytest.mark.parametrize("endpoint", ["pages", "events"])
def test_lists_show_no_page_behind_a_password(protected, client, endpoint):
    answer = client.get(f"/api/v2/{endpoint}/", headers={"X-Page-Password": SECRET}).json()

    assert protected.pk not in [item["id"] for item in answer["items"]]


def test_endpoint_of_events_has_only_what_it_lists(protected, client):
    for sent in ({}, {"X-Page-Password": SECRET}):
        assert read(client, protected, "events", **sent)[0] == 404


def hidden_by_login(programme, event, home):
    PageViewRestriction.objects.create(page=event, restriction_type="login")
    return event


def draft(programme, event, home):
    return make_event(programme, "Draft", live=False)


def of_another_kind(programme, event, home):
    page = home.add_child(instance=Page(title="Plain", slug="plain"))
    PageViewRestriction.objects.create(page=page, restriction_type="password", password=SECRET)
    return page


@pytest.mark.parametrize("make", [hidden_by_login, draft, of_another_kind])
def test_nobody_learns_that_other_pages_exist(protected, programme, event, home, client, make):
    page = make(programme, event, home)

    nothing = client.get("/api/v2/pages/999999/")

    assert read(client, page) == (404, nothing.json())
