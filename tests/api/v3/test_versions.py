"""``ETag`` and ``If-Match``: a write that rests on an older version is refused with a 412."""

from threading import Thread

import pytest
from django.db import connection

from tests.api.v3.conftest import V3Client
from tests.conftest import locks_rows
from tests.factories import make_host, meeting_of
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventPage

LABEL = "wagtail_lift_pages.EventPage"
CHANGED = "This has changed since you read it. Read it again before you change it."
HOSTS = "snippets/wagtail_lift.HostProfile"


def patch(**values):
    return {"meta": {"type": LABEL}, **values}


@pytest.fixture
def host(db):
    return make_host("Ada Bell", biography='<p data-block-key="abcde">She listens.</p>')


@pytest.fixture
def routes(event, host):
    """Return each address that is read with a tag, and a body that changes what is there."""
    return {
        "a page": (f"pages/{event.pk}/", patch(summary="New")),
        "private values of a page": (
            f"lift/events/{event.pk}/private/",
            {"join_url": "https://new.example.org"},
        ),
        "a host": (
            f"{HOSTS}/{host.pk}/",
            {"meta": {"type": "wagtail_lift.HostProfile"}, "position": "Baker"},
        ),
        "private values of a host": (
            f"lift/hosts/{host.pk}/private/",
            {"email": "ada@example.org"},
        ),
    }


ROUTES = ("a page", "private values of a page", "a host", "private values of a host")


def revisions(event, host):
    event.refresh_from_db()
    host.refresh_from_db()
    return event.latest_revision_id, host.latest_revision_id


@pytest.mark.parametrize("name", ROUTES)
@pytest.mark.parametrize("version", ["live", "draft"])
def test_write_that_rests_on_what_is_there_goes_on(routes, editor, name, version):
    route, body = routes[name]
    tag = editor.response("get", f"{route}?version={version}")["ETag"]

    written = editor.response("patch", route, body, If_Match=tag)
    again = editor.response("patch", route, body, If_Match=written["ETag"])

    assert (written.status_code, again.status_code) == (200, 200)
    assert len({tag, written["ETag"], again["ETag"]}) == 3


@pytest.mark.parametrize("name", ROUTES)
@pytest.mark.parametrize("version", ["live", "draft"])
def test_write_that_rests_on_an_older_version_is_refused(
    routes, event, host, editor, name, version
):
    route, body = routes[name]
    tag = editor.response("get", f"{route}?version={version}")["ETag"]
    newer = editor.response("patch", route, body)["ETag"]
    before = revisions(event, host)

    response = editor.response("patch", route, body, If_Match=tag)

    assert response.json() == {
        "type": "about:blank",
        "title": "Precondition Failed",
        "status": 412,
        "detail": CHANGED,
    }
    assert response["ETag"].strip('"') == newer.strip('"').partition(".")[0]
    assert revisions(event, host) == before


@pytest.mark.parametrize("name", ROUTES)
@pytest.mark.parametrize("version", ["live", "draft"])
def test_what_was_read_is_taken_back_with_its_tag(routes, editor, name, version):
    route = f"{routes[name][0]}?version={version}"
    read = editor.response("get", route)

    written = editor.response("patch", route, read.json(), If_Match=read["ETag"])

    kept = read.json().keys() - {"meta"}
    assert written.status_code == 200
    assert {name: written.json()[name] for name in kept} == {n: read.json()[n] for n in kept}


