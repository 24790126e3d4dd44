"""What version 3 answers to who changes a page: its address after the change, as a GET says it."""

import pytest

from tests.factories import make_programme
from wagtail_lift.pages.models import EventPage


def addresses(answer):
    return answer["meta"]["html_url"], [date["url"] for date in answer["occurrences"]]


@pytest.fixture
def renamed(event):
    """A published event whose draft has another slug."""
    draft = event.get_latest_revision_as_object()
    draft.slug = "renamed"
    draft.save_revision()
    return event


def act(event, editor, action, body):
    return editor("post", f"pages/{event.pk}/actions/{action}/", body)


def test_answer_after_a_change_of_slug_has_the_new_address(event, editor):
    body = {"slug": "renamed", "meta": {"action": "publish"}}

    status, answer = editor("patch", f"pages/{event.pk}/", body)

    _, seen = editor("get", f"pages/{event.pk}/")
    url = "http://testserver/conversations/renamed/"
    assert (status, answer["meta"]["html_url"], addresses(answer)) == (200, url, addresses(seen))
    assert answer["occurrences"][0]["url"].startswith(url)


def test_answer_of_a_draft_has_the_address_that_it_will_have(event, editor):
    _, answer = editor("patch", f"pages/{event.pk}/", {"slug": "renamed"})

    _, seen = editor("get", f"pages/{event.pk}/?version=draft")
    assert addresses(answer) == addresses(seen)
    assert answer["meta"]["html_url"] == "http://testserver/conversations/renamed/"


def test_answer_of_an_unpublished_page_has_its_new_address(event, editor):
    event.unpublish()

    _, answer = editor("patch", f"pages/{event.pk}/", {"slug": "renamed"})

    assert answer["meta"]["html_url"] == EventPage.objects.get().full_url
    assert answer["meta"]["html_url"] == "http://testserver/conversations/renamed/"


@pytest.mark.parametrize("action", ["publish", "unpublish", "move"])
def test_answer_of_an_action_has_the_address_of_a_get(renamed, home, editor, action):
    other = make_programme(home, "Other")
    move = {"destination_id": other.pk, "position": "last-child"}

    status, answer = act(renamed, editor, action, move if action == "move" else {})

    _, seen = editor("get", f"pages/{renamed.pk}/")
    assert (status, addresses(answer)) == (200, addresses(seen))


def test_answer_of_a_programme_has_the_new_address(programme, editor):
    body = {"slug": "talks", "meta": {"action": "publish"}}

    _, answer = editor("patch", f"pages/{programme.pk}/", body)

    assert answer["meta"]["html_url"] == "http://testserver/talks/"
