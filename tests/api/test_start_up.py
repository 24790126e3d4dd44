"""A site starts with either API, with neither, and wherever the package stands in the list."""

import subprocess
import sys

import pytest
from django.apps import apps

from tests import settings as ours

SCRIPT = """
import sys
import django
from django.conf import settings
from django.core.management import call_command
from tests import settings as ours

known = {{name: getattr(ours, name) for name in dir(ours) if name.isupper()}}
# The suite's own database is made by the suite alone; starting a site needs none of its tables.
database = {{"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
changes = {{"INSTALLED_APPS": {apps!r}, "ROOT_URLCONF": {urls!r}}}
settings.configure(**{{**known, **changes, "DATABASES": {{"default": database}}}})
django.setup()
call_command("check")
print("wagtail_lift.api.v3" in sys.modules)
{then}
"""
pytestmark = pytest.mark.projects

V3 = "wagtail.api.v3"
REVERSE = (
    "from django.urls import reverse\nprint(reverse('wagtailapi_v3:lift_event_private', args=[7]))"
)


def start(installed, urls="tests.urls", then=""):
    """Start a site in a process of its own and return what it prints."""
    script = SCRIPT.format(apps=installed, urls=urls, then=then)
    done = subprocess.run(  # noqa: S603 -- this very interpreter
        [sys.executable, "-W", "error::RuntimeWarning", "-c", script],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line for line in done.stdout.splitlines() if "System check" not in line]


def test_site_without_version_3_does_not_load_our_part_of_it():
    installed = [app for app in ours.INSTALLED_APPS if app != V3]

    assert start(installed) == ["False"]


def test_site_without_any_api_starts():
    installed = [app for app in ours.INSTALLED_APPS if app not in (V3, "wagtail.api.v2")]

    assert start(installed, urls="wagtail.urls") == ["False"]


@pytest.mark.skipif(not apps.is_installed(V3), reason="Wagtail 8 brought version 3 of the API")
@pytest.mark.parametrize("place", ["first", "last"])
def test_private_routes_are_there_wherever_the_package_is_listed(place):
    others = [app for app in ours.INSTALLED_APPS if app != "wagtail_lift"]
    installed = ["wagtail_lift", *others] if place == "first" else [*others, "wagtail_lift"]

    assert start(installed, then=REVERSE) == ["True", "/api/v3/lift/events/7/private/"]
