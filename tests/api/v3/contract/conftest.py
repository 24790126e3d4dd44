"""The document of the suite's own site."""

from typing import Any

import pytest

pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    from django.urls import get_resolver

    from wagtail_lift.api.v3.contract import openapi_document

    assert get_resolver().url_patterns  # routes are complete once the addresses are
    return openapi_document("/api/v3/")


@pytest.fixture(scope="session")
def schemas(document) -> dict[str, Any]:
    """The named schemas of the document."""
    return document["components"]["schemas"]
