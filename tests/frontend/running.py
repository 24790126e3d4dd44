"""The two processes: how they are started, and what they have done."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.request import urlopen

from tests.installation.site import free_port
from tests.projects.processes import ROOT, environment
from wagtail_lift.webhooks.delivery.signing import new_secret

FRONTEND = ROOT / "example_site" / "frontend"
QUIET = 0.3
PATIENCE = 300
"""How many seconds a busy machine may take to load the demo and to render its pages."""


def with_node(node: str) -> dict[str, str]:
    """Return what a process needs in its environment to find this Node first."""
    path = f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "ASTRO_TELEMETRY_DISABLED": "1"}


def npm(node: str, script: str) -> subprocess.Popen:
    """Start a script of the front end's package."""
    return subprocess.Popen(  # noqa: S603 -- our own words, no shell
        ["npm", "run", script, "--silent"],  # noqa: S607 -- wherever this machine has it
        cwd=FRONTEND,
        env=environment(**with_node(node)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def said_by(script: subprocess.Popen) -> str:
    """Return what a script printed, once it has ended; fail with it where it failed."""
    printed, _nothing = script.communicate()
    assert script.returncode == 0, printed
    return printed


@dataclass(frozen=True)
class Running:
    """The demo at ``cms`` and its front end at ``url``; ``pages`` has what was rendered."""

    cms: str
    url: str
    pages: Path
    log: Path
    secret: str

    def api(self, path: str) -> Any:
        """Return what the API answers."""
        with urlopen(f"{self.cms}/api/v3/lift/{path}") as answer:  # noqa: S310 -- on this machine
            return json.load(answer)

    def get(self, address: str) -> str:
        """Return the body at an address."""
        with urlopen(address) as answer:  # noqa: S310 -- on this machine
            return answer.read().decode()

    def file_of(self, path: str) -> Path:
        """Return where the page at a path is kept."""
        return self.pages / path.strip("/") / "index.html"

    def kept(self) -> dict[str, int]:
        """Return when each kept page was written, by its path."""
        found = {}
        for file in self.pages.rglob("index.html"):
            folder = file.parent.relative_to(self.pages).as_posix()
            found["/" if folder == "." else f"/{folder}/"] = file.stat().st_mtime_ns
        return found

    def asked_since(self, place: int) -> list[str]:
        """Return what the front end has asked the API since a place in the log, in order."""
        self.wait_until_quiet()
        return re.findall(r'"GET (/api/\S+) HTTP', self.log.read_text()[place:])

    def wait_until_quiet(self, seconds: float = QUIET) -> None:
        """Wait until nothing more is written: a request is logged once it has been answered."""
        size = -1
        while size != (size := self.place()):
            sleep(seconds)

    def place(self) -> int:
        """Return the place in the log up to which everything has happened."""
        return len(self.log.read_text())

    def wait_until_said(self, words: str, place: int = 0) -> None:
        """Wait until one of the processes says something."""
        until = monotonic() + PATIENCE
        while words not in self.log.read_text()[place:]:
            assert monotonic() < until, self.log.read_text()[place:]
            sleep(0.05)


@contextmanager
def start(node: str, folder: Path) -> Iterator[Running]:
    """Load the demo into a database of its own, and serve both sites."""
    port, frontend_port = free_port(), free_port()
    pages, log = folder / "pages", folder / "log"
    cms, url = (f"http://127.0.0.1:{number}" for number in (port, frontend_port))
    running = Running(cms, url, pages, log, new_secret())
    variables = {
        **with_node(node),
        "DJANGO_SETTINGS_MODULE": "example_site.frontend_settings",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "FRONTEND_URL": running.url,
        "PAGES": str(pages),
        "PORT": str(port),
        "WEBHOOK_SECRET": running.secret,
        "PYTHONUNBUFFERED": "1",
    }
    with log.open("w") as output:
        both = subprocess.Popen(
            [sys.executable, "example_site/manage.py", "demo_frontend"],
            cwd=ROOT,
            env=environment(**variables),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        until = monotonic() + PATIENCE
        while "ready " not in log.read_text():
            assert both.poll() is None, log.read_text()
            assert monotonic() < until, log.read_text()
            sleep(0.1)
        running.wait_until_quiet(5 * QUIET)  # the first ticks have told what they found
        yield running
    finally:
        both.terminate()
        both.wait()
    assert "Traceback" not in log.read_text(), log.read_text()
