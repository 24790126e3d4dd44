"""Every migration in the repository loads on each supported set and names no model of one site."""

import re
from pathlib import Path

import pytest
import wagtail
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.migrations.make_portable import make_portable

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("wagtail_lift", "tests/testapp", "tests/projects", "example_site", "benchmarks")
MIGRATIONS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in ROOT.joinpath(folder).glob("**/migrations/[0-9]*.py")
)

NEWEST_ON_WAGTAIL_7_4 = {
    "auth": 12,
    "contenttypes": 2,
    "taggit": 6,
    "wagtailcore": 97,
    "wagtaildocs": 14,
    "wagtailimages": 27,
}
"""The number of the newest migration of each app that ours may depend on."""

DEPENDENCY = re.compile(r"""\(["'](\w+)["'], ["'](\d{4})_\w+["']\)""")
SWAPPABLE = re.compile(
    r"""to=["'](wagtailimages\.image|wagtaildocs\.document|auth\.user|wagtailcore\.page"""
    r"""|wagtail_lift\.hostprofile)["']""",
    re.IGNORECASE,
)


def unknown_to_wagtail_7_4(text):
    """Return the dependencies of a migration that Wagtail 7.4 does not have."""
    return [
        (app, int(number))
        for app, number in DEPENDENCY.findall(text)
        if app in NEWEST_ON_WAGTAIL_7_4 and int(number) > NEWEST_ON_WAGTAIL_7_4[app]
    ]


def test_migrations_are_found():
    assert {
        "wagtail_lift/migrations/0001_initial.py",
        "wagtail_lift/pages/migrations/0001_initial.py",
        "tests/testapp/migrations/0001_initial.py",
    } <= set(MIGRATIONS)


@pytest.mark.parametrize("name", MIGRATIONS)
def test_migration_depends_on_nothing_that_wagtail_7_4_lacks(name):
    assert unknown_to_wagtail_7_4(ROOT.joinpath(name).read_text()) == []


@pytest.mark.parametrize("name", MIGRATIONS)
def test_migration_names_no_model_that_a_site_may_replace(name):
    assert SWAPPABLE.findall(ROOT.joinpath(name).read_text()) == []


def test_migration_of_the_package_depends_only_on_apps_that_are_judged():
    text = "".join(ROOT.joinpath(n).read_text() for n in MIGRATIONS if n.startswith("wagtail_lift"))

    apps = {app for app, _ in DEPENDENCY.findall(text)}

    assert apps - set(NEWEST_ON_WAGTAIL_7_4) <= {"wagtail_lift", "wagtail_lift_pages"}


@pytest.mark.skipif(wagtail.VERSION >= (8,), reason="Says what Wagtail 7.4 has.")
def test_list_of_what_wagtail_7_4_has_is_right():
    newest = dict(MigrationLoader(None).graph.leaf_nodes())

    found = {app: int(newest[app][:4]) for app in NEWEST_ON_WAGTAIL_7_4}

    assert found == NEWEST_ON_WAGTAIL_7_4


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    call_command("makemigrations", check_changes=True, dry_run=True)

    assert capsys.readouterr().out == "No changes detected\n"


def test_what_makemigrations_writes_is_made_portable():
    written = (
        "from django.db import migrations, models\n"
        "('wagtailcore', '0098_apitoken'),\n"
        "('wagtailimages', '0027_image_description'),\n"
        "models.ForeignKey(to='wagtailimages.image')\n"
        "models.ForeignKey(to='wagtaildocs.document')\n"
    )

    assert make_portable(written) == (
        "from wagtail.images import get_image_model_string\n"
        "from wagtail.documents import get_document_model_string\n"
        "from django.db import migrations, models\n"
        "('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),\n"
        "migrations.swappable_dependency(get_image_model_string()),\n"
        "models.ForeignKey(to=get_image_model_string())\n"
        "models.ForeignKey(to=get_document_model_string())\n"
    )


def test_checks_notice_what_is_not_portable():
    text = """("wagtailcore", "0098_apitoken"), ("wagtailimages", "0002_x"), to="Auth.User" """

    assert unknown_to_wagtail_7_4(text) == [("wagtailcore", 98)]
    assert SWAPPABLE.findall(text) == ["Auth.User"]
