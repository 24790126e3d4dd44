"""Runs the story of GraphQL in a process of its own, where wagtail-grapple is installed."""

import os
from importlib.util import find_spec

import pytest

from tests.projects.processes import ROOT, run_python

IS_REQUIRED = os.environ.get("CI_REQUIRE_GRAPHQL") == "1"

pytestmark = [
    pytest.mark.projects,
    pytest.mark.skipif(
        find_spec("grapple") is None and not IS_REQUIRED,
        reason="wagtail-grapple is not installed: the extra `graphql` brings it.",
    ),
]


def test_site_with_grapple_answers_queries():
    stories = sorted((ROOT / "tests/graphql").glob("story_*.py"))

    printed = run_python(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, stories)),
        DJANGO_SETTINGS_MODULE="tests.graphql.settings",
    )

    assert " passed" in printed
    assert "failed" not in printed
