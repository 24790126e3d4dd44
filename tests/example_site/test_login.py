"""The example site's page to log in on, for pages that only some may see."""

from copy import deepcopy
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import LoginView

import example_site
from example_site.settings import WAGTAIL_FRONTEND_LOGIN_TEMPLATE


@pytest.fixture
def log_in(rf, home, settings):
    """Return what asks the page, with what was typed if anything was."""
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["DIRS"] = [Path(example_site.__path__[0]) / "templates"]
    view = LoginView.as_view(template_name=WAGTAIL_FRONTEND_LOGIN_TEMPLATE)

    def ask(**typed):
        request = rf.post("/", {"next": "/talk/", **typed}) if typed else rf.get("/?next=/talk/")
        request._dont_enforce_csrf_checks = True
        request.user = AnonymousUser()
        request.session = {}
        return BeautifulSoup(view(request).rendered_content, "html.parser")

    return ask


def test_each_field_has_its_label_and_the_way_back_is_kept(log_in):
    page = log_in()

    fields = {field["name"]: field for field in page.select("main form input")}
    labels = {label["for"] for label in page.select("main label")}
    assert {fields["username"]["id"], fields["password"]["id"]} == labels
    assert fields["password"]["type"] == "password"
    assert fields["next"]["value"] == "/talk/"


def test_wrong_password_is_said_at_the_fields(log_in):
    page = log_in(username="visitor", password="guess")

    field = page.select_one("input[name=password]")
    assert page.title.get_text().startswith("Error: Log in")
    assert field["aria-invalid"] == "true"
    assert "correct username and password" in page.find(id=field["aria-describedby"]).get_text()
    assert field.get("value") is None
