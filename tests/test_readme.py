"""The README's own commands install the package into a site that ``wagtail start`` made."""

import json
from configparser import ConfigParser

import pytest

from tests.fenced import commands, marked_blocks
from tests.projects.processes import ROOT, run_python

README = dict(marked_blocks((ROOT / "README.md").read_text(), "test"))
REMOVING = dict(marked_blocks((ROOT / "docs/how-to/remove-it.md").read_text(), "test"))
STARTED = ROOT / "tests/projects/started"
PAGES = ["Evenings", "Learnt", "Listening", "Mending", "Open conversations", "Talks", "Waiting"]
PAGES += ["What makes a good neighbour?"]
ASKING = {"createsuperuser", "lift_permissions", "lift_remove"}
STEPS = ["install", "settings", "migrate", "run", "minute"]
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


def test_readme_installs_in_five_steps():
    assert list(README) == [*STEPS, "smallest"]


def test_readme_installs_what_the_package_is_called():
    metadata = ConfigParser()
    metadata.read(ROOT / "setup.cfg")

    assert commands(README["install"]) == [
        "python -m pip list --format=freeze > constraints.txt",
        f"python -m pip install --constraint constraints.txt {metadata['metadata']['name']}",
    ]


def test_readme_says_first_which_versions_are_needed():
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg")
    needed = dict(line.split(">=") for line in setup["options"]["install_requires"].split())
    text = (ROOT / "README.md").read_text()

    said = text.split("## Install")[1].split("pip install")[0]

    assert f"Wagtail {needed['wagtail']} or newer" in said
    assert f"Django {needed['django']} or newer" in said


@pytest.mark.projects
def test_readme_makes_a_site_that_publishes_events(site):
    with (site / "mysite/settings/base.py").open("a") as file:
        file.write(README["settings"])

    for command in commands(README["migrate"]) + commands(README["run"])[:-1]:
        run_command(command, site)
    printed = run_python("manage.py", "shell", "-c", README["smallest"], cwd=site)
    for command in commands(README["minute"]):
        run_command(command, site)
    published = run_script("publish.py", site)
    run_script("fill.py", site)

    assert "/open-conversations/what-makes-a-good-neighbour/ Drop in" in printed
    assert commands(README["run"])[-1] == "python manage.py runserver"
    assert json.loads(published.splitlines()[-1]) == {
        "address": "/evenings/mending/",
        "status": "drop_in",
        "is_shown": True,
        "listed": ["Mending"],
        "in_menu": True,
    }
    assert remove(site) == "Welcome to your new Wagtail site!"


def remove(site):
    """Follow the guide that removes the package; return the title of the home page that is left."""
    assert list(REMOVING) == ["remove", "check"]
    for command in commands(REMOVING["remove"]):
        run_command(command, site)
    settings = site / "mysite/settings/base.py"
    settings.write_text(settings.read_text().removesuffix(README["settings"]))
    for command in commands(REMOVING["check"]):
        run_command(command, site)
    run_python("manage.py", "check", "--fail-level", "WARNING", cwd=site)
    kept = json.loads((site / "lift-export.json").read_text())
    assert sorted(page["title"] for page in kept["pages"]) == PAGES
    return run_script("look.py", site).splitlines()[-1]


def run_script(name, site):
    """Run one of the scripts for started sites; return what it printed."""
    return run_python(
        str(STARTED / name),
        cwd=site,
        PYTHONPATH=f"{site}:{ROOT}",
        DJANGO_SETTINGS_MODULE="mysite.settings.dev",
    )


def run_command(command, site):
    """Run a command of the README as typed, but for the answers that a person would give."""
    python, *words = command.split()
    assert python == "python"
    answers = ["--no-input"] if ASKING.intersection(words) else []
    run_python(*words, *answers, cwd=site, **ADMINISTRATOR)
