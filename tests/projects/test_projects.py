"""Runs each test project: a site of its own, with its own database, in a process of its own."""

import pytest
import wagtail

from tests.projects.processes import ROOT, run_python

pytestmark = pytest.mark.projects

needs_wagtail_8 = pytest.mark.skipif(
    wagtail.VERSION < (8,), reason="Wagtail 7.4 has one base page model."
)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("own_page_model", marks=needs_wagtail_8),
        "own_models",
        "rival",
        "gatherings",
        "translated",
    ],
)
def test_project_has_its_events(name):
    stories = [ROOT / "tests/projects/story.py", ROOT / f"tests/projects/{name}/story.py"]

    printed = run_python(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, stories)),
        DJANGO_SETTINGS_MODULE=f"tests.projects.{name}.settings",
    )

    assert " passed" in printed
    assert "failed" not in printed


@pytest.mark.parametrize("shown", ["pages", "previews"])
def test_project_with_a_front_end_of_its_own(shown):
    names = [shown, *(["heads"] if shown == "pages" else [])]
    stories = [ROOT / "tests/projects/headless" / f"{name}.py" for name in names]

    printed = run_python(
        *("-m", "pytest", "-q", "--nomigrations", "-p", "no:cacheprovider", *map(str, stories)),
        DJANGO_SETTINGS_MODULE="tests.projects.headless.settings",
        HEADLESS=shown,
    )

    assert " passed" in printed
    assert "failed" not in printed
