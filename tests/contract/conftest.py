"""The makers of clients, from npm."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.node import find_node

CLIENTS = Path(__file__).parent / "clients"
INSTALLED = CLIENTS / "node_modules"

MUTE = {"DO_NOT_TRACK": "1", "ORVAL_TELEMETRY_DISABLED": "1", "NO_UPDATE_NOTIFIER": "1"}
"""No maker of clients tells anybody that it ran."""


@pytest.fixture(scope="session")
def run_tool() -> Callable[..., str]:
    """Return a function that runs one of the tools; skip where they are not installed."""
    node = find_node(INSTALLED)
    if node is None or not (INSTALLED / "typescript").exists():
        if os.environ.get("CI_REQUIRE_CLIENTS") == "1":
            raise pytest.UsageError("CI_REQUIRE_CLIENTS is 1, but its makers are not installed.")
        pytest.skip("The makers of clients are not installed: make contract")

    def run(tool: str, *words: str) -> str:
        """Return what a tool printed; fail with it where it failed."""
        ran = subprocess.run(  # noqa: S603 -- our own words, no shell
            [node, INSTALLED / ".bin" / tool, *words],
            cwd=CLIENTS,
            env={**os.environ, **MUTE},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout
        return ran.stdout

    return run
