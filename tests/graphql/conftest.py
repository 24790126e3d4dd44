"""A client of the endpoint; the stories run in a process that has it."""

import pytest
import time_machine

from tests.factories import make_programme


@pytest.fixture(autouse=True)
def today(request, now):
    """Let every story happen at ``now``."""
    if not request.node.path.stem.startswith("story"):
        yield
        return
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def ask(client, db):
    """Return a function that sends a query and gives its data; it fails with its errors."""

    def ask(query, **variables):
        body = {"query": query, "variables": variables}
        response = client.post("/graphql/", body, content_type="application/json")
        answer = response.json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return ask
