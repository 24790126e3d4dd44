"""Requests made from the document, with a token and without: no failure, no answer outside it.

Every run makes the same requests, valid ones and others. What each writes is taken back.
"""

import json
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.conftest import built_once
from tests.contract.shapes import faults
from tests.contract.write import PUBLISHED
from tests.hostile_content import build
from tests.indexing import indexing
from tests.site import make_home
from wagtail_lift.models import EventOccurrence, HostProfile
from wagtail_lift.models.kinds import page_types
from wagtail_lift.page_types.page_type import LiftPageMixin
from wagtail_lift.webhooks.log import settle_all, touch_what_was_missed
from wagtail_lift.webhooks.models import Change

pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
schemathesis = pytest.importorskip("schemathesis")
pytestmark = pytest.mark.slow

EXAMPLES = 6
"""How many requests are made of each kind to each operation, by each reader."""

OURS = ("pages", "snippets", "lift")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

KNOWN_OPERATIONS = [
    (path, method)
    for path, methods in json.loads(PUBLISHED.read_text())["paths"].items()
    for method in methods
    if path.split("/")[3] in OURS
]


@pytest.fixture(scope="module")
def document():
    from django.urls import get_resolver

    from wagtail_lift.api.v3.contract import openapi_document

    assert get_resolver().url_patterns
    return openapi_document("/api/v3/")


@pytest.fixture(scope="module")
def operations(document):
    """The operations as schemathesis knows them."""
    schema = schemathesis.openapi.from_dict(document)
    found = [result.ok() for result in schema.get_all_operations()]
    return {(operation.path, operation.method): operation for operation in found}


@pytest.fixture(scope="module")
def readers(django_db_setup, django_db_blocker):
    """Somebody without a token and somebody who may do everything, on a site full of content."""
    from wagtail.models import APIToken

    with built_once(django_db_blocker), indexing():
        owner = get_user_model().objects.create_superuser("owner")
        with time_machine.travel(NOW, tick=False):
            build(make_home(), owner, NOW)
            touch_what_was_missed()
            settle_all(NOW)
        _, token = APIToken.create_token(user=owner, name="fuzz")
        headers = {"Authorization": f"Bearer {token}"}
        yield {
            "anybody": Client(raise_request_exception=False),
            "editor": Client(raise_request_exception=False, headers=headers),
        }


@pytest.fixture
def existing(readers, db):
    """What there is for each part of an address."""
    pages = [page.pk for model in page_types(LiftPageMixin) for page in model.objects.all()]
    hosts = [*HostProfile.objects.values_list("pk", flat=True)]
    return {
        "page_id": pages,
        "event_id": pages,
        "host_id": hosts,
        "pk": hosts,
        "slug": [*HostProfile.objects.values_list("slug", flat=True)],
        "key": [
            "undated",
            *filter(None, EventOccurrence.objects.values_list("date_key", flat=True)),
        ],
        "year": [NOW.year, 2027],
    }


def send(client, case):
    """Send a request that schemathesis made, and return the answer."""
    words = case.as_transport_kwargs(base_url="http://testserver")
    headers = {
        name: value
        for name, value in (words.get("headers") or {}).items()
        if name.lower() not in ("user-agent", "authorization") and value.isascii()
    }
    body = json.dumps(words["json"]) if "json" in words else words.get("data") or b""
    return client.generic(
        case.method,
        case.formatted_path,
        body,
        content_type="application/json",
        query_params=words.get("params") or {},
        headers=headers,
    )


def leads_somewhere(address):
    """Return whether the API has an address: some take only numbers, and none a slash."""
    try:
        return "wagtailapi_v3" in resolve(unquote(address)).namespaces
    except Resolver404:
        return False


def wrong_with(document, path, method, response):
    """Return what is wrong with an answer, empty if the document tells of it."""
    told = document["paths"][path][method]["responses"].get(str(response.status_code))
    if told is None:
        return f"{response.status_code} is not told of: {response.content[:300]!r}"
    if "$ref" in told:
        told = document["components"]["responses"][told["$ref"].rpartition("/")[2]]
    content = told.get("content", {})
    if not content or response.status_code == 302:
        return "" if not response.content else f"{response.status_code} has a body"
    media_type = response.headers["Content-Type"].partition(";")[0]
    if media_type not in content:
        return f"{response.status_code} is {media_type}: {response.content[:300]!r}"
    return "; ".join(faults(document, content[media_type]["schema"], response.json())[:3])


CHANGES = "/api/v3/lift/changes/"


def test_log_of_changes_is_among_what_is_asked(operations):
    assert (CHANGES, "get") in KNOWN_OPERATIONS
    assert (CHANGES, "get") in operations


@pytest.mark.parametrize("who", ["anybody", "editor"])
def test_log_of_changes_is_answered_as_the_document_says_from_every_cursor(document, readers, who):
    last = Change.objects.order_by("number").last().number
    found, named = [], set()
    for since in range(last + 2):
        answer = readers[who].get(CHANGES, {"since": since, "limit": 1 + since % 3})
        named |= {item["type"] for item in answer.json().get("items", ())}
        if wrong := wrong_with(document, CHANGES, "get", answer):
            found.append((since, wrong))

    assert found == []
    assert named >= {"event.changed", "pack.changed", "programme.changed", "host.changed"}


@pytest.mark.parametrize("who", ["anybody", "editor"])
@pytest.mark.parametrize("mode", ["POSITIVE", "NEGATIVE"])
@pytest.mark.parametrize(("path", "method"), KNOWN_OPERATIONS)
def test_no_answer_is_outside_the_document(
    document, operations, readers, existing, path, method, mode, who
):
    if (path, method) not in operations:
        pytest.skip("This version of Wagtail has no such operation.")
    operation = operations[path, method]
    found = []

    @seed(1)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(data=st.data())
    def ask(data):
        case = data.draw(operation.as_strategy(getattr(schemathesis.GenerationMode, mode)))
        for name in existing.keys() & (case.path_parameters or {}).keys():
            case.path_parameters[name] = data.draw(st.sampled_from(existing[name]))
        with time_machine.travel(NOW, tick=False), transaction.atomic():
            response = send(readers[who], case)
            transaction.set_rollback(True)
        if not leads_somewhere(case.formatted_path):
            assert response.status_code == 404  # the site's own, not of the API
        elif wrong := wrong_with(document, path, method, response):
            found.append(f"{case.as_curl_command()[:400]}\n    {wrong[:500]}")

    ask()

    assert found == []
