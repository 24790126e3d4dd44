"""Add the migrations that the package lacks; regenerate those of the sites that test it.

Run by ``make migrations`` with the newest supported Django and Wagtail. Migrations of the package
only grow: ``released.json`` and its test hold those of a release unchanged. The test app, the test
projects and the demo are never upgraded: a change of a model rewrites their ``0001_initial``.
"""

import os
import subprocess
import sys
from pathlib import Path

from make_portable import make_portable

ROOT = Path(__file__).resolve().parents[2]

PACKAGE = {
    "wagtail_lift": "wagtail_lift",
    "wagtail_lift_pages": "wagtail_lift/pages",
    "wagtail_lift_webhooks": "wagtail_lift/webhooks",
}
RUNS = (
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
"""Settings, and the apps whose migrations are regenerated with them, each with its folder."""


def first_of(apps: dict[str, str]) -> list[Path]:
    """Return the paths of the first migrations of apps."""
    return [ROOT / folder / "migrations" / "0001_initial.py" for folder in apps.values()]


def add_to_the_package() -> None:
    """Write the migrations that the package lacks, as every supported set can load them."""
    before = migrations_of_the_package()
    run("django", "makemigrations", "--no-header", *PACKAGE, settings="tests.settings")
    for path in sorted(migrations_of_the_package() - before):
        path.write_text(make_portable(path.read_text()))
        run("ruff", "format", "--quiet", str(path))


def migrations_of_the_package() -> set[Path]:
    """Return the paths of the package's migrations."""
    folders = (ROOT / folder / "migrations" for folder in PACKAGE.values())
    return {path for folder in folders for path in folder.glob("[0-9]*.py")}


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
    """Add, then regenerate; those that are regenerated name one another, so all go first."""
    add_to_the_package()
    for path in (path for _settings, apps in RUNS for path in first_of(apps)):
        path.unlink(missing_ok=True)
    for settings, apps in RUNS:
        regenerate(settings, apps)


if __name__ == "__main__":
    main()
