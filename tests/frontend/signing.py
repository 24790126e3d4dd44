"""Messages as the CMS sends them, signed with the secret of its webhook."""

import json
from datetime import UTC, datetime
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import uuid4

from standardwebhooks import Webhook

from tests.frontend.running import Running

OWN_PAGES = {"/"}
"""Pages of the front end's own, which show what is next: rebuilt with every message."""


def send(running: Running, addresses: list[str], *, secret: str = "") -> int:
    """Send a message that names these addresses; return the status of the answer."""
    data = {"addresses": addresses, "removed": False}
    body = json.dumps({"type": "event.changed", "timestamp": "2027-01-01T00:00:00Z", "data": data})
    identity, now = f"msg_{uuid4().hex}", datetime.now(UTC)
    signature = Webhook(secret or running.secret).sign(identity, now, body)
    headers = {
        "Content-Type": "application/json",
        "webhook-id": identity,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature,
    }
    try:
        request = Request(f"{running.url}/webhook/", body.encode(), headers)  # noqa: S310 -- on this machine
        with urlopen(request) as answer:  # noqa: S310 -- the same
            return answer.status
    except HTTPError as refused:
        return refused.code


def tell(running: Running, paths: list[str]) -> None:
    """Name these paths in a message, and wait until each was rendered anew."""
    running.wait_until_quiet()
    before = running.place()
    assert send(running, [f"{running.url}{path}" for path in paths]) == 204
    for path in [*paths, *OWN_PAGES]:
        running.wait_until_said(f" {path}\n", before)
