"""A client for version 3 that speaks JSON and shows a token."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_host

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
        response = self.response(method, path, body)
        return response.status_code, response.json() if response.content else None

    def response(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Return a whole answer; ``If_Match="…"`` sends that header."""
        sent = {} if body is None else {"data": body, "content_type": "application/json"}
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        call = getattr(self.http, method)
        return call(f"/api/v3/{path}", headers={**self.headers, **more}, **sent)


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


@pytest.fixture
def new_event(programme):
    """Return the body of a request that creates and publishes an event."""
    ada, bo = make_host("Ada Bell"), make_host("Bo Carr")
    return {
        "meta": {
            "type": "wagtail_lift_pages.EventPage",
            "parent_id": programme.pk,
            "action": "publish",
        },
        "title": "Kindness over lunch",
        "summary": "An hour about kindness.",
        "start_date": "2027-06-01",
        "start_time": "12:30:00",
        "end_time": "14:00:00",
        "timezone": "Europe/London",
        "event_hosts": [
            {"host_id": bo.pk, "role": "facilitator", "line": "Keeps the time"},
            {"host_id": ada.pk, "role": "host"},
        ],
        "conversation": [
            {"type": "question", "id": "q-1", "value": {"question": "What is kind?", "minutes": 9}},
            {"type": "question", "id": "q-2", "value": {"question": "What is not?"}},
        ],
        "topics": ["kindness", "lunch, and more"],
        "audiences": ["health"],
        "body": [{"type": "paragraph", "value": "<p>Come.</p>"}],
    }
