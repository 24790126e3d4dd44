"""A refusal does not tell a stranger what there is: it is the same as for what nobody has made."""

import pytest

from tests.wrong_person.asking import HAS_V3, ROWS, WRITES, answer, below, body_for, without
from tests.wrong_person.places import NOTHING

TELLING = {
    "admin/lift/": ("{page}",),
    "": ("authenticate_with_password/1/{page}/",),
}
"""Where Wagtail itself tells which keys pages have: the admin's chooser lists every page."""

ODD = ("[]", {"title": 5}, {"title": "\0"})
"""Bodies that are refused before or after the page is looked for."""


def pairs(prefix, places):
    """Yield method, body, and the addresses of what is hidden and of nothing."""
    for template in (template for row in ROWS[prefix].values() for template in row):
        if any(mark in template for mark in TELLING.get(prefix, ())):
            continue
        for pair in places.pairs(template):
            yield "get", None, pair
            if "?" not in template:
                for method in WRITES.get(prefix, ()):
                    yield method, body_for(template), pair


def differences(client, prefix, asked):
    """Return the questions whose two answers differ, with both."""
    found = {}
    for method, body, pair in asked:
        told = []
        for path, value in pair:
            address = below(prefix, path)
            status, text = answer(client, method, address, body)
            told.append((status, without(text, address, value)))
        if told[0] != told[1] or told[0][0] >= 500:
            found[f"{method} {pair[0][0]}"] = told
    return found


@pytest.mark.parametrize("prefix", ROWS)
def test_what_is_hidden_is_answered_like_what_does_not_exist(stranger, places, prefix):
    assert differences(stranger, prefix, pairs(prefix, places)) == {}


@pytest.mark.skipif(not HAS_V3, reason="Wagtail 8 brought version 3 of the API")
@pytest.mark.parametrize("body", ODD)
def test_body_out_of_shape_tells_nothing_of_a_hidden_page(stranger, places, body):
    templates = ("pages/{page}/", "pages/{page}/actions/copy/", "lift/events/{page}/private/")
    asked = [
        (method, body, pair)
        for template in templates
        for pair in places.pairs(template)
        for method in WRITES["api/v3/"]
    ]

    assert differences(stranger, "api/v3/", asked) == {}


@pytest.mark.skipif(not HAS_V3, reason="Wagtail 8 brought version 3 of the API")
def test_place_for_a_page_tells_nothing_of_a_hidden_page(stranger, places):
    theirs = places.by_name["theirs"].shown[0]
    new = {"type": "wagtail_lift_pages.EventPage"}
    keys = (*places.by_name["page"].hidden, NOTHING)
    answers = {
        key: [
            answer(
                stranger,
                "post",
                "/api/v3/pages/",
                {"meta": {**new, "parent_id": int(key)}, "title": "New"},
            ),
            *(
                answer(
                    stranger,
                    "post",
                    f"/api/v3/pages/{theirs}/actions/{action}/",
                    {"destination_id": int(key), **body},
                )
                for action, body in (
                    ("copy", {"slug": "copied"}),
                    ("create_alias", {"slug": "another"}),
                    ("move", {"position": "last-child"}),
                )
            ),
        ]
        for key in keys
    }

    assert answers == dict.fromkeys(keys, answers[NOTHING])
