"""Dockerfile, compose.yml and the settings of the example site agree; nothing is built here."""

import os
import re
import subprocess
import sys

import pytest

from tests.packaging.container import ROOT, command, instructions, read_by_settings, variables

DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "compose.yml").read_text()


def test_compose_sets_every_variable_that_the_settings_read_and_no_other():
    read = read_by_settings((ROOT / "example_site" / "settings.py").read_text())
    by_dockerfile = set(re.findall(r"([A-Z_]+)=", dict(instructions(DOCKERFILE))["ENV"]))

    assert read - by_dockerfile == set(variables(COMPOSE))
    assert read & by_dockerfile == {"PORT"}


def test_secrets_have_no_default():
    secrets = {name: value for name, value in variables(COMPOSE).items() if "SECRET" in name}

    assert [value.startswith("${SECRET_KEY:?") for value in secrets.values()] == [True]
    assert "postgres://lift:${POSTGRES_PASSWORD:?" in variables(COMPOSE)["DATABASE_URL"]


def test_what_the_dockerfile_copies_reaches_the_builder():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    copied = {
        word
        for name, words in instructions(DOCKERFILE)
        if name == "COPY"
        for word in words.split()[:-1]
        if not word.startswith("--")
    }

    assert [path for path in sorted(copied) if not (ROOT / path).exists()] == []
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == copied


def test_container_does_not_run_as_root():
    names = [name for name, _ in instructions(DOCKERFILE)]

    assert dict(instructions(DOCKERFILE))["USER"] == "1000:1000"
    assert names.index("USER") < names.index("CMD")


def test_both_commands_run_each_minute():
    assert command(COMPOSE, "minute") == (
        "while sleep 60; do python example_site/manage.py publish_scheduled; "
        "python example_site/manage.py lift_tick --verbosity 0; done"
    )


ASKED = """
import django
django.setup()
from django.urls import Resolver404, resolve
try:
    print(resolve("/media/original_images/a.txt").func.__name__)
except Resolver404:
    print("nothing")
"""


@pytest.mark.parametrize(
    ("variables_set", "served_by"), [({}, "nothing"), ({"SERVE_MEDIA": "1"}, "serve")]
)
def test_uploads_are_served_without_debug_only_where_somebody_says_so(variables_set, served_by):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "example_site.settings",
        "DEBUG": "0",
        "SECRET_KEY": "only-for-this-test",
        "DATABASE_URL": "sqlite://:memory:",
    }

    printed = subprocess.check_output(
        [sys.executable, "-c", ASKED], cwd=ROOT, env={**environment, **variables_set}, text=True
    )

    assert printed.split() == [served_by]
