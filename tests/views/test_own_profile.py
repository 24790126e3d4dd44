"""A host edits their own profile by a link: what it shows, what it changes, when it ends."""

import logging
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, ModelLogEntry

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.actions import give_host_link, share_draft, withdraw_host_links
from wagtail_lift.models import HostLink, HostProfile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False) as clock:
        yield clock


@pytest.fixture
def ada(locale):
    host = make_host(
        "Ada Bell",
        email="ada@example.org",
        biography='<p>I <b>listen</b>.</p><p>See <a href="https://example.org/">more</a>.</p>',
    )
    host.save_revision().publish()
    return HostProfile.objects.get(pk=host.pk)


@pytest.fixture
def editor(django_user_model):
    user = django_user_model.objects.create_user("editor", "editor@example.org", "pass")
    rights = ("access_admin", "change_hostprofile", "publish_hostprofile")
    user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    return type(user).objects.get(pk=user.pk)


@pytest.fixture
def token(ada, editor, now):
    return give_host_link(ada, user=editor, now=now)[0]


@pytest.fixture
def address(client, token):
    """The address of the profile, in a browser that has opened the link."""
    return client.get(f"/lift/profile/open/{token}/")["Location"]


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def shown_in(client, address):
    """Return what the form would send if nothing was changed."""
    form = soup_of(client.get(address)).select_one("form.lift-form")
    fields = {
        f["name"]: f.get("value", "") for f in form.select("input[name]:not([type=checkbox])")
    }
    fields |= {f["name"]: f.get_text().lstrip("\n") for f in form.select("textarea")}
    return fields | {f["name"]: "on" for f in form.select("[type=checkbox][checked]")}


def send(client, address, **changes):
    """Send the form with changes; ``None`` takes a value away, as of a box."""
    sent = {**shown_in(client, address), **changes}
    return client.post(
        address, {name: value for name, value in sent.items() if value is not None}, follow=True
    )


def fresh():
    return HostProfile.objects.get()


def draft():
    return fresh().get_latest_revision_as_object()


