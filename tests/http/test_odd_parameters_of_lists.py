"""Lists of the APIs and the admin refuse what no database takes, and take or refuse the rest."""

import pytest

from tests.http.odd import HALF, LONG, NUL, PARAMETERS, REFUSED, encoded

API_LISTS = ("events/", "hosts/", "insights/", "pages/")

API_PARAMETERS = (
    "slug",
    "title",
    "search",
    "order",
    "fields",
    "locale",
    "type",
    "limit",
    "offset",
    "child_of",
    "topics",
    "attendance_mode",
    "start_date",
    "name",
    "when",
    "tag",
    "host",
    "from",
    "q",
    "programme",
    "utm_source",
)

ADMIN_LISTS = {
    "events": ("status", "month", "programme", "q", "ordering", "p"),
    "packs": ("q", "ordering", "p"),
    "dates": ("stage", "when", "programme", "event", "q", "o", "p"),
}


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_api_refuses_nul_in_any_parameter(site, client, version):
    if version == "v3":
        pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
    ours = (
        "pages/?type=wagtail_lift_pages.EventPage&",
        "pages/?type=wagtail_lift_pages.InsightsPack&",
    )
    lists = [f"{path}?" for path in API_LISTS] if version == "v2" else ours
    names = [name for name in API_PARAMETERS if version == "v2" or name != "type"]
    urls = [f"/api/{version}/{path}{name}=a%00b" for path in lists for name in names]

    answers = {url: client.get(url) for url in urls}

    told = {url: (a.status_code, REFUSED in a.json().values()) for url, a in answers.items()}
    assert told == dict.fromkeys(urls, (400, True))


V3_LISTS = (
    "events/",
    "events/facets/",
    "events/months/",
    "events/months/2027/6/",
    "events/{event}/dates/",
    "hosts/",
    "hosts/ada-bell/",
    "packs/",
    "search/",
)
V3_PARAMETERS = (*PARAMETERS, "programme", "locale", "site", "cursor", "limit", "offset", "event")


def v3_urls(event, value):
    """Return every list of version 3 with each parameter that any of them takes."""
    paths = [path.format(event=event.pk) for path in V3_LISTS]
    return [f"/api/v3/lift/{path}?{name}={value}" for path in paths for name in V3_PARAMETERS]


def test_lists_of_version_3_refuse_nul_in_any_parameter(site, client):
    pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
    urls = v3_urls(site, "a%00b")

    answers = {url: client.get(url) for url in urls}

    told = {url: (a.status_code, a.json()["detail"]) for url, a in answers.items()}
    assert told == dict.fromkeys(urls, (400, REFUSED))


@pytest.mark.parametrize("odd", [HALF, LONG, "\x0b", "\uffff", "'", "1e400", "9" * 30, "-1"])
def test_lists_of_version_3_take_or_refuse_any_other_parameter(site, client, odd):
    pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
    urls = v3_urls(site, encoded(odd))

    found = {url: client.get(url).status_code for url in urls}

    assert {url: status for url, status in found.items() if status not in (200, 400, 404)} == {}


@pytest.mark.parametrize("odd", [HALF, LONG, "\x0b", "\uffff", "'"])
def test_api_takes_or_refuses_any_other_parameter(site, client, odd):
    urls = [
        f"/api/v2/{path}?{name}={encoded(odd)}" for path in API_LISTS for name in API_PARAMETERS
    ]

    found = {url: client.get(url).status_code for url in urls}

    assert {url: status for url, status in found.items() if status not in (200, 400, 404)} == {}


def admin_urls(value: str) -> list[str]:
    return [
        f"/admin/lift/{name}/?{parameter}={value}"
        for name, parameters in ADMIN_LISTS.items()
        for parameter in parameters
    ]


def test_lists_of_the_admin_refuse_nul_in_any_parameter(site, admin_client):
    urls = admin_urls(encoded(NUL))

    answers = {url: admin_client.get(url) for url in urls}

    assert {url: (a.status_code, a.text) for url, a in answers.items()} == dict.fromkeys(
        urls, (400, REFUSED)
    )


@pytest.mark.parametrize("odd", [HALF, LONG, "\x0b", "\uffff", "'"])
def test_lists_of_the_admin_take_or_refuse_any_parameter(site, admin_client, odd):
    urls = admin_urls(encoded(odd))

    found = {url: admin_client.get(url).status_code for url in urls}

    assert {url: status for url, status in found.items() if status not in (200, 302, 404)} == {}
