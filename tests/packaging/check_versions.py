"""Fail unless this environment runs the versions it claims, as in: 3.13 6.1 8.0."""

import sys

import django
import wagtail


def main(python: str, django_version: str, wagtail_version: str) -> int:
    """Return 0 when Python, Django and Wagtail are of the given minor versions."""
    running = [
        f"{version[0]}.{version[1]}"
        for version in (sys.version_info, django.VERSION, wagtail.VERSION)
    ]
    print("Python {}, Django {}, Wagtail {}".format(*running))
    if running != [python, django_version, wagtail_version]:
        raise SystemExit(
            f"Expected Python {python}, Django {django_version}, Wagtail {wagtail_version}."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
