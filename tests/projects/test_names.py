"""A site whose models are called like fields of ours is told so before Django's own words."""

import pytest

from tests.projects.processes import ROOT, run_python

pytestmark = pytest.mark.projects

MODELS = """
from django.db import models
from wagtail.models import Page

class Event(Page):
    {event}

class Guide(models.Model):
    page = models.ForeignKey(Page, on_delete=models.CASCADE{guide})
"""
SETTINGS = """
from tests.projects.site_settings import *

INSTALLED_APPS = ["clashing", "wagtail_lift.pages", *INSTALLED_APPS]
"""
CHECK = """
import django
django.setup()
from django.core.checks import run_checks
print(*sorted(str(message) for message in run_checks()), sep="\\n")
"""
PARENT = (
    'page_ptr = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, '
    'parent_link=True, primary_key=True, related_name="clashing_event")'
)
KNOWN_AS_EVENT = (
    "?: (wagtail_lift.E009) Every page knows clashing.Event as “event”, because of its field "
    "page_ptr. wagtail_lift_pages.InsightsPack has a field of this name."
)
RENAME = (
    f"\tHINT: Rename Event, or write in it: {PARENT}. Then run makemigrations; no data changes."
)
KNOWN_AS_GUIDE = (
    "?: (wagtail_lift.E009) Every page knows clashing.Guide as “guide”, because of its field "
    "page. wagtail_lift_pages.InsightsPack has a field of this name."
)
RELATED_NAME = '\tHINT: Give clashing.Guide.page a related_name, such as "clashing_guide".'


def check(folder, *, event: str, guide: str) -> list[str]:
    """Return what the checks of a site with these models say, in the order of Django's command."""
    (folder / "clashing").mkdir()
    (folder / "clashing" / "__init__.py").touch()
    (folder / "clashing" / "models.py").write_text(MODELS.format(event=event, guide=guide))
    (folder / "clashing_settings.py").write_text(SETTINGS)
    printed = run_python(
        *("-c", CHECK),
        DJANGO_SETTINGS_MODULE="clashing_settings",
        PYTHONPATH=f"{folder}:{ROOT}",
    )
    return printed.splitlines()


def test_models_called_like_our_fields_are_named_first_with_what_to_write(tmp_path):
    found = check(tmp_path, event="pass", guide="")

    assert found[:4] == [KNOWN_AS_EVENT, RENAME, KNOWN_AS_GUIDE, RELATED_NAME]
    assert ["(models.E006)" in line for line in found[4:]] == [True, True]


def test_what_the_hint_says_is_enough(tmp_path):
    assert check(tmp_path, event=PARENT, guide=', related_name="clashing_guide"') == [""]
