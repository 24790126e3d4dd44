"""A site that ``wagtail start`` made: the package is installed into it, served, and removed."""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.fenced import commands, marked_blocks
from tests.installation.bases import Base
from tests.installation.two_languages import ADDRESSES, SETTINGS
from tests.projects.processes import ROOT, environment, run_python

README = dict(marked_blocks((ROOT / "README.md").read_text(), "test"))
REMOVING = dict(marked_blocks((ROOT / "docs/how-to/remove-it.md").read_text(), "test"))
HERE = Path(__file__).parent
SITES = HERE / "sites"
RUN = HERE / "commands.py"
CHECK = "manage.py check --fail-level WARNING"
PAGES = "tests.installation.two_languages:main"
LOOK = "tests.installation.afterwards:main"
ASKING = {"createsuperuser", "lift_permissions", "lift_remove"}
ADMINISTRATOR = {
    "DJANGO_SUPERUSER_USERNAME": "administrator",
    "DJANGO_SUPERUSER_EMAIL": "administrator@example.org",
    "DJANGO_SUPERUSER_PASSWORD": "pass",
}
PATIENCE = 300
"""How many seconds a busy machine may take to start a server."""


def start_site(folder: Path) -> int:
    """Make a site in two languages, as it is before the package comes; return a page's id."""
    folder.mkdir()
    run_python("-m", "wagtail.bin.wagtail", "start", "mysite", str(folder))
    append(folder / "mysite/settings/base.py", SETTINGS)
    append(folder / "mysite/urls.py", ADDRESSES)
    printed = run(folder, "manage.py migrate --verbosity 0", PAGES)
    return int(printed.splitlines()[-1])


def append(path: Path, text: str) -> None:
    """Write something at the end of a file."""
    with path.open("a") as file:
        file.write(text)


def run(folder: Path, *words: str) -> str:
    """Run commands in a site, each given as what follows ``python``; return what they print."""
    return run_python(str(RUN), *words, cwd=folder, **variables(folder))


def variables(folder: Path) -> dict[str, str]:
    """Return what a process in a site needs in its environment."""
    return {"PYTHONPATH": f"{folder}:{ROOT}", **ADMINISTRATOR}


def typed(block: str) -> list[str]:
    """Return the commands of a guide without ``python``, and with the answer that each asks for."""
    found = [command.removeprefix("python ") for command in commands(block)]
    return [f"{c} --no-input" if ASKING.intersection(c.split()) else c for c in found]


class Site:
    """A site whose base template is of some make."""

    def __init__(self, folder: Path, name: str, base: Base, section: int) -> None:
        self.folder = folder
        self.base = base
        self.section = section
        self.settings = folder / "mysite/settings/base.py"
        self.templates = folder / "mysite/templates"
        if (SITES / name).exists():
            shutil.copytree(SITES / name, folder / "mysite", dirs_exist_ok=True)
        for served_as, sheet in base.sheets.items():
            shutil.copyfile(sheet, folder / "mysite/static" / served_as)

    def prepare(self) -> None:
        """Change settings and templates as the README and the guide to a site's own look say."""
        append(self.settings, README["settings"])
        template = self.templates / "base.html"
        changed, ours = self.base.follow(template.read_text())
        template.write_text(changed)
        (self.templates / "wagtail_lift").mkdir()
        (self.templates / "wagtail_lift/base.html").write_text(ours)

    @contextmanager
    def installed(self) -> Iterator[str]:
        """Run the README's commands, the last of which serves the site, and give its address.

        Fail if a check finds a fault, or if any answer was an error of the server.
        """
        self.prepare()
        *make, serve = typed(README["migrate"]) + typed(README["run"])
        port = free_port()
        words = [*make, CHECK, f"{serve} --noreload 127.0.0.1:{port}"]
        log = self.folder / "server.log"
        with log.open("w") as output:
            server = subprocess.Popen(  # noqa: S603 -- our own words, no shell
                [sys.executable, str(RUN), *words],
                env=environment(**variables(self.folder)),
                cwd=self.folder,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(f"http://localhost:{port}/admin/login/", server, log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait()
        printed = log.read_text()
        assert "Granted to Moderators." in printed, printed
        assert "Traceback" not in printed, printed
        assert '" 500 ' not in printed, printed

    def remove(self) -> dict[str, str]:
        """Follow the guide that removes the package; return what the home pages say then."""
        run(self.folder, *typed(REMOVING["remove"]))
        self.settings.write_text(self.settings.read_text().removesuffix(README["settings"]))
        shutil.rmtree(self.templates / "wagtail_lift")
        printed = run(self.folder, *typed(REMOVING["check"]), CHECK, LOOK)
        return json.loads(printed.splitlines()[-1])

    @property
    def export(self) -> dict:
        """What was written down of the package's pages before they went."""
        return json.loads((self.folder / "lift-export.json").read_text())


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    """Wait until a server answers; fail with its words if it ends before."""
    until = monotonic() + PATIENCE
    while monotonic() < until and server.poll() is None:
        try:
            urlopen(url).close()  # noqa: S310 -- the server on this machine
        except URLError:
            sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text())
