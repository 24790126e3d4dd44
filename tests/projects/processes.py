"""Processes of their own for sites whose settings differ from the suite's."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(**variables: str) -> dict[str, str]:
    """Return the environment of such a process: what steers the suite itself is taken out."""
    steering = ("PYTEST_", "COVERAGE", "COV_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(steering)}
    return {**inherited, "PYTHONPATH": str(ROOT), **variables}


def run_python(*words: str, cwd: Path = ROOT, **variables: str) -> str:
    """Return what a Python process of this environment printed; fail with it where it failed.

    ``variables`` are added to its environment.
    """
    ran = subprocess.run(  # noqa: S603 -- our own words, no shell
        [sys.executable, *words],
        env=environment(**variables),
        cwd=cwd,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert ran.returncode == 0, ran.stdout
    return ran.stdout
