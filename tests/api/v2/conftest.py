"""A caller of version 2."""

import pytest


@pytest.fixture
def get(client):
    """Return a function that gets an address of version 2 and gives status and JSON."""

    def call(path):
        response = client.get(f"/api/v2/{path}")
        return response.status_code, response.json()

    return call
