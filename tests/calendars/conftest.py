"""ical.js, which reads calendars in browsers and in Thunderbird."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ICALJS = Path(__file__).parent / "icaljs"


@pytest.fixture(scope="module")
def icaljs():
    """Return a function that has ical.js read calendars; skip where it is not installed."""
    if not shutil.which("node") or not (ICALJS / "node_modules" / "ical.js").exists():
        if os.environ.get("CI_REQUIRE_ICALJS") == "1":
            raise pytest.UsageError("CI_REQUIRE_ICALJS is 1, but ical.js is not installed.")
        pytest.skip("ical.js is not installed: npm ci --prefix tests/calendars/icaljs")

    def read(calendars: list[str]) -> list[list[list[int]]]:
        done = subprocess.run(
            ["node", "read.mjs"],  # noqa: S607 -- whichever node is there
            cwd=ICALJS,
            input=json.dumps(calendars),
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout)

    return read
