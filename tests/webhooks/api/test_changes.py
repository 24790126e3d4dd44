"""``lift/changes/``: what came after a cursor, whatever the cursor; and no nonsense."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as suite_settings

from wagtail_lift.webhooks.log import prune
from wagtail_lift.webhooks.models import Change

pytestmark = pytest.mark.django_db
V2, V3 = "/api/v2/changes/", "/api/v3/lift/changes/"
ADDRESS = V3 if suite_settings.HAS_API_V3 else V2
needs_v3 = pytest.mark.skipif(not suite_settings.HAS_API_V3, reason="Wagtail 8 brought it.")


def read(client, address=ADDRESS, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.content
    return response.json()


def test_without_a_cursor_everything_public_is_named(client, world):
    answer = read(client)

    kinds = sorted(item["subject"]["kind"] for item in answer["items"])
    assert kinds == ["event"] * 3 + ["host"] * 2 + ["pack"] + ["programme"] * 2
    assert answer["items"] == [change.values() for change in Change.objects.all()]
    assert answer["cursor"] == answer["items"][-1]["cursor"]
    assert answer["has_more"] is False


def test_pages_of_the_log_join_without_gap_or_overlap(client, world):
    whole, cursor, parts = read(client)["items"], "0", []
    while True:
        page = read(client, since=cursor, limit=3)
        parts += page["items"]
        cursor = page["cursor"]
        if not page["has_more"]:
            break

    assert parts == whole
    assert read(client, since=cursor) == {"items": [], "cursor": cursor, "has_more": False}


def test_query_count_does_not_grow_with_the_entries(client, world, django_assert_num_queries):
    read(client)

    with django_assert_num_queries(2):
        read(client, limit=1)
    with django_assert_num_queries(2):
        read(client, limit=100)


@needs_v3
def test_both_versions_answer_alike(client, world):
    for query in ({}, {"since": "2", "limit": "2"}):
        assert read(client, V2, **query) == read(client, V3, **query)
    assert client.get(V2)["Cache-Control"] == client.get(V3)["Cache-Control"] == "no-cache"


NONSENSE = pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"since": "x"}, "since"),
        ({"since": "-1"}, "since"),
        ({"since": ""}, "since"),
        ({"since": "9" * 400}, "since"),
        ({"since": "\0"}, "since"),
        ({"since": "٣"}, "since"),
        ({"limit": "0"}, "limit"),
        ({"limit": "501"}, "limit"),
        ({"limit": "1e3"}, "limit"),
        ({"after": "3"}, "after"),
        ({"\0": "3"}, "?"),
    ],
)


@NONSENSE
def test_nonsense_in_version_2_is_a_400_that_names_the_parameter(client, world, query, name):
    response = client.get(V2, query)

    assert response.status_code == 400
    assert response.json()["message"].startswith(f"{name}: ")


@needs_v3
@NONSENSE
def test_nonsense_is_a_400_that_names_the_parameter(client, world, query, name):
    response = client.get(ADDRESS, query)

    assert response.status_code == 400
    assert response["Content-Type"].startswith("application/problem+json")
    assert [error["loc"] for error in response.json()["errors"]] == [[name]]


def test_cursor_of_another_database_is_gone(client, world):
    response = client.get(ADDRESS, {"since": "999999"})

    assert response.status_code == 410
    assert "Start anew" in response.content.decode()


def test_cursor_older_than_what_is_kept_is_gone(client, world, now, committed):
    first = read(client)["items"]
    committed(lambda: world.save_revision().publish())
    with time_machine.travel(now + timedelta(days=31), tick=False):
        prune(now + timedelta(days=31))

    assert client.get(ADDRESS, {"since": first[0]["cursor"]}).status_code == 410
    anew = read(client)
    assert len(anew["items"]) == len(first)
    assert {item["subject"]["id"] for item in anew["items"]} == {
        item["subject"]["id"] for item in first
    }
    assert read(client, since=anew["cursor"])["items"] == []


def test_removal_is_forgotten_in_the_end(client, world, now, committed):
    committed(lambda: world.unpublish())
    last = read(client)["cursor"]

    prune(now + timedelta(days=31))

    assert [i["type"] for i in read(client)["items"] if i["removed"]] == []
    assert read(client, since=last)["items"] == []
    assert client.get(ADDRESS, {"since": "1"}).status_code == 410
