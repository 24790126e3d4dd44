"""What an address is: the page, the sub-route and its arguments, a redirect, or nothing."""

import pytest
import time_machine
from django.urls import clear_script_prefix, set_script_prefix
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site

from tests.factories import make_event, make_host, make_pack, make_programme


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def programme(home):
    return make_programme(home, slug="talks")


@pytest.fixture
def event(programme):
    event = make_event(programme, slug="kindness", hosts=[make_host("Ada Bell", slug="ada-bell")])
    make_pack(event, "Learnt", slug="pack", opens_early=True, guide=[("preparation", ["Tea"])])
    return event


def find(client, url, **more):
    return client(
        "get", "lift/find/?" + "&".join(f"{k}={v}" for k, v in {"url": url, **more}.items())
    )


def named(page):
    return {
        "id": page.pk,
        "type": page._meta.label,
        "title": page.title,
        "url": page.full_url,
    }


def route(name, path, **arguments):
    return {"name": name, "path": path, "arguments": arguments}


@pytest.mark.parametrize("address", ["/talks/kindness/", "/talks/kindness", "talks/kindness/"])
def test_path_is_the_page_with_or_without_slash(event, anybody, address):
    assert find(anybody, address) == (
        200,
        {
            "kind": "page",
            "page": named(event),
            "url": "http://testserver/talks/kindness/",
            "locale": "en",
            "route": None,
            "date": None,
            "head": None,
            "detail": None,
        },
    )


@pytest.mark.parametrize("path", ["/talks/", "/talks/kindness/", "/talks/kindness/pack/"])
def test_page_comes_with_its_fields_on_request(event, anybody, path):
    _, found = find(anybody, path, include="head,detail", rich_text_format="html")
    key = found["page"]["id"]
    _, alone = find(anybody, path, include="detail", rich_text_format="html")
    _, detail = anybody("get", f"pages/{key}/?rich_text_format=html")
    _, head = anybody("get", f"lift/pages/{key}/head/")

    assert (found["detail"], found["head"]) == (detail, head)
    assert (alone["detail"], alone["head"]) == (detail, None)


def test_detail_of_a_guide_is_the_pack_and_of_another_page_is_none(event, home, anybody):
    _, guide = find(anybody, "/talks/kindness/pack/guide/", include="detail")
    _, front = find(anybody, "/", include="detail")

    assert guide["detail"]["meta"]["type"] == "wagtail_lift_pages.InsightsPack"
    assert guide["detail"]["guide"][0]["value"] == ["Tea"]
    assert front["detail"] is None


def test_detail_of_a_page_for_some_is_theirs_alone(event, anybody, visitor, client_of):
    restriction = {"page": event, "restriction_type": PageViewRestriction.LOGIN}
    PageViewRestriction.objects.create(**restriction)
    address = "/talks/kindness/"

    _, theirs = find(client_of(visitor), address, include="detail")

    assert find(anybody, address, include="detail")[0] == 404
    assert theirs["detail"]["title"] == "Kindness at work"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", None),
        ("calendar/", route("calendar", "calendar/")),
        ("calendar/2027/06/", route("month", "calendar/2027/06/", year="2027", month="06")),
        ("hosts/ada-bell/", route("host", "hosts/ada-bell/", slug="ada-bell")),
        ("insights/", route("insights", "insights/")),
        ("ics/", route("ics", "ics/")),
        ("ics/tag/care/", route("ics_of_tag", "ics/tag/care/", slug="care")),
        ("feed/", route("feed", "feed/")),
        ("feed/json/", route("json_feed", "feed/json/")),
    ],
)
def test_sub_route_of_a_programme_is_named_with_its_arguments(
    event, programme, anybody, path, expected
):
    status, answer = find(anybody, f"http://testserver/talks/{path}")

    assert (status, answer["page"], answer["route"]) == (200, named(programme), expected)
    assert answer["url"] == f"http://testserver/talks/{path}"


def test_sub_routes_of_event_and_pack_are_named(event, anybody):
    found = [
        find(anybody, f"/talks/kindness/{path}")[1]["route"] for path in ("ics/", "pack/guide/")
    ]

    assert found == [route("ics", "ics/"), route("guide", "guide/")]


