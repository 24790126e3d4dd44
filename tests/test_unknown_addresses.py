"""A page that no site has, has no address: nothing links to "None", or to itself instead."""

import json
import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import Http404
from django.template.loader import render_to_string
from wagtail.models import Page, Site

from tests.factories import make_event, make_host, make_image, make_pack, make_programme, when
from wagtail_lift.models import HostProfile

V3 = ["/api/v3/pages/"] if apps.is_installed("wagtail.api.v3") else []
GUIDE = [("round", {"title": "Talk", "minutes": 5})]
SHOWN = {
    "programme": ("", "calendar/2026/11/", "hosts/ada-bell/", "insights/"),
    "event": ("",),
    "past": ("",),
    "pack": ("", "guide/"),
    "closed": ("",),
}
SUBSCRIBED = {
    "programme": ("feed/", "feed/json/", "ics/", "ics/tag/care/", "ics/host/ada-bell/"),
    "event": ("ics/",),
}


@pytest.fixture(params=["another site", "no site"])
def nowhere(request, home, now):
    """A programme with one of each kind of page, which is below no site's home page."""
    with time_machine.travel(now, tick=False):
        root = Page.get_first_root_node()
        pages = build(root.add_child(instance=Page(title="Outside", slug="outside")), now)
        if request.param == "no site":
            Site.objects.all().delete()
        yield pages


def build(outside, now):
    programme = make_programme(outside, slug="talks")
    make_programme(programme, "Inner")
    host = make_host(photo=make_image())
    body = links_to(programme)
    event = make_event(
        programme,
        "Coming",
        hosts=[host],
        topics=["care"],
        audiences=["All"],
        lead_image=make_image(),
        contact_page=programme,
        venue_name="The Kettle",
        body=body,
        recurrence_rule="FREQ=DAILY;COUNT=30",
        **when(now - timedelta(days=6)),
    )
    past = make_event(
        programme, "Past", attendance_mode="online", hosts=[host], **when(now - timedelta(days=9))
    )
    link = f'<p><a linktype="page" id="{event.pk}">There</a></p>'
    pack = make_pack(past, "Learnt", guide=GUIDE, introduction=link)
    make_event(programme, "Again", inspired_by=pack, **when(now + timedelta(days=3)))
    return SimpleNamespace(
        programme=programme, event=event, past=past, pack=pack, closed=make_pack(event, "Closed")
    )


def links_to(page):
    text = f'<p><a linktype="page" id="{page.pk}">There</a></p>'
    return [
        ("call_to_action", {"label": "Go", "page": page, "url": ""}),
        ("event_list", {"programme": page}),
        ("details", {"summary": "More", "text": text}),
        ("paragraph", text),
    ]


def answer_of(page, rf, path):
    """Return what a page answers at a sub-route, as if a site had it."""
    request = rf.get(f"/somewhere/{path}")
    request.user, request.session = AnonymousUser(), SessionStore()
    view = page.route(request, [part for part in path.split("/") if part])
    response = view.page.serve(request, *view.args, **view.kwargs)
    return getattr(response, "render", lambda: response)().getvalue().decode()


def wrong(html):
    """Return the addresses of a page that lead to "None" or to nothing but a date."""
    soup = BeautifulSoup(html, "html5lib")
    found = [
        tag[name]
        for name in ("href", "src", "action", "content")
        for tag in soup.find_all(attrs={name: True})
        if name != "content" or tag.get("property") in ("og:url", "og:image")
    ]
    told = [json.loads(tag.string) for tag in soup.find_all("script", type="application/ld+json")]
    found += [value for item in told for value in addresses_in(item)]
    return [address for address in found if re.match(r"$|\?date|.*None", address)]


def addresses_in(item):
    """Yield every address in structured data."""
    if isinstance(item, list):
        for part in item:
            yield from addresses_in(part)
    elif isinstance(item, dict):
        for key, value in item.items():
            if isinstance(value, str):
                yield from [value] if key in ("@id", "url", "item", "isBasedOn") else []
            else:
                yield from addresses_in(value)


def test_pages_leave_out_addresses_that_are_not_known(nowhere, rf):
    answers = {
        (name, path): answer_of(getattr(nowhere, name), rf, path)
        for name, paths in SHOWN.items()
        for path in paths
    }

    assert {key: wrong(html) for key, html in answers.items()} == {key: [] for key in answers}
    assert all("<h1" in html for html in answers.values())


def test_nobody_subscribes_to_what_no_site_has(nowhere, rf):
    for name, paths in SUBSCRIBED.items():
        for path in paths:
            with pytest.raises(Http404, match="No site has this page"):
                answer_of(getattr(nowhere, name), rf, path)


@pytest.mark.parametrize("nowhere", ["another site"], indirect=True)
def test_pages_of_a_site_name_what_it_does_not_have_without_a_link(nowhere, home, client, now):
    programme = make_programme(home, "Inside", body=links_to(nowhere.event))
    choice = {"title": "Read", "page": nowhere.event, "url": ""}
    event = make_event(
        programme,
        inspired_by=nowhere.pack,
        contact_page=nowhere.programme,
        body=links_to(nowhere.programme),
        reading=[("reading", choice)],
        **when(now + timedelta(days=4)),
    )
    again = make_event(nowhere.programme, "Once more", **when(now - timedelta(days=2)))
    pack = make_pack(programme, "About", event=again, resources=[("resource", choice)])
    pages = (programme, event, pack)
    api = [f"/api/v2/{name}/?fields=*" for name in ("events", "insights", "pages", "hosts")]
    api += [f"/api/v2/{n}/{p.pk}/" for n, p in (("events", event), ("insights", pack))]
    api += [f"{base}{page.pk}/" for base in V3 for page in pages]
    feeds = [f"{programme.url}feed/", f"{programme.url}feed/json/"]

    html = {page.title: wrong(client.get(page.url).text) for page in pages}
    told = {path: client.get(path) for path in (*feeds, *api, *V3)}

    assert html == {page.title: [] for page in pages}
    assert {path: response.status_code for path, response in told.items()} == dict.fromkeys(
        told, 200
    )
    assert [path for path, response in told.items() if "None" in response.text] == []


@pytest.mark.parametrize("path", ["events/", "packs/", "dates/", "events/?export=csv"])
def test_lists_of_the_admin_name_what_no_site_has_without_a_link(nowhere, admin_session, path):
    response = admin_session.get(f"/admin/lift/{path}")

    text = response.getvalue().decode()
    assert response.status_code == 200
    assert ("Coming" in text) or ("Learnt" in text)
    assert re.findall(r'(?:href|src)="[^"\n]*None|,[^,\n]*None', text) == []


def test_preview_leaves_out_addresses_that_are_not_known(nowhere):
    preview = nowhere.event.make_preview_request(preview_mode="")

    assert wrong(preview.render().text if hasattr(preview, "render") else preview.text) == []


@pytest.mark.parametrize("nowhere", ["another site"], indirect=True)
def test_rich_text_of_a_host_leads_to_no_page_that_no_site_has(nowhere):
    link = f'<p><a linktype="page" id="{nowhere.event.pk}">There</a></p>'
    host = HostProfile(name="Bo", biography=link)

    html = render_to_string("wagtail_lift/components/profile.html", {"host": host})

    assert "<a>There</a>" in html
