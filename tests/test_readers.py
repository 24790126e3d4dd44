"""Who reads what: each way to read an event, tried by each reader, for all that stands for it.

The event is restricted by itself or by the programme above; what stands for it lies where everybody
may go. It may tell nobody what the event itself refuses.
"""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client, RequestFactory
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import GroupPagePermission, Locale, PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.access.privacy import closed_to, is_unrestricted, restricted_among

HAS_V3 = apps.is_installed("wagtail.api.v3")
SECRET = "HOSTILE"
JOIN_URL = "https://hostile-join.example.org/"


@pytest.fixture(params=["event", "programme"])
def restricted(request):
    """Which page carries the restriction."""
    return request.param


@pytest.fixture
def site(home, now, restricted):
    """A restricted event, and in an open programme all that can stand for it."""
    with time_machine.travel(now, tick=False):
        yield build(home, now, restricted)


def build(home, now, restricted):
    hidden, elsewhere = make_programme(home, "Members"), make_programme(home, "Elsewhere")
    note = {"question": f"{SECRET} question", "why": "", "facilitator_note": f"{SECRET} note"}
    fields = {
        "summary": f"{SECRET} summary",
        "hosts": [make_host("Ada Bell"), make_host(f"{SECRET} Sam", is_listed=False)],
        "topics": ["Care"],
        "attendance_mode": "online",
        "join_url": JOIN_URL,
        "join_link_rule": "everyone",
        "join_link_minutes": 14 * 24 * 60,
        "conversation": json.dumps([{"type": "question", "id": "q", "value": note}]),
        "slug": "talk",
        **when(now + timedelta(days=1)),
    }
    event = make_event(hidden, f"{SECRET} event", **fields)
    closed = hidden if restricted == "programme" else event
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Members"))
    alias = event.create_alias(parent=elsewhere, update_slug="alias")
    again = make_programme(elsewhere, "Inner", slug="inner")
    french = Locale.objects.get_or_create(language_code="fr")[0]
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.save_revision().publish()
    finding = {"title": "Open", "text": "<p>Open</p>", "questions": ["q"]}
    pack = make_pack(
        elsewhere,
        "About it",
        event=event,
        opens_early=True,
        insights=json.dumps([{"type": "finding", "id": "f", "value": finding}]),
    )
    make_event(elsewhere, "For all", **when(now + timedelta(days=2)))
    return SimpleNamespace(
        home=home,
        hidden=hidden,
        elsewhere=elsewhere,
        event=event,
        restriction=restriction,
        pack=pack,
        stand_ins={
            "event": event,
            "alias": alias.specific,
            "alias of the alias": alias.specific.create_alias(parent=again, update_slug="again"),
            "translation": type(event).objects.get(pk=translation.pk),
        },
    )


STAND_INS = ("event", "alias", "alias of the alias", "translation")


def account(name, page=None, *actions):
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "pass")
    if page is not None:
        group = Group.objects.create(name=f"{name} group")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for action in actions:
            permission = Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{action}_page"
            )
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        user.groups.add(group)
    return user


EDITS = ("add", "change", "publish")
REFUSED = {
    "anybody": lambda site: None,
    "a visitor": lambda site: account("visitor"),
    "an editor of what stands for it": lambda site: account("others", site.elsewhere, *EDITS),
}
LET_IN = {
    "a member": lambda site: _member(site),
    "a superuser": lambda site: get_user_model().objects.create_superuser("superuser"),
}


def _member(site):
    user = account("member")
    user.groups.add(site.restriction.groups.get())
    return user


def session_of(user):
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def told(client, path, headers=None):
    response = client.get(path, headers=headers or {})
    assert response.status_code < 500
    text = f"{response.headers}{response.getvalue().decode(errors='replace')}"
    return SECRET.lower() in text.replace(path, "").lower()


def addresses_of(page):
    """Every address that an event answers, and the lists of the programme in which it lies."""
    programme = page.get_parent().specific
    lists = (
        "",
        "?each=date",
        "?tag=care&from=2026-01-01",
        "calendar/",
        "calendar/2026/11/",
        "hosts/ada-bell/",
        "insights/",
    )
    for query in ("", "?date=2026-11-24", "ics/"):
        yield f"{page.url}{query}"
    for query in lists:
        yield f"{programme.url}{query}"


