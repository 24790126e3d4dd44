"""Processes that are killed leave the log right, and two that deliver send nothing twice."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.projects.processes import ROOT, run_python
from tests.webhooks.receivers import receiving

pytestmark = [pytest.mark.projects, pytest.mark.slow]
MODULE = "tests.webhooks.site_process"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The environment of a site with a database of its own, built.

    ``CHANGES_DATABASE_URL`` names an empty one on another server.
    """
    path = tmp_path_factory.mktemp("site") / "site.sqlite3"
    url = os.environ.get("CHANGES_DATABASE_URL", f"sqlite:///{path}")
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url}
    run(environment, "build")
    return environment


def run(environment, *words):
    return run_python("-m", MODULE, *words, **environment).strip()


def start(environment, *words):
    return subprocess.Popen(  # noqa: S603 -- our own words, no shell
        [sys.executable, "-m", MODULE, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_mirror_equals_the_site_whenever_a_process_was_killed(site, tmp_path):
    mirror = tmp_path / "mirror.json"
    said = [run(site, "look", str(mirror))]
    for seed in range(3):
        editor = start(site, "edit", str(seed))
        editor.stdout.readline()
        time.sleep(1.5 + seed * 0.37)
        editor.send_signal(signal.SIGKILL)
        editor.communicate()
        said.append(run(site, "look", str(mirror)))

    assert said == ["equal"] * 4


def test_two_workers_deliver_nothing_twice(site):
    with receiving() as receiver:
        queued = int(run(site, "subscribe", receiver.url))
        workers = [start(site, "deliver") for _worker in range(2)]
        for worker in workers:
            worker.stdout.readline()
        for worker in workers:
            worker.stdin.write("go\n")
            worker.stdin.flush()
        for worker in workers:
            worker.communicate(timeout=120)

    assert queued >= 10
    assert len(receiver.ids) == len(set(receiver.ids)) == queued
