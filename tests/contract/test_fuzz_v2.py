"""Version 2 has no document: its lists are asked with what they take, and with anything else.

Every run makes the same requests; none of them fails.
"""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from tests.conftest import built_once
from tests.hostile_content import build
from tests.indexing import indexing
from tests.site import make_home

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EXAMPLES = 40

ENDPOINTS = ("events", "hosts", "insights", "pages", "page_preview")
PARAMETERS = (
    *("type", "fields", "limit", "offset", "order", "search", "search_operator", "site", "locale"),
    *("child_of", "ancestor_of", "descendant_of", "translation_of", "rich_text_format", "format"),
    *("id", "slug", "title", "start_date", "start_time", "attendance_mode", "topics", "captions"),
    *("booking_opens_before", "kind", "tags", "licence", "opens_early", "first_published_at"),
    *("when", "each", "programme", "host", "from", "cursor", "share", "token", "content_type"),
)
VALUES = st.one_of(
    st.sampled_from(
        ["1", "-1", "0", "root", "*", "_", "-id", "random", "en", "true", "2027-06-01"]
    ),
    st.sampled_from(["wagtail_lift_pages.EventPage", "title,-body", "hosts(name)", "*,-meta(x)"]),
    st.integers().map(str),
    st.text(max_size=12),
)
QUERIES = st.dictionaries(st.sampled_from(PARAMETERS) | st.text(max_size=8), VALUES, max_size=4)


@pytest.fixture(scope="module")
def reader(django_db_setup, django_db_blocker):
    """Somebody who reads a site full of content."""
    with built_once(django_db_blocker), indexing():
        with time_machine.travel(NOW, tick=False):
            build(make_home(), get_user_model().objects.create_superuser("owner"), NOW)
        yield Client(raise_request_exception=False)


@pytest.mark.parametrize("key", ["", "find/", "1/", "5/", "x/", "99999999999999999999/"])
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_no_request_fails(reader, db, endpoint, key):
    found = failures(reader, f"/api/v2/{endpoint}/{key}", QUERIES, EXAMPLES if not key else 8)

    assert found == []


CURSORS = st.fixed_dictionaries(
    {}, optional={"since": VALUES, "limit": VALUES, "offset": VALUES, "\0": VALUES}
)


def test_no_request_for_changes_fails(reader, db):
    assert failures(reader, "/api/v2/changes/", CURSORS, EXAMPLES) == []


def failures(reader, address, queries, examples):
    """Return the queries that are answered neither with what they ask for nor with a refusal."""
    found = []

    @seed(1)
    @settings(max_examples=examples, database=None, derandomize=True)
    @given(query=queries)
    def ask(query):
        with time_machine.travel(NOW, tick=False):
            answer = reader.get(address, query)
        if answer.status_code not in (200, 302, 400, 404, 410):
            found.append((answer.status_code, query))

    ask()
    return found
