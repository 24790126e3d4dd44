"""Who cannot know of a page or host is answered as if it were not there; others are refused."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_programme, make_workflow

NOTHING = 99999999
ACTIONS = {"publish": {}, "unpublish": {}, "copy": {"slug": "copied"}}


@pytest.fixture
def elsewhere(home):
    return make_programme(home, "Elsewhere")


@pytest.fixture
def stranger(elsewhere, make_editor, client_of):
    """An editor of another programme, with a token."""
    return client_of(make_editor("stranger", elsewhere, "add", "change", "publish"))


def answers(client, key):
    """Return what is answered to each way of writing a page."""
    found = [client("patch", f"pages/{key}/", {"title": "Other"})]
    found += [client("delete", f"pages/{key}/")]
    return found + [client("post", f"pages/{key}/actions/{a}/", b) for a, b in ACTIONS.items()]


@pytest.mark.parametrize("way", ["a draft", "a restricted page"])
def test_hidden_page_is_refused_to_a_stranger_as_one_that_is_not_there(event, stranger, way):
    if way == "a draft":
        event.unpublish()
    else:
        PageViewRestriction.objects.create(page=event, restriction_type="login")
        PageViewRestriction.objects.update(restriction_type="groups")

    assert answers(stranger, event.pk) == answers(stranger, NOTHING)
    assert type(event).objects.get(pk=event.pk).title == event.title


def test_page_that_everybody_reads_is_refused_for_what_it_is(event, stranger):
    assert {status for status, _ in answers(stranger, event.pk)} == {403}


def test_own_draft_is_still_written(event, programme, make_editor, client_of):
    event.unpublish()
    author = client_of(make_editor("author", programme, "change"))

    status, _ = author("patch", f"pages/{event.pk}/", {"title": "Other"})

    assert status == 200


def test_reviewer_of_a_draft_knows_of_it(event, programme, elsewhere, make_editor, client_of):
    """A right that only a workflow gives, and no permission on the page."""
    event.unpublish()
    event.save_revision()
    workflow = make_workflow(programme)
    reviewer = make_editor("reviewer", elsewhere, "change")
    workflow.tasks.first().specific.groups.add(reviewer.groups.get())
    workflow.start(event, reviewer)

    status, _ = client_of(reviewer)("post", f"pages/{event.pk}/actions/unpublish/", {})

    assert status == 403


@pytest.mark.parametrize("body", ["[]", '{"title": 5}', '{"title": "\\u0000"}'])
def test_body_out_of_shape_tells_nobody_of_a_draft(event, anybody, stranger, body):
    event.unpublish()

    for client in (anybody, stranger):
        hidden, nothing = (client("patch", f"pages/{key}/", body) for key in (event.pk, NOTHING))
        assert hidden == nothing
        assert hidden[0] in (400, 401, 404)


def test_hidden_page_is_no_place_to_write_below(home, stranger, elsewhere):
    hidden = make_programme(home, "Hidden", live=False)
    mine = make_event(elsewhere)
    meta = {"type": "wagtail_lift_pages.EventPage"}

    def asked(key):
        yield stranger("post", "pages/", {"meta": {**meta, "parent_id": key}, "title": "New"})
        for action, body in (("copy", {"slug": "c"}), ("move", {"position": "last-child"})):
            path = f"pages/{mine.pk}/actions/{action}/"
            yield stranger("post", path, {"destination_id": key, **body})

    assert [*asked(hidden.pk)] == [*asked(NOTHING)]


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_who_has_no_right_on_hosts_learns_of_none(stranger, action):
    host = make_host("Sam", is_listed=False)
    path = "snippets/wagtail_lift.HostProfile/{}/actions/{}/"

    hidden, nothing = (stranger("post", path.format(k, action), {}) for k in (host.pk, NOTHING))

    assert hidden == nothing
    assert hidden[0] == 403


@pytest.mark.parametrize("key", ["x", "1.5", "%00", "99999999999999999999"])
@pytest.mark.parametrize("rest", ["", "revisions/", "actions/publish/"])
def test_key_that_no_host_can_have_is_the_key_of_nothing(editor, key, rest):
    method = "post" if rest.startswith("actions") else "get"
    body = {} if method == "post" else None

    status, _ = editor(method, f"snippets/wagtail_lift.HostProfile/{key}/{rest}", body)

    assert status == 404


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_headers_of_a_refusal_tell_nothing_of_a_draft(event, client, version):
    event.unpublish()

    hidden, nothing = (client.get(f"/api/{version}/pages/{k}/") for k in (event.pk, NOTHING))

    assert hidden.status_code == nothing.status_code == 404
    assert dict(hidden.headers) == dict(nothing.headers)
