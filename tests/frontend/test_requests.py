"""A page takes at most two requests to the API, and readers take none."""

import pytest

from tests.frontend.kinds import KINDS, path_of
from tests.frontend.signing import tell

MOST_REQUESTS = 2


@pytest.mark.parametrize("kind", KINDS)
def test_page_takes_at_most_two_requests(running, kind):
    path = path_of(kind, running)
    anew = f"{path}{'&' if '?' in path else '?'}anew"  # no page with a query is kept
    running.wait_until_quiet()
    before = running.place()

    running.get(f"{running.url}{anew}")
    asked = running.asked_since(before)

    assert 1 <= len(asked) <= MOST_REQUESTS, asked


def test_page_that_is_kept_takes_none(running, tab):
    tell(running, ["/conversations/"])
    before = running.place()

    tab.goto("/conversations/", wait_until="networkidle")

    assert running.asked_since(before) == []
