"""A sub-route that costs nothing, beside which tests count what another one costs."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls.resolvers import RegexPattern, URLResolver
from wagtail.contrib.routable_page.models import path


def add_empty_route(monkeypatch: pytest.MonkeyPatch, *models: Any) -> None:
    """Let pages answer nothing at ``nothing/`` below them, until the test ends."""
    empty = path("nothing/")(lambda self, request: HttpResponse())
    for model in models:
        monkeypatch.setattr(model, "serve_nothing", empty, raising=False)
        resolver = URLResolver(RegexPattern(r"^/"), model.get_subpage_urls())
        monkeypatch.setattr(model, "_routablepage_urlresolver", resolver, raising=False)
