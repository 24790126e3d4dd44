"""A link shows a draft without an account: who gets one, what it shows, when it ends."""

import json
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    GroupPagePermission,
    Locale,
    PageViewRestriction,
)

from tests.factories import make_event, make_pack, make_programme, when
from wagtail_lift.actions import share_draft, stop_sharing
from wagtail_lift.models import EventPage, ShareLink

JOIN_URL = "https://meet.example.org/secret-room"
API = [
    "/api/v2/page_preview/",
    *(["/api/v3/lift/preview/"] if apps.is_installed("wagtail.api.v3") else []),
]
DOORS = ["/lift/share/{token}/", *(f"{address}?share={{token}}" for address in API)]
"""Where a token is taken."""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False) as clock:
        yield clock


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def event(programme):
    """A published event, with another title and date in its draft."""
    event = make_event(programme, "Published", slug="event", join_url=JOIN_URL)
    draft = EventPage.objects.get(pk=event.pk)
    draft.title, draft.start_date = "A draft", date(2027, 7, 6)
    draft.save_revision()
    return event


@pytest.fixture
def editor(programme, django_user_model):
    """Somebody who may edit what is below the programme."""
    group = Group.objects.create(name="Editors of the programme")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(
        content_type__app_label="wagtailcore", codename="change_page"
    )
    GroupPagePermission.objects.create(group=group, page=programme, permission=permission)
    user = django_user_model.objects.create_user("editor", "editor@example.org", "pass")
    user.groups.add(group)
    return user


@pytest.fixture
def token(event, editor, now):
    return share_draft(event, user=editor, now=now)


def answers(client, token):
    """Return the status of what each door answers."""
    return [client.get(door.format(token=token)).status_code for door in DOORS]


def test_link_shows_the_draft(client, event, token):
    shown = client.get(f"/lift/share/{token}/")

    assert shown.status_code == 200
    assert "A draft" in shown.text
    assert 'datetime="2027-07-06' in shown.text
    assert "Published" in client.get(event.url).text
    assert {name: shown[name] for name in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")} == {
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex, nofollow",
        "Referrer-Policy": "no-referrer",
    }


@pytest.mark.parametrize("address", API)
@pytest.mark.parametrize("by", ["query", "header"])
def test_api_answers_the_draft(client, event, token, address, by):
    sent = {"data": {"share": token}} if by == "query" else {"headers": {"Lift-Share": token}}

    answer = client.get(address, **sent)

    body = answer.json()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert (body["id"], body["title"]) == (event.pk, "A draft")
    assert [found["key"] for found in body["occurrences"]] == ["2027-07-06T12:30"]
    assert body["date_key"] == "2027-07-06T12:30"


@pytest.mark.parametrize("address", API)
def test_api_answers_in_each_mode(client, token, address):
    modes = ("status-taken_place", "status-fully_booked")

    found = [client.get(address, {"share": token, "mode": mode}).json()["status"] for mode in modes]

    assert found == ["taken_place", "fully_booked"]


@pytest.mark.parametrize(("days", "code"), [(0, 200), (6.99, 200), (7, 404), (400, 404)])
def test_link_expires(client, token, today, days, code):
    today.shift(timedelta(days=days))

    assert set(answers(client, token)) == {code}


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


ENDS = {
    "revoked": lambda event, editor, now: stop_sharing(event, user=editor, now=now),
    "page deleted": lambda event, editor, now: EventPage.objects.get(pk=event.pk).delete(),
    "page restricted": lambda event, editor, now: restrict(event),
    "programme restricted": lambda event, editor, now: restrict(event.get_parent()),
    "editor without rights": lambda event, editor, now: editor.groups.clear(),
    "editor inactive": lambda event, editor, now: type(editor).objects.update(is_active=False),
    "editor gone": lambda event, editor, now: editor.delete(),
}


@pytest.mark.parametrize("end", ENDS)
def test_link_ends(client, event, editor, token, now, end):
    before = answers(client, token)

    ENDS[end](event, editor, now)

    assert (set(before), set(answers(client, token))) == ({200}, {404})


