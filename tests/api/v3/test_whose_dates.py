"""Which dates version 3 reaches, and for whom."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import Locale

from tests.api.v3.dates import ACTIONS, MOVE, route, version
from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift.models import Meeting


@pytest.mark.parametrize(
    "key", ["2027-06-02T12:30", "undated", "%20", "2027-06-01", "x" * 300, "%00", "%ED%A0%80"]
)
def test_date_that_is_none_does_not_exist(event, editor, key):
    status, answer = editor("post", route(event, "cancel", key), {})

    assert (status, answer["detail"]) == (404, "This event has no such date.")


def test_page_that_is_no_event_has_no_dates(programme, editor):
    status, answer = editor("post", route(programme, "cancel"), {})

    assert (status, answer["detail"]) == (404, "This page is no event.")


def test_withdrawn_date_does_not_exist(event, editor):
    Meeting.objects.update(is_withdrawn=True)

    assert editor("post", route(event, "cancel"), {})[0] == 404


def test_event_that_was_never_published_has_no_date(programme, editor):
    draft = make_event(programme, live=False)

    assert editor("post", route(draft, "cancel"), {})[0] == 404


def test_date_without_a_day_is_named_so(programme, editor):
    event = make_event(programme, start_date=None, start_time=None)

    status, answer = editor("post", route(event, "cancel", "undated"), {})

    assert (status, answer["key"], answer["status"]) == (200, "", "cancelled")


def test_date_that_has_ended_is_cancelled_as_in_the_admin(programme, now, editor):
    event = make_event(programme, **when(now - timedelta(days=400)))
    key = meeting_of(event).date_key

    assert editor("post", route(event, "cancel", key), {})[1]["status"] == "cancelled"


def test_date_of_an_unpublished_event_is_cancelled_as_in_the_admin(event, editor):
    event.unpublish()

    status, answer = editor("post", route(event, "cancel"), {})

    assert (status, answer["status"], meeting_of(event).state) == (200, "cancelled", "cancelled")


@pytest.mark.parametrize("kind", ["alias", "translation"])
def test_date_is_the_same_on_every_page_of_its_event(event, programme, editor, kind):
    if kind == "alias":
        page = event.create_alias(parent=programme, update_slug="alias")
    else:
        french = Locale.objects.get_or_create(language_code="fr")[0]
        page = event.copy_for_translation(french, copy_parents=True)
        page.save_revision().publish()

    status, answer = editor("post", route(page, "cancel"), {"public_note": "Ill"})

    page.refresh_from_db()
    assert (status, answer["status"]) == (200, "cancelled")
    assert answer["url"].startswith(page.full_url)
    assert meeting_of(event).state == "cancelled"


# --- who -----------------------------------------------------------------------------------------


def make_account(make_editor, name, page, *actions, dates=True):
    user = make_editor(name, page, *actions)
    if dates:
        user.groups.get().permissions.add(Permission.objects.get(codename="change_meeting"))
    return user


@pytest.fixture
def accounts(event, programme, home, make_editor, visitor):
    """Return each account with the status that each action answers to it."""
    other = make_programme(home, "Others")
    return {
        "a visitor": (visitor, 404),
        "an editor of others": (make_account(make_editor, "o", other, "change", "publish"), 404),
        "an author": (make_account(make_editor, "a", programme, "change"), 403),
        "whoever only publishes": (make_account(make_editor, "p", programme, "publish"), 404),
        "an editor without the right on dates": (
            make_account(make_editor, "e", programme, "change", "publish", dates=False),
            403,
        ),
        "an editor": (make_account(make_editor, "both", programme, "change", "publish"), 200),
    }


@pytest.mark.parametrize("action", ACTIONS)
def test_actions_are_for_those_whom_the_admin_lets_act(event, accounts, client_of, action):
    body = {"change": MOVE, "places": {"places": "full"}}.get(action, {})
    before = version()
    refused = {name: item for name, item in accounts.items() if item[1] != 200}

    found = {
        name: client_of(user)("post", route(event, action), body)[0]
        for name, (user, _) in refused.items()
    }

    assert found == {name: status for name, (_, status) in refused.items()}
    assert version() == before


def test_editor_with_both_rights_acts(event, accounts, client_of):
    user, status = accounts["an editor"]

    assert client_of(user)("post", route(event, "cancel"), {})[0] == status


@pytest.mark.parametrize("action", ["", *ACTIONS])
def test_dates_need_a_token(event, anybody, action):
    method = "post" if action else "get"

    status, answer = anybody(method, route(event, action), {} if action else None)

    assert (status, answer["detail"]) == (401, "Unauthorized")


def test_locked_event_keeps_its_dates(event, editor, visitor, superuser):
    event.locked, event.locked_by = True, visitor
    event.save()
    before = version()

    status, answer = editor("post", route(event, "cancel"), {})

    assert (status, answer["detail"]) == (403, "You do not have permission to change this date.")
    assert version() == before


def test_alias_is_not_for_the_editor_of_the_alias_alone(event, home, make_editor, client_of):
    others = make_programme(home, "Others")
    alias = event.create_alias(parent=others, update_slug="alias")
    user = make_account(make_editor, "others", others, "change", "publish")
    before = version()

    status, _ = client_of(user)("post", route(alias, "cancel"), {})

    assert (status, version()) == (404, before)
