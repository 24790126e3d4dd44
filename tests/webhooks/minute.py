"""Eight editors change a site for a minute while a mirror is kept by webhooks; then it is compared.

    DATABASE_URL=postgres://postgres@127.0.0.1/postgres python -m tests.webhooks.minute

It makes a database of its own on that server, or in a file, and drops it. Each editor is a process,
as are two workers that deliver, and the mirror. What it found is printed as JSON.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from tests.projects.processes import ROOT, environment, run_python

MODULE = "tests.webhooks.minute_process"
SECONDS, EDITORS = 60, 8
PATIENCE = 300
"""Seconds after which a process that does not end has failed."""


@contextmanager
def own_database(server: str) -> Iterator[str]:
    """Make a database, on a server of PostgreSQL or else in a file; yield its URL and drop it."""
    if not server.startswith("postgres"):
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'site.sqlite3'}"
        return
    import psycopg

    name = f"wagtail_lift_minute_{os.getpid()}"
    with psycopg.connect(
        urlsplit(server)._replace(path="/postgres").geturl(), autocommit=True
    ) as at:
        at.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            at.execute(f"DROP DATABASE {name} WITH (FORCE)")


class Process:
    """A process that says one line when it is ready or done."""

    def __init__(self, url: str, *words: str) -> None:
        self.running = subprocess.Popen(  # noqa: S603 -- our own words, no shell
            [sys.executable, "-m", MODULE, *words],
            env=environment(DJANGO_SETTINGS_MODULE="tests.settings", DATABASE_URL=url),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def line(self) -> Any:
        """Return the next thing it says."""
        return json.loads(self.running.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """End it if it still runs, as after a fault of another one."""
        with self.running:
            self.running.kill()

    def stop(self) -> Any:
        """Tell it to stop; return the last thing it says."""
        said, _ = self.running.communicate("stop\n", timeout=PATIENCE)
        return json.loads(said)


def edit_for(seconds: float, editors: int, server: str) -> dict[str, Any]:
    """Let editors change a site for some seconds; return figures, and whether mirrors are equal."""
    with own_database(server) as url, ExitStack() as stack:
        run_python("-m", MODULE, "build", DJANGO_SETTINGS_MODULE="tests.settings", DATABASE_URL=url)

        def start(*words: str) -> Process:
            return stack.enter_context(Process(url, *words))

        mirror = start("mirror")
        workers = [start(word) for word in ("work", "tick")]
        mirror.line()
        names = [f"editor-{number}" for number in range(editors)]
        started = [start("edit", name, str(seconds)) for name in names]
        edited = [process.stop() for process in started]
        found = mirror.stop()
        worked = [worker.stop() for worker in workers]
    total: Counter[str] = sum((Counter(each["done"]) for each in edited), Counter())
    faults = sum((Counter(each["faults"]) for each in (*edited, *worked)), Counter())
    return {"edits": sum(total.values()), "by_kind": total, "faults": faults, **found}


def main() -> None:
    """Run, and print what was found; fail if a mirror is not equal."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--editors", type=int, default=EDITORS)
    options = parser.parse_args()
    found = edit_for(options.seconds, options.editors, os.environ.get("DATABASE_URL", ""))
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    sys.exit(not (found["by_webhooks"] and found["by_cursor"] and found["from_nothing"]))


if __name__ == "__main__":
    main()
