"""Run what the Dockerfile and compose.yml run, in a fresh environment, and look at the site.

There is no container here: each COPY, RUN and CMD is carried out in a folder and a virtual
environment of their own, with the variables of compose.yml. The public workflow builds the
container itself.

``DATABASE_URL`` (PostgreSQL; a database of its own is made there) and ``CACHE_URL`` (Redis) name
the services; without them SQLite and memory stand in.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.packaging.container import command, instructions, variables  # noqa: E402 -- a script

LEFT_OVER = shutil.ignore_patterns("__pycache__", "*.py[cod]", "var")
SECONDS_TO_START = 60
PATHS = [
    "/",
    "/sitemap.xml",
    "/api/v2/pages/",
    "/admin/login/",
    "/static/wagtail_lift/css/lift.css",
]


def main() -> int:
    """Return 0 when the site is served without DEBUG, its styles and its pictures included."""
    lint = [str(Path(sys.executable).with_name("hadolint")), str(ROOT / "Dockerfile")]
    if subprocess.run(lint, check=False).returncode:
        raise SystemExit("hadolint finds fault with the Dockerfile.")
    with tempfile.TemporaryDirectory(prefix="lift-container-") as folder:
        work, environment = Path(folder) / "srv", Path(folder) / "venv"
        work.mkdir()
        venv.create(environment, with_pip=True)
        base = {"PATH": f"{environment / 'bin'}:{os.environ['PATH']}", "HOME": folder}
        base |= {n: v for n, v in os.environ.items() if n.startswith(("PIP_", "UV_"))}
        served = build(work, base)
        with own_database(environment / "bin" / "python") as database:
            serve(work, base, served, database)
    print("The Dockerfile's lines install and serve the example site without DEBUG.")
    return 0


def build(work: Path, base: dict[str, str]) -> list[str]:
    """Carry out the Dockerfile's instructions in a folder; add its variables; return CMD."""
    served: list[str] = []
    for name, words in instructions((ROOT / "Dockerfile").read_text()):
        if name == "COPY":
            copy([word for word in words.split() if not word.startswith("--")], work)
        elif name == "ENV":
            base |= dict(pair.split("=", 1) for pair in words.split())
        elif name == "RUN":
            run(["sh", "-c", words], work, base)
        elif name == "CMD":
            served = json.loads(words)
    return served


def copy(words: list[str], work: Path) -> None:
    """Copy files and folders as COPY does, without what .dockerignore leaves out."""
    *sources, target = words
    for source in sources:
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, work / target, ignore=LEFT_OVER)
        else:
            shutil.copy(ROOT / source, work / target)


def serve(work: Path, base: dict[str, str], served: list[str], database: str) -> None:
    """Run the commands of compose.yml's services against these, then look at the pages."""
    compose = (ROOT / "compose.yml").read_text()
    port = free_port()
    variables_set = {
        **base,
        **dict.fromkeys(variables(compose), ""),
        "PORT": str(port),
        "DEBUG": "0",
        "SECRET_KEY": "only-for-this-check",
        "ALLOWED_HOSTS": "127.0.0.1",
        "CSRF_TRUSTED_ORIGINS": f"http://127.0.0.1:{port}",
        "DATABASE_URL": database or f"sqlite:///{work / 'db.sqlite3'}",
        "CACHE_URL": os.environ.get("CACHE_URL", "locmemcache://"),
        "EMAIL_URL": "consolemail://",
        "DEFAULT_FROM_EMAIL": "conversations@example.org",
        "WAGTAILADMIN_BASE_URL": f"http://127.0.0.1:{port}",
        "SERVE_MEDIA": "1",
    }
    run(["sh", "-c", command(compose, "migrate")], work, variables_set)
    each_minute = command(compose, "minute").split("do ", 1)[1].removesuffix("; done")
    run(["sh", "-e", "-c", each_minute], work, variables_set)
    site = subprocess.Popen(served, cwd=work, env=variables_set)
    try:
        look(f"http://127.0.0.1:{port}", site)
    finally:
        site.terminate()
        site.wait(20)


def look(address: str, site: subprocess.Popen) -> None:
    """Ask for pages, a style sheet and a picture; end where one is missing."""
    for _ in range(SECONDS_TO_START * 2):
        if site.poll() is not None:
            raise SystemExit("The site did not start.")
        try:
            urllib.request.urlopen(f"{address}/sitemap.xml").close()
            break
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
    for path in PATHS:
        with urllib.request.urlopen(address + path) as answer:
            print(answer.status, path)
    with urllib.request.urlopen(f"{address}/") as answer:
        page = answer.read().decode()
    pictures = [
        part.split('"')[0] for part in page.split('src="')[1:] if part.startswith("/media/")
    ]
    if not pictures:
        raise SystemExit("The home page shows no picture.")
    with urllib.request.urlopen(address + pictures[0]) as answer:
        print(answer.status, pictures[0])


@contextmanager
def own_database(python: Path) -> Iterator[str]:
    """Make a database beside the one that DATABASE_URL names, and drop it; or yield nothing."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield ""
        return
    server, name = url.rpartition("/")[0], f"lift_container_{os.getpid()}"
    say = f"import psycopg; psycopg.connect({server + '/postgres'!r}, autocommit=True).execute"
    run([str(python), "-c", f"{say}('CREATE DATABASE {name}')"], ROOT, dict(os.environ))
    try:
        yield f"{server}/{name}"
    finally:
        drop = f"{say}('DROP DATABASE {name} WITH (FORCE)')"
        run([str(python), "-c", drop], ROOT, dict(os.environ))


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(words: list[str], cwd: Path, environment: dict[str, str]) -> None:
    """Run a command without its output; end with that where the command fails."""
    done = subprocess.run(
        words,
        cwd=cwd,
        env=environment,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stdout}")


if __name__ == "__main__":
    sys.exit(main())
