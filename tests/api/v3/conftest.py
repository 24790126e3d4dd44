"""A client for version 3 that speaks JSON and shows a token."""

from typing import Any

import pytest
from django.test import Client

pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")


class V3Client:
    """Speaks JSON with ``/api/v3/``, in the name of a user or of nobody."""

    def __init__(self, user: Any | None = None) -> None:
        self.http = Client()
        self.headers = {}
        if user is not None:
            from wagtail.models import APIToken

            _, token = APIToken.create_token(user=user, name="test")
            self.headers = {"Authorization": f"Bearer {token}"}

    def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Return the status and the JSON of an answer."""
        sent = {} if body is None else {"data": body, "content_type": "application/json"}
        call = getattr(self.http, method)
        response = call(f"/api/v3/{path}", headers=self.headers, **sent)
        return response.status_code, response.json() if response.content else None


@pytest.fixture
def anybody(db) -> V3Client:
    return V3Client()


@pytest.fixture
def editor(superuser) -> V3Client:
    """A client of somebody who may do everything."""
    return V3Client(superuser)


@pytest.fixture
def client_of() -> type[V3Client]:
    """Return what makes the client of a user."""
    return V3Client
