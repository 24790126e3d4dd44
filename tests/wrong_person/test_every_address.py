"""Each stranger at each address, with each method: nothing private, nothing written."""

import pytest

from tests.hostile_content import HOSTILE, patterns
from tests.wrong_person.asking import ROWS, WRITES, answer, below, body_for, without

NOT_BELOW_NOTHING = ("api/", "admin/")

WRITES_NOTHING = ("docs/", "openapi.json", "/add/wagtail_lift_pages/eventpage/")
"""What answers any method with the same document, or asks an editor below which page to add."""


def route_below(prefix, route):
    """Return what follows a prefix, ``None`` if the route is elsewhere."""
    is_elsewhere = not prefix and route.startswith(NOT_BELOW_NOTHING)
    return route.removeprefix(prefix) if route.startswith(prefix) and not is_elsewhere else None


@pytest.mark.parametrize("prefix", ROWS)
def test_every_route_has_a_row(prefix):
    found = {route_below(prefix, route) for route, _ in patterns()} - {None}

    assert found == set(ROWS[prefix])


def asked(prefix, places):
    """Yield method, address and the values in it, for all that is asked below a prefix."""
    for template in (template for row in ROWS[prefix].values() for template in row):
        for path, values in places.filled(template):
            yield "get", below(prefix, path), values
            if "?" not in path:
                yield from ((m, below(prefix, path), values) for m in WRITES.get(prefix, ()))


@pytest.mark.parametrize("prefix", ROWS)
def test_no_answer_holds_what_is_private(stranger, places, prefix):
    found = {}
    for method, path, values in asked(prefix, places):
        status, text = answer(stranger, method, path, body_for(path))
        is_told = HOSTILE in without(text, path, *values).lower()
        is_written = method != "get" and status < 300 and not path.endswith(WRITES_NOTHING)
        if is_told or is_written or status >= 500:
            found[f"{method} {path}"] = status

    assert found == {}
