"""What README.md claims to support, and what the continuous integration makes of it."""

import re
import subprocess
from configparser import ConfigParser
from pathlib import Path

import django
import pytest
import wagtail

from tests.packaging.claims import are_claimed, claimed_versions

ROOT = Path(__file__).resolve().parents[2]


def classified(name: str) -> set[tuple[int, int]]:
    """Return the minor versions that the classifiers of setup.cfg name."""
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg")
    found = re.findall(rf"^{name} :: (\d+)\.(\d+)$", setup["metadata"]["classifiers"], re.MULTILINE)
    return {(int(major), int(minor)) for major, minor in found}


def test_readme_and_classifiers_claim_the_same():
    assert claimed_versions("Django") == classified("Framework :: Django")
    assert claimed_versions("Python") == classified("Programming Language :: Python")


def test_workflow_runs_the_oldest_and_the_newest_python_that_is_claimed():
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text()
    run = {
        (int(major), int(minor))
        for major, minor in re.findall(r'python-version: "(\d+)\.(\d+)"', workflow)
    }

    claimed = claimed_versions("Python")

    assert {min(claimed), max(claimed)} <= run <= claimed


def test_what_the_suite_runs_on_is_claimed():
    assert are_claimed(django.VERSION[:2], wagtail.VERSION[:2])


@pytest.mark.parametrize(
    ("django_version", "wagtail_version", "is_claimed"),
    [
        ((5, 2), (7, 4), True),
        ((6, 1), (8, 1), True),
        ((6, 1), (8, 9), False),
        ((9, 0), (8, 1), False),
        ((6, 1), (7, 3), False),
    ],
)
def test_version_is_claimed_by_the_table_alone(django_version, wagtail_version, is_claimed):
    assert are_claimed(django_version, wagtail_version) is is_claimed


@pytest.mark.parametrize(
    ("code", "may_fail", "exit_code", "word", "last"),
    [
        (0, False, 0, "passed", "Everything passed"),
        (0, True, 0, "passed", "Everything passed"),
        (1, True, 0, "failed", "Everything passed"),
        (1, False, 1, "FAILED", "FAILED"),
    ],
)
def test_run_fails_only_where_support_is_claimed(tmp_path, code, may_fail, exit_code, word, last):
    for number, job_code in enumerate((0, code)):
        (tmp_path / f"{number}.log").write_text("===== 3 tests in 1.0s =====\n")
        (tmp_path / f"{number}.time").write_text("0:01\n")
        (tmp_path / f"{number}.code").write_text(f"{job_code}\n")
    if may_fail:
        (tmp_path / "1.may_fail").touch()

    done = subprocess.run(
        ["bash", "-c", "source .ci/run; names=(newest to-come); report"],
        cwd=ROOT,
        env={"CI_LOGS": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    summary = done.stdout.split("== Summary")[1].splitlines()
    assert (done.returncode, done.stderr) == (exit_code, "")
    assert [line.split()[:2] for line in summary[1:3]] == [["passed", "newest"], [word, "to-come"]]
    assert ("README.md does not claim it" in done.stdout) is (word == "failed")
    assert last in summary[-1]


def test_workflow_lets_the_same_job_fail():
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text()

    assert "continue-on-error: ${{ steps.versions.outputs.claimed != 'true' }}" in workflow
    assert "python tests/packaging/claims.py" in workflow