def test_link_leads_to_an_address_without_the_token(client, token):
    opened = client.get(f"/lift/profile/open/{token}/")
    shown = client.get(opened["Location"])

    link = HostLink.objects.get()
    assert (opened.status_code, opened["Location"]) == (302, f"/lift/profile/{link.pk}/")
    assert (opened["Referrer-Policy"], shown["Referrer-Policy"]) == ("no-referrer", "same-origin")
    for answer in (opened, shown):
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
    cookie = opened.cookies["lift_profile"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (
        True,
        "Lax",
        opened["Location"],
    )
    assert token not in f"{cookie.value}{shown.text}"
    assert 'name="robots" content="noindex"' in shown.text


def test_address_alone_opens_nothing(address):
    assert Client().get(address).status_code == 404
    assert Client().post(address, {"withdraw": "1"}).status_code == 404


def test_cookie_of_one_link_opens_no_other(client, address, ada, editor, now):
    other = make_host("Bo", email="bo@example.org")
    give_host_link(other, user=editor, now=now)
    theirs = HostLink.objects.get(host=other)
    client.cookies["lift_profile"]["path"] = "/"

    answers = [client.get(f"/lift/profile/{theirs.pk}/"), client.get(address)]

    assert [answer.status_code for answer in answers] == [404, 200]


def test_page_says_what_is_public_and_what_is_not(client, address):
    groups = {
        group.legend.get_text(): [field["name"] for field in group.select("[name]")]
        for group in soup_of(client.get(address)).select("fieldset")
    }

    assert groups == {
        "Everybody can read this once you are listed": [
            "honorific",
            "name",
            "pronouns",
            "position",
            "organisation",
            "biography",
            "website",
        ],
        "Only the organisers can read this": ["email", "declines_recording"],
        "Your agreement": ["is_listed"],
    }


def test_change_is_a_draft_for_an_editor(client, address, ada):
    answer = send(client, address, position="Nurse", email="new@example.org")

    assert (fresh().position, draft().position) == ("", "Nurse")
    assert (fresh().email, draft().email) == ("ada@example.org", "new@example.org")
    assert draft().biography == ada.biography
    assert "An editor looks at your changes" in answer.text
    assert "Changes are waiting for an editor" in answer.text
    assert fresh().latest_revision.user is None
    (entry,) = ModelLogEntry.objects.filter(action="wagtail_lift.edit_own_profile")
    assert (entry.message, entry.data) == (
        "Changed by the host's link",
        {"fields": ["position", "email"]},
    )


def test_second_change_builds_on_the_first(client, address):
    send(client, address, position="Nurse")
    send(client, address, organisation="The ward")

    assert (draft().position, draft().organisation) == ("Nurse", "The ward")


def test_change_goes_live_if_the_site_trusts_hosts(client, address, settings):
    settings.WAGTAIL_LIFT_HOSTS_MODERATED = False

    answer = send(client, address, position="Nurse", biography="Two\n\n<b>lines</b>\nhere")

    assert (fresh().position, fresh().has_unpublished_changes) == ("Nurse", False)
    assert fresh().biography == "<p>Two</p><p>&lt;b&gt;lines&lt;/b&gt;<br/>here</p>"
    assert "Your changes are published." in answer.text


def unpublish(host, editor):
    host.unpublish()


def leave_a_draft(host, editor):
    host.honorific = "Dr"
    host.save_revision(user=editor)


def take_the_right(host, editor):
    right = Permission.objects.get(codename="publish_hostprofile")
    editor.user_permissions.remove(right)


@pytest.mark.parametrize("change", [unpublish, leave_a_draft, take_the_right])
def test_change_waits_where_publishing_it_would_do_more(
    client, address, ada, editor, settings, change
):
    settings.WAGTAIL_LIFT_HOSTS_MODERATED = False
    change(ada, editor)

    send(client, address, position="Nurse")

    assert (fresh().position, draft().position) == ("", "Nurse")


@pytest.mark.parametrize("is_moderated", [True, False])
@pytest.mark.parametrize("way", ["button", "box"])
def test_consent_is_taken_back_at_once(client, address, ada, settings, is_moderated, way):
    settings.WAGTAIL_LIFT_HOSTS_MODERATED = is_moderated
    french = Locale.objects.get_or_create(language_code="fr")[0]
    translated = ada.copy_for_translation(french)
    translated.save()
    translated.save_revision().publish()

    if way == "button":
        answer = client.post(address, {"withdraw": "1"}, follow=True)
    else:
        answer = send(client, address, is_listed=None)

    assert set(HostProfile.objects.values_list("is_listed", flat=True)) == {False}
    assert not HostProfile.objects.public().exists()
    assert "there is no agreement to be listed" in answer.text


def test_consent_is_taken_back_whatever_is_in_the_way(client, address, ada, superuser):
    HostProfile.objects.update(locked=True, locked_by=superuser)
    leave_a_draft(HostProfile.objects.get(), superuser)

    client.post(address, {"withdraw": "1", "website": "nonsense"})

    fresh().get_latest_revision().publish()
    assert fresh().is_listed is False
    (entry,) = ModelLogEntry.objects.filter(action="wagtail_lift.withdraw_own_consent")
    assert (entry.message, entry.user) == ("Consent withdrawn by the host's link", None)


def test_consent_that_is_given_waits_for_publishing_and_says_by_whom(client, address, now):
    client.post(address, {"withdraw": "1"})

    send(client, address, is_listed="on")

    assert fresh().is_listed is False
    fresh().get_latest_revision().publish()
    assert (fresh().is_listed, fresh().consent_given_by, fresh().consent_given_on) == (
        True,
        "Ada Bell",
        now.date(),
    )


def test_nothing_typed_is_lost_where_something_is_wrong(client, address):
    answer = send(client, address, website="no address", biography="New words")

    soup = soup_of(answer)
    field = soup.select_one("[name=website]")
    assert (field["value"], field["aria-invalid"]) == ("no address", "true")
    assert soup.select_one(f"#{field['aria-describedby'].split()[-1]}").get_text() != ""
    assert soup.select_one("[name=biography]").get_text().strip() == "New words"
    assert soup.title.get_text().strip().startswith("Error:")
    assert fresh().has_unpublished_changes is False


def test_change_of_an_editor_meanwhile_is_not_undone(client, address, ada, editor):
    opened = shown_in(client, address)
    leave_a_draft(ada, editor)

    refused = client.post(address, {**opened, "position": "Nurse"})
    again = soup_of(refused).select_one("form.lift-form")
    values = {f["name"]: f.get("value", "") for f in again.select("input[name]")}
    assert "has changed since" in refused.text
    assert (draft().position, values["position"], values["honorific"]) == ("", "Nurse", "Dr")

    client.post(address, {**opened, **values})

    assert (draft().honorific, draft().position) == ("Dr", "Nurse")


def test_old_page_brings_no_consent_back(client, address):
    opened = shown_in(client, address)
    client.post(address, {"withdraw": "1"})

    client.post(address, {**opened, "position": "Nurse"})

    assert (fresh().is_listed, draft().is_listed, draft().position) == (False, False, "")


def test_locked_profile_is_left_alone(client, address, superuser):
    HostProfile.objects.update(locked=True, locked_by=superuser)

    answer = send(client, address, position="Nurse")

    assert "An editor is working on your profile." in answer.text
    assert draft().position == ""


def test_changes_are_bounded_by_the_hour(client, address, today):
    answers = [send(client, address, position=f"Nurse {number}").text for number in range(21)]

    assert ["many changes" in text for text in answers] == [False] * 20 + [True]
    assert draft().position == "Nurse 19"
    today.shift(timedelta(hours=1, seconds=1))
    send(client, address, position="Rested")
    assert draft().position == "Rested"


def test_unchanged_form_makes_no_draft(client, address):
    answer = send(client, address)

    assert "Nothing was changed." in answer.text
    assert fresh().revisions.count() == 1


def test_form_of_another_site_is_refused_without_a_word_of_the_token(token, caplog):
    client = Client(enforce_csrf_checks=True)
    address = client.get(f"/lift/profile/open/{token}/")["Location"]

    with caplog.at_level(logging.DEBUG):
        answer = client.post(address, {"withdraw": "1"})

    assert (answer.status_code, fresh().is_listed) == (403, True)
    assert token not in f"{[vars(record) for record in caplog.records]}"


ENDS = {
    "revoked": lambda host, editor, now: withdraw_host_links(host, user=editor, now=now),
    "host deleted": lambda host, editor, now: HostProfile.objects.all().delete(),
    "editor without rights": lambda host, editor, now: editor.user_permissions.clear(),
    "editor inactive": lambda host, editor, now: type(editor).objects.update(is_active=False),
    "editor gone": lambda host, editor, now: editor.delete(),
}


@pytest.mark.parametrize("end", ENDS)
def test_link_ends(client, ada, editor, token, address, now, end, caplog):
    ENDS[end](ada, editor, now)

    with caplog.at_level(logging.DEBUG):
        answers = [client.get(url) for url in (f"/lift/profile/open/{token}/", address)]
        answers += [client.post(address, {"withdraw": "1"})]

    assert {answer.status_code for answer in answers} == {404}
    assert "This link does not work" in answers[0].text
    assert "Ada" not in f"{[answer.text for answer in answers]}"
    assert token not in f"{[vars(record) for record in caplog.records]}"


@pytest.mark.parametrize(("days", "code"), [(0, 200), (6.99, 200), (7, 404)])
def test_link_expires(client, address, today, days, code):
    today.shift(timedelta(days=days))

    assert client.get(address).status_code == code


@pytest.mark.parametrize("token", ["x", "a" * 5000, "%00", "..%2f"])
def test_unknown_token_is_no_fault(client, locale, token):
    assert client.get(f"/lift/profile/open/{token}/").status_code == 404


def test_token_of_a_draft_opens_no_profile(client, home, superuser, ada, now):
    of_a_draft = share_draft(make_event(make_programme(home)), user=superuser, now=now)

    assert client.get(f"/lift/profile/open/{of_a_draft}/").status_code == 404


def test_token_of_a_profile_opens_no_draft(client, token):
    assert client.get(f"/lift/share/{token}/").status_code == 404


def test_page_is_in_the_language_of_the_profile(client, ada, editor, now):
    german = Locale.objects.get_or_create(language_code="de")[0]
    HostProfile.objects.update(locale=german)
    token, _end = give_host_link(fresh(), user=editor, now=now)

    shown = client.get(f"/lift/profile/open/{token}/", follow=True)

    assert shown["Content-Language"] == "de"
    assert soup_of(shown).html["lang"] == "de"
    assert "Ihr Profil</h1>" in shown.text


def test_token_is_not_stored(token):
    (link,) = HostLink.objects.values()

    assert token not in f"{link} {[*ModelLogEntry.objects.values()]}"


@pytest.fixture
def asks(ada):
    return reverse("lift_host_link", args=[ada.pk])


def test_editor_makes_a_link_that_is_shown_once(client, editor, asks):
    client.force_login(editor)

    made = client.post(asks)
    url = soup_of(made).select_one("#lift-new-link")["value"]
    again = client.get(asks)

    assert Client().get(url).status_code == 302
    assert (url in again.text, "editor" in again.text) == (False, True)
    assert asks in client.get(f"/admin/snippets/wagtail_lift/hostprofile/edit/{fresh().pk}/").text


def test_editor_sends_a_link(client, editor, asks):
    client.force_login(editor)

    answer = client.post(asks, {"send": "1"}, follow=True)

    (message,) = mail.outbox
    (url,) = [line for line in message.body.splitlines() if line.startswith("http")]
    assert (message.to, message.subject) == (["ada@example.org"], "Your host profile")
    assert "It works for 7 days." in message.body
    assert Client().get(url).status_code == 302
    assert url not in answer.text


def test_editor_withdraws_every_link(client, editor, asks, address):
    client.force_login(editor)

    client.post(asks, {"stop": "1"})

    assert client.get(address).status_code == 404
    actions = ModelLogEntry.objects.filter(action__startswith="wagtail_lift").order_by("pk")
    assert [entry.message for entry in actions] == [
        "Gave the host a link to their profile",
        "Withdrew the host's links",
    ]


def test_only_those_who_change_hosts_give_links(client, visitor, asks):
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)

    answers = [client.get(asks), client.post(asks), client.post(asks, {"stop": "1"})]

    assert {answer["Location"] for answer in answers} == {"/admin/"}
    assert not HostLink.objects.exists()
