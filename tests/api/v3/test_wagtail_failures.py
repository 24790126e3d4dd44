"""Requests on which Wagtail itself would fail."""

import json

import pytest
from django.db import connection
from wagtail.models import Page

from tests.factories import make_host


@pytest.mark.parametrize("key", ["Ada", "9" * 40, "1.5"])
@pytest.mark.parametrize(
    "path",
    [
        "pages/{page}/revisions/?user_id=",
        "snippets/wagtail_lift.HostProfile/{host}/revisions/?user_id=",
        "snippets/wagtail_lift.HostProfile/?translation_of=",
    ],
)
def test_a_key_that_is_none_is_named(editor, event, path, key):
    address = path.format(page=event.pk, host=make_host("Cy Dee").pk)
    status, answer = editor("get", f"{address}{key}")

    (name,) = [part.partition("=")[0] for part in path.split("?")[1:]]
    assert (status, answer["errors"]) == (
        400,
        [{"type": "filter", "loc": [name], "msg": "This is no key."}],
    )


@pytest.mark.parametrize("kind", ["pages", "snippets/wagtail_lift.HostProfile"])
def test_revisions_are_not_filtered_by_a_null_character(editor, event, kind):
    key = event.pk if kind == "pages" else make_host("Cy Dee").pk

    status, answer = editor("get", f"{kind}/{key}/revisions/?object_str=%00")

    assert (status, answer["detail"]) == (400, "Null characters are not allowed.")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL refuses it.")
def test_revisions_are_not_filtered_by_an_instant_in_no_zone(editor, event):
    query = "created_at_from=4237-11-19T09:57:30%2B18:35"

    status, answer = editor("get", f"pages/{event.pk}/revisions/?{query}")

    assert (status, answer["detail"]) == (400, "A value is too large.")


def test_a_key_that_is_one_filters(editor, superuser, event):
    event.save_revision(user=superuser)

    status, answer = editor("get", f"pages/{event.pk}/revisions/?user_id={superuser.pk}")

    assert (status, answer["count"]) == (200, 1)


@pytest.mark.parametrize("position", [{}, {"position": "left"}])
def test_nothing_moves_beside_the_root(editor, event, position):
    body = {"destination_id": Page.get_first_root_node().pk, **position}

    status, answer = editor("post", f"pages/{event.pk}/actions/move/", body)

    assert status == 422
    assert [(e["type"], e["loc"]) for e in answer["errors"]] == [("root", ["position"])]


@pytest.mark.parametrize("body", [[], "text", 7, None])
def test_a_page_is_created_from_an_object(anybody, editor, programme, body):
    sent = json.dumps(body)

    status, answer = editor("post", "pages/", sent)

    assert (status, answer["detail"]) == (400, "Send a JSON object.")
    assert anybody("post", "pages/", sent)[0] == 401


def test_an_alias_is_not_published(editor, event, programme):
    alias = event.create_alias(parent=programme, update_slug="again")

    status, answer = editor("post", f"pages/{alias.pk}/actions/publish/")

    message = f"This page is an alias. Change page {event.pk}, which it shows, instead."
    assert (status, answer["errors"]) == (
        422,
        [{"type": "alias", "loc": ["__all__"], "msg": message}],
    )
