"""What the commands of the Makefile would do, without doing it."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path) -> Path:
    """A folder that looks like an environment in which everything is installed."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    for extra in ("example", "test", "dev"):
        (tmp_path / f".with-{extra}").touch()
    return tmp_path


def dry_run(*words: str) -> list[str]:
    """Return the commands that make would run, whatever make has started this suite."""
    output = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [line for line in output.splitlines() if not line.startswith("echo")]


def test_demo_starts_manage_three_times_and_installs_nothing_again(environment):
    commands = dry_run("demo", f"VENV={environment}", "PORT=8042")

    manage = f"PORT=8042 {environment}/bin/python example_site/manage.py"
    assert commands == [
        f"{manage} migrate --no-input --verbosity 0",
        f"{manage} load_demo",
        f"{manage} runserver --noreload 127.0.0.1:8042",
    ]


def test_test_runs_pytest_with_the_words_handed_in(environment):
    commands = dry_run("test", f"VENV={environment}", "PYTEST_ARGS=tests/domain -x")

    assert commands == [f"{environment}/bin/python -m pytest tests/domain -x"]


def test_extra_is_installed_again_when_setup_cfg_is_newer(environment):
    earlier = (ROOT / "setup.cfg").stat().st_mtime - 1
    os.utime(environment / ".with-test", (earlier, earlier))

    commands = dry_run("test", f"VENV={environment}", "INSTALL=install")

    assert commands[0].strip() == "install --editable '.[test]'"


def test_messages_are_written_by_one_script(environment):
    commands = dry_run("messages", f"VENV={environment}")

    assert commands == [f"{environment}/bin/python tests/locale/messages.py"]
