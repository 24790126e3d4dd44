"""What setup.cfg promises to those who install the package."""

import re
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
        "django",
        "django-taggit",
        "icalendar",
        "python-dateutil",
        "swapper",
        "tzdata",
        "wagtail",
        "wagtail-modeladmin",
    ]


def test_requirements_have_a_lower_bound_and_no_upper_one(setup):
    extras = dict(setup["options.extras_require"])

    requirements = " ".join([setup["options"]["install_requires"], *extras.values()]).split()

    assert sorted(extras) == ["dev", "docs", "example", "mariadb", "test"]
    assert [each for each in requirements if not NAME_AND_BOUND.match(each)] == []


def test_build_system_is_all_that_pyproject_holds():
    sections = re.findall(r"^\[.*", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)

    assert sections == ["[build-system]"]
