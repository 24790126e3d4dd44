"""A tag is released only if version, changelog and migrations agree with it."""

import shutil

import pytest

from tests.packaging.check_release import ROOT, faults, source_address

FILES = (
    "setup.cfg",
    "wagtail_lift/__init__.py",
    "wagtail_lift/migrations/0001_initial.py",
    "wagtail_lift/pages/migrations/0001_initial.py",
    "tests/migrations/released.json",
)


@pytest.fixture
def tree(tmp_path):
    """The files that are looked at, ready for the release of 0.1.0."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "wagtail_lift/__init__.py").write_text('__version__ = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 0.1.0 - 2027-01-01\n")
    return tmp_path


def test_tag_that_agrees_with_everything_may_be_released(tree):
    assert faults("v0.1.0", source_address(), tree) == []


def test_tag_of_another_version_is_refused(tree):
    assert faults("v0.2.0", source_address(), tree) == [
        "wagtail_lift/__init__.py has another version than v0.2.0.",
        "CHANGELOG.md has no section “## 0.2.0 - (date)”.",
    ]


def test_migration_that_was_changed_or_added_is_named(tree):
    folder = tree / "wagtail_lift/migrations"
    (folder / "0002_more.py").write_text("# new")
    with (folder / "0001_initial.py").open("a") as file:
        file.write("# changed")

    assert faults("v0.1.0", source_address(), tree) == [
        "wagtail_lift 0001_initial is not noted: run tests/migrations/release.py.",
        "wagtail_lift 0002_more is not noted: run tests/migrations/release.py.",
    ]


def test_repository_with_another_address_than_the_package_names_is_refused(tree):
    fork = "https://example.org/fork"

    assert faults("v0.1.0", fork, tree) == [
        f"setup.cfg and the README of the index name {source_address()}, and not {fork}."
    ]
