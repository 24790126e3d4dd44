"""Reads the Dockerfile and compose.yml as far as the tests need them."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def instructions(text: str) -> list[tuple[str, str]]:
    """Return the name and the words of each instruction of a Dockerfile, in order."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    whole = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [(name, words) for name, _, words in (line.partition(" ") for line in whole.split("\n"))]


def variables(compose: str) -> dict[str, str]:
    """Return the environment of the site in a compose file."""
    block = compose.split("x-site:")[1].split("  environment:\n")[1].split("\n  volumes:")[0]
    return dict(re.findall(r"^    ([A-Z_]+): (.*)$", block, re.MULTILINE))


def command(compose: str, service: str) -> str:
    """Return the shell command of a service."""
    block = re.search(rf"^  {service}:\n(.*?)(?:\n\n|\Z)", compose, re.MULTILINE | re.DOTALL)[1]
    shell, flag, words = json.loads(re.search(r"^    command: (.*)$", block, re.MULTILINE)[1])
    if (shell, flag) != ("sh", "-c"):
        raise ValueError(f"{service} does not run a shell command.")
    return words


def read_by_settings(settings: str) -> set[str]:
    """Return the variables that the settings of the example site read."""
    return set(re.findall(r'env\.\w+\(\s*["\']([A-Z_]+)["\']', settings))
