"""The README's own commands install the package into a site that ``wagtail start`` made."""

import json
from configparser import ConfigParser

import pytest

from tests.fenced import commands, marked_blocks
from tests.projects.processes import ROOT, run_python

README = dict(marked_blocks((ROOT / "README.md").read_text(), "test"))
STEPS = ["install", "settings", "migrate", "run"]
ADMINISTRATOR = {
    "DJANGO_SUPERUSER_USERNAME": "editor",
    "DJANGO_SUPERUSER_EMAIL": "editor@example.org",
    "DJANGO_SUPERUSER_PASSWORD": "pass",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site made by ``wagtail start``."""
    folder = tmp_path_factory.mktemp("started") / "mysite"
    folder.mkdir()
    run_python("-m", "wagtail.bin.wagtail", "start", "mysite", str(folder))
    return folder


def test_readme_installs_in_four_steps():
    assert list(README) == [*STEPS, "smallest"]


def test_readme_installs_what_the_package_is_called():
    metadata = ConfigParser()
    metadata.read(ROOT / "setup.cfg")

    assert commands(README["install"]) == [
        f"python -m pip install {metadata['metadata']['name']}",
    ]


@pytest.mark.projects
def test_readme_makes_a_site_that_publishes_events(site):
    with (site / "mysite/settings/base.py").open("a") as file:
        file.write(README["settings"])

    for command in commands(README["migrate"]) + commands(README["run"])[:-1]:
        run_command(command, site)
    printed = run_python("manage.py", "shell", "-c", README["smallest"], cwd=site)
    published = run_python(
        str(ROOT / "tests/projects/started/publish.py"),
        cwd=site,
        PYTHONPATH=f"{site}:{ROOT}",
        DJANGO_SETTINGS_MODULE="mysite.settings.dev",
    )

    assert "/open-conversations/what-makes-a-good-neighbour/ Drop in" in printed
    assert commands(README["run"])[-1] == "python manage.py runserver"
    assert json.loads(published.splitlines()[-1]) == {
        "address": "/evenings/mending/",
        "status": "drop_in",
        "is_shown": True,
        "listed": ["Mending"],
        "in_menu": True,
    }


def run_command(command, site):
    """Run a command of the README as typed, but for the answers that a person would give."""
    python, *words = command.split()
    assert python == "python"
    answers = ["--no-input"] if "createsuperuser" in words else []
    run_python(*words, *answers, cwd=site, **ADMINISTRATOR)