STAYS = {
    "published": lambda page, home: page.get_latest_revision().publish(),
    "unpublished": lambda page, home: page.unpublish(),
    "moved in the programme": lambda page, home: page.move(
        make_event(page.get_parent().specific, "Beside", slug="beside"), pos="left"
    ),
    "renamed": lambda page, home: EventPage.objects.filter(pk=page.pk).update(slug="renamed"),
}


@pytest.mark.parametrize("change", STAYS)
def test_link_stays(client, event, home, token, change):
    STAYS[change](EventPage.objects.get(pk=event.pk), home)

    assert set(answers(client, token)) == {200}
    assert "A draft" in client.get(f"/lift/share/{token}/").text


def test_link_ends_where_its_maker_may_not_edit(client, event, home, token):
    other = make_programme(home, "Others", slug="others")

    EventPage.objects.get(pk=event.pk).move(other, pos="last-child")

    assert set(answers(client, token)) == {404}


@pytest.mark.parametrize("token", ["", "x", "\x00", "\ud800", "a" * 5000, "../../x"])
def test_unknown_token_is_no_fault(client, token):
    found = [client.get(address, {"share": token.encode("utf-8", "replace")}) for address in API]
    shown = client.get(f"/lift/share/{'x' if not token.isalnum() else token}/")

    assert {answer.status_code for answer in found} <= {400, 404}
    assert shown.status_code == 404


def test_translation_is_shared_by_itself(client, event, editor, now):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.title = "Brouillon"
    translation.save_revision()
    group = editor.groups.get()
    permission = group.page_permissions.get().permission
    GroupPagePermission.objects.create(
        group=group, page=translation.get_parent(), permission=permission
    )

    token = share_draft(translation, user=editor, now=now)

    body = client.get(API[0], {"share": token}).json()
    assert (body["title"], body["starts_at"]) == ("Brouillon", "2027-06-01T11:30:00Z")


def test_link_shows_no_join_link(client, event, editor, now):
    fields = when(now - timedelta(minutes=30))
    draft = EventPage.objects.get(pk=event.pk)
    for name, value in {
        **fields,
        "attendance_mode": "online",
        "join_link_rule": "everyone",
    }.items():
        setattr(draft, name, value)
    draft.save_revision()
    draft.get_latest_revision().publish()
    draft.save_revision()
    token = share_draft(event, user=editor, now=now)

    assert JOIN_URL in client.get(event.url).text
    assert all(JOIN_URL not in client.get(door.format(token=token)).text for door in DOORS)


def test_pack_that_is_not_open_is_shown(client, event, superuser, now):
    pack = make_pack(event, live=False, introduction="<p>We shall learn.</p>", guide=json.dumps([]))

    token = share_draft(pack, user=superuser, now=now)

    assert "We shall learn." in client.get(f"/lift/share/{token}/").text
    assert client.get(API[0], {"share": token}).json()["introduction"] == "<p>We shall learn.</p>"


def test_editor_shares_a_draft_in_the_admin(client, event, editor):
    client.force_login(editor)
    url = reverse("lift_share", args=[event.pk])
    form = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).text

    made = client.post(url)
    (link,) = [made.context["link"]]
    client.logout()

    assert url in form
    assert link.startswith("http://testserver/lift/share/")
    assert "A draft" in client.get(urlsplit(link).path).text


def test_editor_withdraws_links_in_the_admin(client, event, editor, token):
    client.force_login(editor)

    answer = client.post(reverse("lift_share", args=[event.pk]), {"stop": "1"}, follow=True)

    assert "1 link is withdrawn." in answer.text
    assert token not in answer.text
    assert set(answers(client, token)) == {404}


def test_wrong_person_finds_no_way_to_share(client, event, home, editor, django_user_model):
    other = make_event(make_programme(home, "Others", slug="others"), "Other", slug="other")
    client.force_login(editor)
    url = reverse("lift_share", args=[other.pk])

    codes = [client.get(url).status_code, client.post(url).status_code]

    assert codes == [302, 302]  # Wagtail's admin leads away from what is refused
    assert not ShareLink.objects.exists()


def test_query_that_no_database_takes_is_refused(client, token):
    assert client.get(f"/lift/share/{token}/?q=%00").status_code == 400
