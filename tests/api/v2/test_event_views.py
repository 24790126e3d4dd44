"""Dates, months and filters beside the list of events."""

import pytest
from django.apps import apps
from wagtail.models import PageViewRestriction

PATHS = ("months/", "months/2027/6/", "facets/", "{event}/dates/")


@pytest.mark.skipif(not apps.is_installed("wagtail.api.v3"), reason="There is no version 3.")
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", "?site=testserver"])
def test_version_2_tells_the_same_as_version_3(event, get, client, path, query):
    path = f"events/{path.format(event=event.pk)}{query}"

    status, answer = get(path)
    other = client.get(f"/api/v3/lift/{path}").json()

    links = [link for link in (answer.get("previous"), answer.get("next")) if link]
    assert status == 200
    for link in links:
        assert client.get(link.pop("url")).status_code == 200
    for link in (other.get("previous"), other.get("next")):
        if link:
            link.pop("url")
    assert answer == other


@pytest.mark.parametrize("path", ["{event}/dates/", "999999/dates/", "months/2027/13/"])
def test_what_is_not_for_everybody_is_not_found(event, programme, client, get, visitor, path):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    client.force_login(visitor)

    assert get(f"events/{path.format(event=event.pk)}")[0] == 404


def test_month_and_filters_hold_what_is_public(event, programme, client, get, visitor):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    client.force_login(visitor)

    assert get("events/months/2027/6/")[1]["days"] == []
    assert [group["name"] for group in get("events/facets/")[1]["groups"]] == ["status"]


@pytest.mark.parametrize(
    "path", ["months/?when=past", "facets/?when=x", "{event}/dates/?cursor=x", "?mode=train"]
)
def test_parameter_that_means_nothing_is_a_bad_request(event, get, path):
    status, answer = get(f"events/{path.format(event=event.pk)}")

    assert (status, list(answer)) == (400, ["message"])
