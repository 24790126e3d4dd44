"""Characters that no database takes get one clear answer from pages, whichever way they come in.

What of this fails, fails on PostgreSQL above all: it takes no NUL, as SQLite does.
"""

from itertools import cycle

import pytest

from tests.http.odd import HALF, LONG, NUL, PARAMETERS, REFUSED, encoded
from wagtail_lift.http.odd_characters import HALF_REFUSED, faults_within

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
    "/lift/share/{}/guide/",
)


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