@pytest.mark.parametrize(
    ("word", "key"), [("2027-06-01", "2027-06-01T12:30"), ("2020-01-01", None)]
)
def test_date_of_an_event_is_named(programme, anybody, word, key):
    make_event(programme, slug="often", recurrence_rule="FREQ=DAILY;COUNT=3")

    answer = find(anybody, f"/talks/often/?date={word}")[1]

    assert answer["date"] == {"date": word, "key": key}
    assert answer["url"] == "http://testserver/talks/often/"


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/talks/hosts/nobody/",
        "/talks/calendar/1999/01/",
        "/talks/kindness/nothing/",
        "/admin/",
        "/api/v2/pages/",
        "https://elsewhere.example/talks/",
    ],
)
def test_what_the_site_does_not_have_is_not_found(event, anybody, address):
    status, answer = find(anybody, address)

    assert (status, answer["detail"]) == (404, "Nothing is found there.")


def test_closed_guide_is_not_found(programme, anybody):
    event = make_event(programme, slug="kindness")
    make_pack(event, slug="pack", guide=[("preparation", ["Tea"])])

    assert find(anybody, "/talks/kindness/pack/")[0] == 200
    assert find(anybody, "/talks/kindness/pack/guide/")[0] == 404


@pytest.mark.parametrize(
    "address",
    ["", "http://[", "http://a:b/", "javascript:1", "http:/talks/", "/%2500/", "mailto:a@b"],
)
def test_what_is_no_address_is_refused_by_name(event, anybody, address):
    status, answer = find(anybody, address)

    assert (status, [error["loc"] for error in answer["errors"]]) == (400, [["url"]])


def test_unknown_parameter_is_refused_by_name(event, anybody):
    status, answer = find(anybody, "/talks/", html_path="/talks/")

    assert (status, [error["loc"] for error in answer["errors"]]) == (400, [["html_path"]])


def test_null_character_is_refused(event, anybody):
    status, answer = find(anybody, "/talks%00/")

    assert (status, answer["detail"]) == (400, "Null characters are not allowed.")


def test_site_is_told_by_its_host(home, programme, anybody):
    other = home.get_parent().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example", port=443, root_page=other)
    talks = make_programme(other, "Other talks", slug="talks")

    answers = [
        find(anybody, url)[1]
        for url in ("https://other.example/talks/", "//OTHER.example:443/talks", "/talks/")
    ]

    assert [answer["page"]["id"] for answer in answers] == [talks.pk, talks.pk, programme.pk]
    assert answers[0]["url"] == "https://other.example/talks/"


def test_project_in_a_sub_path_takes_its_addresses(event, anybody):
    set_script_prefix("/cms/")
    try:
        paths = ("/cms/talks/hosts/ada-bell/", "/cms/talks", "/cms/", "/talks/")
        found = [find_in_sub_path(anybody, path) for path in paths]
    finally:
        clear_script_prefix()

    assert found == [
        (200, "http://testserver/cms/talks/hosts/ada-bell/"),
        (200, "http://testserver/cms/talks/"),
        (200, "http://testserver/cms/"),
        (404, None),
    ]


def find_in_sub_path(client, address):
    response = client.http.get(f"/api/v3/lift/find/?url={address}", SCRIPT_NAME="/cms")
    return response.status_code, response.json().get("url")


def test_translation_is_found_with_its_locale(event, anybody):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    copy = event.copy_for_translation(french, copy_parents=True)
    copy.slug = "gentillesse"
    copy.save_revision().publish()
    copy.refresh_from_db()

    status, answer = find(anybody, copy.specific.full_url)

    assert (status, answer["page"]["id"], answer["locale"]) == (200, copy.pk, "fr")


@pytest.mark.parametrize("address", ["/old", "/old/", "http://testserver/old/?utm=1"])
@pytest.mark.parametrize(("is_permanent", "code"), [(True, 301), (False, 302)])
def test_redirect_tells_status_and_location(event, anybody, address, is_permanent, code):
    Redirect.add_redirect("/old/", event, is_permanent=is_permanent)

    assert find(anybody, address) == (
        200,
        {"kind": "redirect", "status": code, "location": "http://testserver/talks/kindness/"},
    )


def test_redirect_leads_to_another_website(home, anybody):
    Redirect.add_redirect("/old/", "https://elsewhere.example/")

    assert find(anybody, "/old/")[1]["location"] == "https://elsewhere.example/"


def test_redirect_to_a_page_without_an_address_is_not_found(home, anybody):
    lost = home.get_parent().add_child(instance=Page(title="Lost", slug="lost"))
    Redirect.add_redirect("/old/", lost)
    Redirect.add_redirect("/older/", lost, page_route_path="/ics/")

    assert [find(anybody, path)[0] for path in ("/old/", "/older/")] == [404, 404]
