"""``docs/reference/openapi.json`` is what the code makes."""

import json

import pytest
from wagtail import VERSION

from tests.contract.write import PUBLISHED, WRITTEN_FOR
from tests.projects.processes import run_python

pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
pytestmark = pytest.mark.projects


@pytest.mark.skipif(VERSION[:2] != WRITTEN_FOR, reason="Wagtail's own part differs")
def test_published_document_is_what_the_code_makes():
    assert json.loads(run_python("-m", "tests.contract.write", "--print")) == json.loads(
        PUBLISHED.read_text()
    ), "make openapi"
