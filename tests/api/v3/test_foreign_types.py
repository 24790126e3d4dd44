"""Page types and endpoints of the site that are not ours answer as without the package."""

from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from tests.factories import make_image
from tests.testapp.models import Noticeboard, NoticeLine

BOARD = "testapp.Noticeboard"
SIGN = {"type": "sign", "id": "s-1", "value": {"words": "Mind the step", "size": "big"}}


@pytest.fixture
def board(home, event, closed_pack):
    """A page of the site beside ours, with a value in each of its fields."""
    board = Noticeboard(
        title="Board", slug="board", notice="Doors at six", signs=[("sign", {"words": "Hello"})]
    )
    board.lines = [NoticeLine(text="First"), NoticeLine(text="Second")]
    home.add_child(instance=board)
    make_image()
    return board


def nameless(answer: Any) -> Any:
    """Return an answer without the keys that the database counts up."""
    if isinstance(answer, dict):
        return {k: nameless(v) for k, v in answer.items() if k not in ("id", "detail_url")}
    return [nameless(item) for item in answer] if isinstance(answer, list) else answer


def answer_at(root: str, caller: Any, method: str, path: str, body: Any) -> tuple[Any, ...]:
    """Return what a request is answered, or what it fails with, and take back what it did."""
    sent = {} if body is None else {"data": body, "content_type": "application/json"}
    try:
        with transaction.atomic():
            call = getattr(caller.http, method)
            answer = call(f"/{root}/{path}", headers=caller.headers, **sent)
            transaction.set_rollback(True)
    except Exception as error:
        return type(error), str(error)
    is_json = answer.content and "json" in answer["Content-Type"]
    return answer.status_code, nameless(answer.json()) if is_json else answer.content


NEW = {"meta": {"type": BOARD, "parent_id": "home", "action": "publish"}, "title": "New"}

REQUESTS = [
    ("get", "pages/{board}/", None),
    ("get", "pages/{board}/?version=draft", None),
    ("get", f"pages/?type={BOARD}", None),
    ("get", f"pages/?type={BOARD}&nonsense=1", None),
    ("get", f"pages/?type={BOARD}&seats=x", None),
    ("get", f"pages/?type={BOARD}&pk=1", None),
    ("get", f"pages/?type={BOARD}&order=nonsense", None),
    ("get", f"pages/?type={BOARD}&order=-notice", None),
    ("get", f"pages/?type={BOARD}&search=doors", None),
    ("get", f"pages/?type={BOARD}&search=%22doors%20at", None),
    ("get", f"pages/?type={BOARD}&offset=9999999999", None),
    ("get", "pages/?nonsense=1&pk=7", None),
    ("get", "pages/?search=board", None),
    ("get", "pages/?offset=99999999999999999999", None),
    ("get", "images/", None),
    ("get", "images/?search=room&nonsense=1&order=title", None),
    ("get", "documents/?offset=99999999999999999999", None),
    ("get", "redirects/", None),
    ("get", "locales/", None),
    ("get", "sites/", None),
    ("get", "schema/", None),
    ("get", f"schema/{BOARD}/", None),
    ("get", "whoami/", None),
    ("patch", "pages/{board}/", {"notice": "New"}),
    ("patch", "pages/{board}/", {"notice": "New", "meta": {"action": "publish"}}),
    ("patch", "pages/{board}/", {"slug": "other", "meta": {"action": "publish"}}),
    ("patch", "pages/{board}/", {"nonsense": 1, "pinned_word": "x", "lines": [{"txt": "A"}]}),
    ("patch", "pages/{board}/", {"lines": [{"text": "x" * 51}]}),
    ("patch", "pages/{board}/", {"signs": [{"type": "sign", "value": {"wrds": "x"}}]}),
    ("patch", "pages/{board}/", {"signs": [SIGN]}),
    ("patch", "pages/{board}/", {"signs": [{"type": "poem", "value": 1}]}),
    ("patch", "pages/{board}/", {"signs": ["x"]}),
    ("patch", "pages/{board}/", {"seats": 10**30}),
    (
        "patch",
        "pages/{board}/",
        {"notice": "", "pinned_on": "2027-01-01", "meta": {"action": "publish"}},
    ),
    ("patch", "pages/{board}/", "[1]"),
    ("patch", "pages/{board}/", "nonsense"),
    ("post", "pages/{board}/actions/publish/", {}),
    ("post", "pages/{board}/actions/unpublish/", {"nonsense": 1}),
    ("post", "pages/{board}/actions/copy/", {"slug": "copied"}),
    ("post", "pages/{board}/actions/create_alias/", {"slug": "alias"}),
    ("post", "pages/", NEW),
    ("post", "pages/", {**NEW, "nonsense": 1, "pinned_on": "2027-01-01"}),
    ("post", "images/", {"title": "x"}),
    ("post", "redirects/", {"old_path": "/a/", "redirect_link": "/b/", "nonsense": 1}),
    ("delete", "pages/{board}/", None),
]


@pytest.mark.parametrize(("method", "path", "body"), REQUESTS)
@pytest.mark.parametrize("who", ["anybody", "editor"])
@override_settings(ROOT_URLCONF="tests.api.v3.plain_urls", DATA_UPLOAD_MAX_MEMORY_SIZE=5000)
def test_answer_is_the_same_with_and_without_the_package(
    indexed, board, home, request, who, method, path, body
):
    caller = request.getfixturevalue(who)
    if isinstance(body, dict) and "parent_id" in body.get("meta", {}):
        body = {**body, "meta": {**body["meta"], "parent_id": home.pk}}

    with_ours, without = (
        answer_at(root, caller, method, path.format(board=board.pk), body)
        for root in ("api/v3", "plain")
    )

    assert with_ours == without
    assert with_ours[0] != 404


@pytest.mark.parametrize("key", ["0", "999999", "x", "99999999999999999999", "1.5"])
@pytest.mark.parametrize("method", ["get", "patch", "delete"])
@override_settings(ROOT_URLCONF="tests.api.v3.plain_urls")
def test_page_that_is_not_there_is_answered_as_without_the_package(board, editor, method, key):
    with_ours, without = (
        answer_at(root, editor, method, f"pages/{key}/", {} if method == "patch" else None)
        for root in ("api/v3", "plain")
    )

    assert with_ours == without


@override_settings(ROOT_URLCONF="tests.api.v3.plain_urls", DATA_UPLOAD_MAX_MEMORY_SIZE=50)
def test_body_that_is_too_large_is_answered_as_without_the_package(board, editor):
    with_ours, without = (
        answer_at(root, editor, "patch", f"pages/{board.pk}/", {"notice": "x" * 100})
        for root in ("api/v3", "plain")
    )

    assert with_ours == without
