"""Check that a tag may be released: version, changelog and noted migrations agree with it.

    python tests/packaging/check_release.py v0.1.0 https://github.com/owner/name

The address is that of the repository that publishes: setup.cfg must name the same. It
needs nothing installed, and exits with what is wrong.
"""

import hashlib
import json
import sys
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {"wagtail_lift": "wagtail_lift", "wagtail_lift_pages": "wagtail_lift/pages"}


def faults(tag: str, address: str, root: Path = ROOT) -> list[str]:
    """Return why this tag may not be released, in words."""
    number = tag.removeprefix("v")
    found = []
    if f'__version__ = "{number}"' not in (root / "wagtail_lift/__init__.py").read_text():
        found.append(f"wagtail_lift/__init__.py has another version than {tag}.")
    if f"\n## {number} - " not in (root / "CHANGELOG.md").read_text():
        found.append(f"CHANGELOG.md has no section “## {number} - (date)”.")
    if (named := source_address(root)) != address:
        found.append(f"setup.cfg and the README of the index name {named}, and not {address}.")
    noted = json.loads((root / "tests/migrations/released.json").read_text())
    for app, folder in FOLDERS.items():
        for path in sorted((root / folder / "migrations").glob("[0-9]*.py")):
            if noted[app].get(path.stem) != hashlib.sha256(path.read_bytes()).hexdigest():
                found.append(f"{app} {path.stem} is not noted: run tests/migrations/release.py.")
    return found


def source_address(root: Path = ROOT) -> str:
    """Return the address of the repository that setup.cfg names."""
    setup = ConfigParser()
    setup.read(root / "setup.cfg")
    lines = setup["metadata"]["project_urls"].strip().splitlines()
    return dict(line.split(" = ") for line in lines)["Source"]


if __name__ == "__main__":
    sys.exit("\n".join(faults(*sys.argv[1:3])) or None)