def subscribed_to(page):
    """What is for everybody and nobody else: it never tells of a restricted event."""
    programme = page.get_parent().specific
    for path in ("ics/", "ics/tag/care/", "ics/host/ada-bell/", "feed/", "feed/json/"):
        yield f"{programme.url}{path}"
    if HAS_V3:
        for kind in ("", "wagtailcore.Page", "wagtail_lift_pages.EventPage"):
            yield f"/api/v3/pages/?type={kind}" if kind else "/api/v3/pages/"
    yield "/api/v2/pages/?type=wagtailcore.Page"
    for path in ("events/", f"events/{page.pk}/", "pages/", f"pages/{page.pk}/", "insights/"):
        yield f"/api/v2/{path}?fields=*" if path.endswith("s/") else f"/api/v2/{path}"


@pytest.mark.parametrize("reader", REFUSED)
@pytest.mark.parametrize("name", STAND_INS)
def test_nothing_tells_of_a_restricted_event_to_who_may_not_read_it(site, name, reader):
    page, client = site.stand_ins[name], session_of(REFUSED[reader](site))

    found = [path for path in (*addresses_of(page), *subscribed_to(page)) if told(client, path)]

    assert found == []


@pytest.mark.parametrize("reader", LET_IN)
@pytest.mark.parametrize("name", STAND_INS)
def test_who_may_read_the_event_reads_all_that_stands_for_it(site, name, reader):
    page, client = site.stand_ins[name], session_of(LET_IN[reader](site))
    lists = [path for path in addresses_of(page) if "insights" not in path]

    assert [path for path in lists if not told(client, path)] == []
    assert [
        path for path in subscribed_to(page) if "/api/" not in path and told(client, path)
    ] == []


@pytest.mark.parametrize("name", STAND_INS)
def test_password_of_the_event_opens_what_stands_for_it(site, name):
    PageViewRestriction.objects.update(restriction_type="password", password="open sesame")
    page, client = site.stand_ins[name], Client()
    asked = client.get(page.url).text
    restriction = site.restriction.pk

    answer = client.post(
        f"/_util/authenticate_with_password/{restriction}/{page.pk}/",
        {"password": "open sesame", "return_url": page.url},
    )

    assert 'type="password"' in asked
    assert SECRET not in asked
    assert answer.url == page.url
    assert told(client, page.url)


@pytest.mark.parametrize("reader", [*REFUSED, *LET_IN])
def test_public_pack_about_it_names_nothing_of_it(site, reader):
    client = session_of({**REFUSED, **LET_IN}[reader](site))
    paths = [site.pack.url, f"{site.elsewhere.url}insights/", f"{site.elsewhere.url}feed/"]

    assert [path for path in paths if told(client, path)] == []


def test_sitemap_leaves_out_all_that_stands_for_it(site):
    request = RequestFactory().get("/")
    pages = Sitemap(request).items()
    urls = [entry["location"] for page in pages for entry in page.get_sitemap_urls(request)]

    assert [page.full_url for page in site.stand_ins.values() if page.full_url in urls] == []
    assert any(site.elsewhere.full_url in url for url in urls)


def test_pages_and_queries_agree_on_what_is_restricted(site):
    pages = [*site.stand_ins.values(), site.hidden, site.elsewhere, site.pack]

    one_by_one = {page.pk for page in pages if not is_unrestricted(page)}
    closed = closed_to(None)

    assert restricted_among(pages) == one_by_one
    assert {page.pk for page in pages if closed.holds(page)} == one_by_one
    assert set(type(site.event).objects.filter(closed.inside()).values_list("pk", flat=True)) == {
        page.pk for page in site.stand_ins.values()
    }


ADMIN = ("view_draft/", "edit/preview/", "copy/", "convert_alias/", "edit/", "history/")


@pytest.mark.parametrize("name", ["alias", "alias of the alias"])
def test_editor_of_an_alias_alone_neither_previews_nor_copies_it(site, name):
    alias, others = site.stand_ins[name], account("others", site.elsewhere, *EDITS)
    client = session_of(others)

    answers = [client.get(f"/admin/pages/{alias.pk}/{view}") for view in ADMIN]
    client.post(f"/admin/pages/{alias.pk}/convert_alias/")

    assert {answer.status_code for answer in answers} == {302}
    assert all(SECRET not in answer.getvalue().decode() for answer in answers)
    assert type(alias).objects.get(pk=alias.pk).alias_of_id == alias.alias_of_id


def test_editor_of_both_may_convert_an_alias(site):
    alias = site.stand_ins["alias"]
    client = session_of(account("both", site.home, *EDITS))

    client.post(f"/admin/pages/{alias.pk}/convert_alias/")

    assert type(alias).objects.get(pk=alias.pk).alias_of_id is None
