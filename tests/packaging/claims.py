"""Say whether README.md claims support of the Django and the Wagtail that are installed here.

Exits with 0 where it does, with 1 where it does not: the continuous integration asks, so that a
release that is yet to come fails a run only where somebody was promised that it works.
"""

import re
import sys
from pathlib import Path

import django
import wagtail

README = Path(__file__).resolve().parents[2] / "README.md"

Version = tuple[int, int]


def claimed_versions(name: str) -> set[Version]:
    """Return the minor versions that the table of support lists for Wagtail, Django or Python."""
    (row,) = re.findall(rf"^\| {name} \| (.*) \|$", README.read_text(), re.MULTILINE)
    return {(int(major), int(minor)) for major, minor in re.findall(r"(\d+)\.(\d+)", row)}


def are_claimed(django_version: Version, wagtail_version: Version) -> bool:
    """Return whether both are in the table."""
    is_known = django_version in claimed_versions("Django")
    return is_known and wagtail_version in claimed_versions("Wagtail")


def main() -> int:
    """Print what is installed and whether it is claimed."""
    claimed = are_claimed(django.VERSION[:2], wagtail.VERSION[:2])
    word = "claimed" if claimed else "not claimed"
    print(f"Django {django.__version__}, Wagtail {wagtail.__version__} ({word})")
    return 0 if claimed else 1


if __name__ == "__main__":
    sys.exit(main())
