"""Note the migrations of the package as released: from then on a test holds them unchanged.

Run once for each release, before its tag: ``python tests/migrations/release.py``.
"""

import hashlib
import json
from pathlib import Path

from regenerate import PACKAGE, ROOT

RELEASED = Path(__file__).with_name("released.json")


def fingerprints() -> dict[str, dict[str, str]]:
    """Return the SHA-256 of each migration of the package, by app and name."""
    return {
        app: {
            path.stem: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((ROOT / folder / "migrations").glob("[0-9]*.py"))
        }
        for app, folder in PACKAGE.items()
    }


if __name__ == "__main__":
    RELEASED.write_text(json.dumps(fingerprints(), indent=2) + "\n")
