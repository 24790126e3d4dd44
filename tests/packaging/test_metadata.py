"""What setup.cfg promises to those who install the package."""

import re
import runpy
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME_AND_BOUND = re.compile(r"^([a-z\d-]+(?:\[[a-z]+\])?)>=[\d.]+$")


@pytest.fixture(scope="module")
def setup() -> ConfigParser:
    """The parsed setup.cfg."""
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg")
    return parser


def test_run_time_requirements_are_few(setup):
    required = setup["options"]["install_requires"].split()

    names = [NAME_AND_BOUND.match(requirement)[1] for requirement in required]

    assert names == [
        "babel",
        "django",
        "django-taggit",
        "icalendar",
        "markdown-it-py",
        "markdownify",
        "python-dateutil",
        "swapper",
        "typing-extensions",
        "tzdata",
        "wagtail",
        "wagtail-modeladmin",
    ]


def test_requirements_have_a_lower_bound_and_no_upper_one(setup):
    extras = dict(setup["options.extras_require"])

    requirements = " ".join([setup["options"]["install_requires"], *extras.values()]).split()

    work = ["dev", "docs", "example", "mariadb", "test"]
    assert sorted(extras) == sorted([*work, "graphql", "headless", "pdf", "webhooks"])
    assert [each for each in requirements if not NAME_AND_BOUND.match(each)] == []


def test_build_system_is_all_that_pyproject_holds():
    sections = re.findall(r"^\[.*", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)

    assert sections == ["[build-system]"]


def test_description_for_an_index_has_whole_addresses():
    setup = runpy.run_path(str(ROOT / "setup.py"))
    source, tag = setup["source_address"](), f"v{setup['version']()}"

    targets = re.findall(r"\]\(([^)]*)\)", setup["description"]())

    ours = [target for target in targets if target.startswith(source)]
    assert [target for target in targets if not target.startswith("https://")] == []
    assert f"{source}/raw/{tag}/docs/images/event-page.png" in ours
    assert f"{source}/blob/{tag}/README.md#support" in ours
    paths = [re.sub(r"#.*", "", target.split(f"/{tag}/")[1]) for target in ours]
    assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_project_has_addresses(setup):
    lines = setup["metadata"]["project_urls"].strip().splitlines()

    urls = dict(line.split(" = ") for line in lines)

    assert list(urls) == ["Source", "Documentation", "Changelog", "Issues", "Security"]
    assert {url.startswith(urls["Source"]) for url in urls.values()} == {True}


def test_development_status_is_alpha_and_the_readme_says_what_is_missing(setup):
    first_screen = "\n".join((ROOT / "README.md").read_text().splitlines()[:12])

    assert "Development Status :: 3 - Alpha" in setup["metadata"]["classifiers"]
    assert "it takes no bookings" in first_screen
    assert "There has been no release yet; [Support](#support)" in first_screen
