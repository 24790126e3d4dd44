"""A mirror that webhooks keep while several people edit equals a fresh one.

``python -m tests.webhooks.minute`` does the same with eight editors for a whole minute.
"""

import os

import pytest

from tests.webhooks.minute import edit_for

pytestmark = [pytest.mark.projects, pytest.mark.slow]

SERVER = os.environ.get("MINUTE_SERVER_URL", os.environ.get("DATABASE_URL", ""))
EDITORS, SECONDS = (4, 5) if SERVER.startswith("postgres") else (2, 5)
"""SQLite lets one write at a time."""


def test_mirror_kept_by_webhooks_equals_a_fresh_one():
    found = edit_for(SECONDS, EDITORS, SERVER)

    assert found["wrong"] == {}
    assert [found[name] for name in ("by_webhooks", "by_cursor", "from_nothing")] == [True] * 3
    assert found["edits"] >= EDITORS
    assert found["deliveries"] == found["different_messages"] > 0
