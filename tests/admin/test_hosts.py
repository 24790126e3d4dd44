"""Host profiles in the admin, through what a browser sends."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.admin.panels import FieldPanel
from wagtail.models import Revision

from tests.admin.posts import errors_of, host_post
from tests.admin.tables import csv_of
from tests.factories import make_host
from wagtail_lift.admin.hosts import HostProfileViewSet, register_hosts
from wagtail_lift.models import HostProfile

URL = "/admin/snippets/wagtail_lift/hostprofile/"
CHOOSER = "/admin/snippets/choose/wagtail_lift/hostprofile/"
PUBLISH = {"action-publish": "Publish"}
JSON = {"HTTP_ACCEPT": "application/json"}


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_host_is_published_with_its_consent(admin_session):
    post = host_post(is_listed="on", consent_given_by="Ada", consent_given_on="2026-01-15")

    admin_session.post(f"{URL}add/", {**post, **PUBLISH})

    host = HostProfile.objects.get()
    assert (host.name, host.slug, host.is_public, host.consent_given_on) == (
        "Ada Bell",
        "ada-bell",
        True,
        date(2026, 1, 15),
    )


def test_consent_of_which_nobody_knows_is_refused_only_when_published(admin_session):
    post = host_post(is_listed="on", organisation="The Hill Fund")

    refused = admin_session.post(f"{URL}add/", {**post, **PUBLISH})
    saved = admin_session.post(f"{URL}add/", post)

    host = HostProfile.objects.get()
    typed = soup_of(refused).select_one("#id_organisation")["value"]
    autosaved = admin_session.post(f"{URL}edit/{host.pk}/", {**post, "slug": host.slug}, **JSON)
    assert sorted(errors_of(refused)) == ["consent_given_by", "consent_given_on"]
    assert typed == "The Hill Fund"
    assert (saved.status_code, host.live) == (302, False)
    assert autosaved.json()["success"]


def test_draft_of_a_host_leaves_what_is_published(admin_session):
    host = make_host("Ada Bell")

    admin_session.post(f"{URL}edit/{host.pk}/", host_post(name="Ada B.", slug="ada-bell"))

    host.refresh_from_db()
    assert (host.name, Revision.objects.for_instance(host).count()) == ("Ada Bell", 1)


def test_form_of_a_host_has_two_tabs(admin_session):
    soup = soup_of(admin_session.get(f"{URL}add/"))

    tabs = [tab.get_text(" ").partition("(")[0].strip() for tab in soup.select("[role=tab]")]
    assert tabs[:2] == ["Profile", "Consent and contact"]


def test_form_of_a_host_says_what_becomes_of_an_empty_slug(admin_session):
    soup = soup_of(admin_session.get(f"{URL}add/"))

    hints = [
        soup.find(id=soup.select_one(f"#id_{name}")["aria-describedby"]).get_text(strip=True)
        for name in ("photo_alt_text", "slug")
    ]
    assert hints == [
        "What the image shows, for people who cannot see it.",
        "The last part of the address of the host's pages. Made from the name if left empty.",
    ]


def test_list_says_who_is_listed(admin_session):
    make_host("Ada Bell")
    make_host("Max Low", is_listed=False)
    make_host("Bo Chen", live=False)

    soup = soup_of(admin_session.get(URL))

    names = [a.get_text(strip=True) for a in soup.select(".title-wrapper a")]
    rows = [tr.select("td") for tr in soup.select("#listing-results tbody tr")]
    listed = [cells[4].get_text(strip=True) for cells in rows]
    assert dict(zip(names, listed, strict=True)) == {
        "Ada Bell": "Listed",
        "Max Low": "not listed: no consent",
        "Bo Chen": "not listed: not published",
    }


def test_list_leaves_room_for_names_in_a_narrow_window(admin_session):
    make_host("Ada Bell")

    soup = soup_of(admin_session.get(URL))

    headings = soup.select("#listing-results thead th:not(.lift-wide-only)")
    assert [th.get_text(strip=True) for th in headings][1:] == ["Name", "Listed"]
    assert soup.select_one('link[href*="wagtail_lift/admin/lists.css"]')


def test_export_of_hosts_is_no_formula_and_holds_nothing_private(admin_session):
    make_host(
        "=1+1",
        organisation="@home",
        email="private@example.org",
        consent_given_by="Her assistant",
        slug="sum",
    )

    exported = csv_of(admin_session.get(URL, {"export": "csv"}))

    assert exported == [
        ["Name", "Kind", "Role", "Organisation", "Website", "Listed"],
        ["'=1+1", "Person", "", "'@home", "", "Listed"],
    ]


def test_chooser_says_who_is_not_listed(admin_session):
    host = make_host("Max Low", is_listed=False)
    make_host("Ada Bell")

    listed = [admin_session.get(url).content.decode() for url in (CHOOSER, f"{CHOOSER}results/")]
    chosen = admin_session.get(f"{CHOOSER}chosen/{host.pk}/").json()
    several = admin_session.get(f"{CHOOSER}chosen-multiple/", {"id": host.pk}).json()

    assert ["not listed: no consent" in html for html in listed] == [True, True]
    assert chosen["result"]["string"] == "Max Low (not listed: no consent)"
    assert [r["string"] for r in several["result"]] == ["Max Low (not listed: no consent)"]


def test_preview_of_a_host_shows_the_draft(admin_session):
    host = make_host("Ada Bell")
    url = f"{URL}preview/{host.pk}/"

    posted = admin_session.post(url, host_post(name="Ada B.", slug="ada-bell"))
    html = admin_session.get(url).content.decode()

    assert posted.json() == {"is_valid": True, "is_available": True}
    assert "Ada B." in html


def test_site_that_registered_its_host_model_keeps_its_own_list():
    registered = HostProfile.snippet_viewset

    register_hosts()

    assert HostProfile.snippet_viewset is registered


@pytest.mark.django_db
def test_site_with_panels_of_its_own_keeps_them(monkeypatch):
    monkeypatch.setattr(HostProfile, "panels", [FieldPanel("name")], raising=False)

    handler = HostProfileViewSet().get_edit_handler()

    assert [panel.field_name for panel in handler.children] == ["name"]
