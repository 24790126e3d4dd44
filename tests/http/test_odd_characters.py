"""Characters that no database takes get one clear answer, whichever way they come in.

What of this fails, fails on PostgreSQL above all: it takes no NUL, as SQLite does.
"""

from itertools import cycle
from urllib.parse import quote

import pytest
from wagtail.models import Site

from tests.admin.posts import PUBLISH, edit_url, event_post
from tests.factories import make_event, make_host, make_pack, make_programme
from wagtail_lift.http.odd_characters import HALF_REFUSED, faults_within

REFUSED = "Null characters are not allowed."
NUL, HALF, LONG = "\0", "\ud800", "x" * 5000

PARAMETERS = (
    "when",
    "each",
    "tag",
    "audience",
    "host",
    "mode",
    "access",
    "status",
    "from",
    "to",
    "q",
    "page",
    "date",
    "dates",
    "starts",
    "utm_source",
)
"""What addresses of pages may name, and what they may not."""

PAGE_PATHS = (
    "/talks/",
    "/talks/calendar/",
    "/talks/calendar/2027/06/",
    "/talks/ics/",
    "/talks/ics/tag/care/",
    "/talks/ics/host/ada-bell/",
    "/talks/feed/",
    "/talks/feed/json/",
    "/talks/hosts/ada-bell/",
    "/talks/insights/",
    "/talks/kindness/",
    "/talks/kindness/ics/",
    "/talks/kindness/pack/",
    "/talks/kindness/pack/guide/",
    "/talks/kindness/markdown/",
    "/talks/kindness/pack/guide/markdown/",
)

SLUG_PATHS = (
    "/talks/hosts/{}/",
    "/talks/ics/tag/{}/",
    "/talks/ics/host/{}/",
    "/talks/{}/",
    "/lift/share/{}/",
)

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

TYPED = (
    "title",
    "slug",
    "summary",
    "lead_image_alt_text",
    "audience",
    "audiences",
    "topics",
    "timezone",
    "recurrence_rule-kept",
    "venue_name",
    "venue_address",
    "map_url",
    "platform_name",
    "join_url",
    "languages",
    "access_notes",
    "booking_url",
    "contact_name",
    "contact_email",
    "contact_url",
    "search_description",
)
"""The fields of text of the form of an event."""

WRITTEN = {
    "title": ["title"],
    "summary": ["summary"],
    "venue_name": ["venue_name"],
    "recurrence_rule": ["recurrence_rule"],
    "topics": ["topics", 1],
    "event_hosts": ["event_hosts", 0, "line"],
    "conversation": ["conversation", 0, "value", "question"],
    "body": ["body", 0, "value"],
}
"""What a body of version 3 may hold, each with the place of its text."""


@pytest.fixture
def site(home):
    programme = make_programme(home, slug="talks")
    host = make_host("Ada Bell", slug="ada-bell")
    event = make_event(programme, slug="kindness", hosts=[host], topics=["care"])
    make_pack(event, slug="pack", event=event, opens_early=True, guide=[("preparation", ["Tea"])])
    Site.clear_site_root_paths_cache()
    return event


def encoded(value: str) -> str:
    """Return a value as an address holds it, half a pair of surrogates as its three bytes."""
    return quote(value.encode("utf-8", "surrogatepass"))


def test_doors_of_the_site_are_open(site, client):
    assert {path: client.get(path).status_code for path in PAGE_PATHS} == dict.fromkeys(
        PAGE_PATHS, 200
    )


def test_page_refuses_nul_in_any_parameter(site, client):
    urls = [f"{path}?{name}=a{encoded(NUL)}b" for path in PAGE_PATHS for name in PARAMETERS]
    urls += [f"{path}?a{encoded(NUL)}=1" for path in PAGE_PATHS]

    answers = {url: client.get(url) for url in urls}

    assert {url: (a.status_code, a.text) for url, a in answers.items()} == dict.fromkeys(
        urls, (400, REFUSED)
    )


