"""Write the first migrations anew: the package's, the test app's and those of the test projects.

Run by ``make migrations`` with the newest supported Django and Wagtail. Until the first release a
change of a model rewrites ``0001_initial``; what stands in ``0002`` and later is kept.
"""

import os
import subprocess
import sys
from pathlib import Path

from make_portable import make_portable

ROOT = Path(__file__).resolve().parents[2]

RUNS = (
    (
        "tests.settings",
        {"wagtail_lift": "wagtail_lift", "wagtail_lift_pages": "wagtail_lift/pages"},
    ),
    (
        "tests.settings",
        {"demo": "example_site/demo", "floor": "benchmarks/floor", "testapp": "tests/testapp"},
    ),
    (
        "tests.projects.own_page_model.settings",
        {"conversations": "tests/projects/own_page_model/conversations"},
    ),
    (
        "tests.projects.gatherings.settings",
        {
            "neighbours": "tests/projects/gatherings/neighbours",
            "seasons": "tests/projects/gatherings/seasons",
        },
    ),
)
"""Settings, and the apps whose migrations are made with them, each with its folder."""


def first_of(apps: dict[str, str]) -> list[Path]:
    """Return the paths of the first migrations of apps."""
    return [ROOT / folder / "migrations" / "0001_initial.py" for folder in apps.values()]


def regenerate(settings: str, apps: dict[str, str]) -> None:
    """Write the first migration of each of these apps as ``settings`` ask for it."""
    first = first_of(apps)
    run("django", "makemigrations", "--no-header", *apps, settings=settings)
    for path in first:
        path.write_text(make_portable(path.read_text()))
    run("ruff", "format", "--quiet", *map(str, first))


def run(module: str, *words: str, settings: str = "") -> None:
    """Run a module of this environment; raise ``CalledProcessError`` where it fails."""
    subprocess.run(  # noqa: S603 -- our own words, no shell
        [sys.executable, "-m", module, *words],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings},
        cwd=ROOT,
        check=True,
    )


def main() -> None:
    """Regenerate all of them; they name one another, so all old ones go first."""
    for path in (path for _settings, apps in RUNS for path in first_of(apps)):
        path.unlink(missing_ok=True)
    for settings, apps in RUNS:
        regenerate(settings, apps)


if __name__ == "__main__":
    main()