@pytest.mark.parametrize("name", ROUTES)
def test_without_the_header_or_with_any_version_the_last_write_counts(routes, editor, name):
    route, body = routes[name]

    answers = [
        editor.response("patch", route, body),
        editor.response("patch", route, body),
        editor.response("patch", route, body, If_Match="*"),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


def test_live_version_is_no_ground_for_a_change_of_a_newer_draft(event, editor):
    route = f"pages/{event.pk}/"
    editor.response("patch", route, patch(summary="A draft"))
    live = editor.response("get", route)["ETag"]
    draft = editor.response("get", f"{route}?version=draft")["ETag"]

    answers = [
        editor.response("patch", route, patch(summary="New"), If_Match=tag) for tag in (live, draft)
    ]

    assert [answer.status_code for answer in answers] == [412, 200]


@pytest.mark.parametrize("tag", ["", "W/{}", "nonsense", '"', '"another"'])
def test_tag_that_names_no_version_is_refused(event, editor, tag):
    route = f"pages/{event.pk}/"
    current = editor.response("get", route)["ETag"]

    response = editor.response("patch", route, patch(summary="New"), If_Match=tag.format(current))

    assert response.status_code == 412


def test_one_of_several_tags_is_enough(event, editor):
    route = f"pages/{event.pk}/"
    current = editor.response("get", route)["ETag"]

    response = editor.response(
        "patch", route, patch(summary="New"), If_Match=f'"another", {current}'
    )

    assert response.status_code == 200


@pytest.mark.parametrize("action", ["publish", "unpublish", "copy", "create_alias", "delete"])
def test_actions_on_a_page_rest_on_what_was_read(event, editor, action):
    route = f"pages/{event.pk}/"
    tag = editor.response("get", route)["ETag"]
    current = editor.response("patch", route, patch(summary="New"))["ETag"]
    act = f"{route}actions/{action}/"
    method, body = ("delete", None) if action == "delete" else ("post", {"slug": "other"})
    body = body if action in ("copy", "create_alias") else ({} if body else None)

    refused = editor.response(method, act, body, If_Match=tag)
    done = editor.response(method, act, body, If_Match=current)

    assert refused.status_code == 412
    assert done.status_code in (200, 201, 204)


def test_page_that_is_gone_is_not_found(event, editor):
    response = editor.response("patch", "pages/99999/", patch(summary="New"), If_Match="*")

    assert response.status_code == 404


def test_tag_tells_nothing_to_whoever_may_not_change_the_page(event, visitor):
    client = V3Client(visitor)

    answers = {
        client.response("patch", f"pages/{event.pk}/", patch(summary="x"), If_Match=tag).status_code
        for tag in ('"0"', '"1"')
    }

    assert answers == {403}


def test_tag_is_strong_for_what_the_clock_changes(event, editor):
    route = f"pages/{event.pk}/"
    before = editor.response("get", route)["ETag"]
    cancel_meeting(meeting_of(event), user=None)
    after = editor.response("get", route)["ETag"]

    response = editor.response("patch", route, patch(summary="New"), If_Match=before)

    assert before != after
    assert response.status_code == 200


def test_pages_of_others_keep_their_answers(home, editor):
    assert "ETag" not in editor.response("get", f"pages/{home.pk}/")


# --- dates ---------------------------------------------------------------------------------------


def date_route(event, action=""):
    return f"lift/events/{event.pk}/dates/2027-06-01T12:30/{action}"


def test_date_is_read_with_a_tag_on_which_an_action_rests(event, editor):
    tag = editor.response("get", date_route(event))["ETag"]

    done = editor.response("post", date_route(event, "cancel/"), {}, If_Match=tag)
    again = editor.response("post", date_route(event, "reinstate/"), {}, If_Match=done["ETag"])

    assert (done.status_code, again.status_code) == (200, 200)


def test_action_on_a_date_that_has_changed_is_refused(event, editor):
    tag = editor.response("get", date_route(event))["ETag"]
    cancel_meeting(meeting_of(event), user=None, public_note="Ill")

    response = editor.response("post", date_route(event, "reinstate/"), {}, If_Match=tag)

    answer = editor.response("get", date_route(event))
    assert (response.status_code, response.json()["detail"]) == (412, CHANGED)
    assert answer.json()["status"] == "cancelled"
    assert answer["ETag"].startswith(response["ETag"].rstrip('"'))


def test_draft_of_the_page_does_not_change_the_version_of_a_date(event, editor):
    tag = editor.response("get", date_route(event))["ETag"]
    editor.response("patch", f"pages/{event.pk}/", patch(summary="New"))

    assert editor.response("get", date_route(event))["ETag"] == tag


# --- two at once ---------------------------------------------------------------------------------


def at_once(*calls):
    """Carry out calls at the same time, each with a connection of its own; return the results."""
    found = []

    def run(call):
        found.append(call())
        connection.close()

    threads = [Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(found)


@locks_rows
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", [*ROUTES, "a date"])
def test_only_one_of_two_writers_at_once_gets_through(home, event, host, routes, superuser, name):
    places = {"a date": (date_route(event, "cancel/"), {})}
    route, body = {**routes, **places}[name]
    method, read = ("post", date_route(event)) if name == "a date" else ("patch", route)
    clients = [V3Client(superuser) for _ in range(2)]
    tag = clients[0].response("get", read)["ETag"]

    codes = at_once(
        *(
            lambda client=client: client.response(method, route, body, If_Match=tag).status_code
            for client in clients
        )
    )

    assert codes == [200, 412]
    assert EventPage.objects.count() == 1
    assert HostProfile.objects.filter(pk=host.pk).count() == 1