ODD_BUT_HARMLESS = (HALF, LONG, "\x0b", "\x1f", "\uffff", "%", "\\", "'\"")


@pytest.mark.slow
def test_page_takes_any_other_parameter(site, client):
    """Each page with each parameter, and each parameter with each character."""
    odd = cycle(ODD_BUT_HARMLESS)
    urls = [f"{path}?{name}={encoded(next(odd))}" for path in PAGE_PATHS for name in PARAMETERS]
    urls += [f"/talks/?{name}={encoded(odd)}" for name in PARAMETERS for odd in ODD_BUT_HARMLESS]

    found = {url: client.get(url).status_code for url in urls}

    assert found == dict.fromkeys(urls, 200)


@pytest.mark.parametrize("odd", [NUL, HALF, LONG, "\x0b", "%"])
def test_path_of_nothing_is_no_page(site, client, odd):
    found = {path: client.get(path.format(encoded(odd))).status_code for path in SLUG_PATHS}

    is_known = odd == LONG  # a calendar of a topic that nothing has is empty
    assert set(found.values()) <= {404, 200 if is_known else 404}


@pytest.mark.parametrize("route", ["hosts/{}/", "ics/tag/{}/", "ics/host/{}/"])
def test_sub_route_refuses_nul_in_its_path(site, rf, route):
    """A site may have wider patterns in its urls.py than Wagtail's own."""
    programme = site.get_parent().specific
    view, args, kwargs = programme.resolve_subpage(f"/{route.format(f'a{NUL}b')}")

    request = rf.get(f"/talks/{route.format('a%00b')}")
    response = programme.serve(request, view, args, kwargs)

    assert response.status_code == 400


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


def body_with(odd: str, host) -> dict:
    return {
        "title": f"a{odd}",
        "summary": f"a{odd}",
        "venue_name": f"a{odd}",
        "recurrence_rule": f"FREQ=DAILY{odd}",
        "topics": ["care", f"a{odd}"],
        "event_hosts": [{"host_id": host.pk, "line": f"a{odd}"}],
        "conversation": [{"type": "question", "value": {"question": f"a{odd}"}}],
        "body": [{"type": "paragraph", "value": f"<p>a{odd}</p>"}],
    }


@pytest.mark.parametrize("odd", [NUL, HALF])
@pytest.mark.parametrize("name", WRITTEN)
def test_version_3_refuses_in_a_body_what_no_text_has_at_its_place(site, superuser, name, odd):
    pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")
    body = {name: body_with(odd, site.event_hosts.first().host)[name]}

    status, answer = version_3(superuser)("patch", f"pages/{site.pk}/", body)

    assert (status, [error["loc"] for error in answer["errors"]]) == (422, [WRITTEN[name]])


def version_3(user):
    from tests.api.v3.conftest import V3Client

    return V3Client(user)


def test_form_refuses_nul_in_every_field_of_text(site, admin_client):
    post = event_post(**dict.fromkeys(TYPED, "a\0b"), **PUBLISH)

    response = admin_client.post(edit_url(site), post)

    errors = response.context["form"].errors
    refused = {name for name, messages in errors.items() if messages[-1].endswith(REFUSED)}
    assert refused == {name.removesuffix("-kept") for name in TYPED}
    site.refresh_from_db()
    assert "\0" not in f"{site.title} {site.summary} {site.body} {site.venue_name}"


def test_odd_characters_are_found_in_order_and_at_any_depth():
    deep = current = []
    for _ in range(5000):
        current.append([])
        current = current[0]
    current.append(f"a{NUL}")
    sent = {"a": [f"x{NUL}", "fine"], f"b{HALF}": f"y{NUL}", "c": {"d": HALF}, "e": 5, "f": deep}

    found = [(place, str(fault)) for place, fault in faults_within(sent)]

    assert found == [
        (("a", 0), REFUSED),
        ((), str(HALF_REFUSED)),
        (("c", "d"), str(HALF_REFUSED)),
        (("f", *[0] * 5001), REFUSED),
    ]
