"""Making a host in the chooser of an event's form."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, ModelLogEntry, Revision
from wagtail.users.models import UserProfile

from tests.factories import image_bytes
from wagtail_lift.models import HostProfile

CHOOSER = "/admin/snippets/choose/wagtail_lift/hostprofile/"
CREATE = f"{CHOOSER}create/"
TYPED = {
    "kind": "person",
    "name": "Ada Bell",
    "organisation": "The Hill Fund",
    "is_listed": "on",
}


@pytest.fixture
def today(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def client_with(client, visitor):
    """Return a function that logs somebody in who has these rights on hosts."""

    def log_in(*rights):
        names = ["access_admin", *(f"{right}_hostprofile" for right in rights)]
        visitor.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(visitor)
        return client

    return log_in


def form_in(html):
    found = BeautifulSoup(html, "html.parser").select("[data-chooser-modal-creation-form] [name]")
    return {field["name"] for field in found} - {"csrfmiddlewaretoken"}


def test_chooser_speaks_the_language_of_its_reader(admin_session, superuser):
    UserProfile.objects.create(user=superuser, preferred_language="de")

    html = BeautifulSoup(admin_session.get(CHOOSER).json()["html"], "html.parser")

    words = [
        " ".join(part.get_text(" ").split()).removesuffix(" ( )")
        for part in html.select("h1, [role=tab]")
    ]
    assert words == [
        "Auswählen gastgebende Person",
        "Suche",
        "Neue gastgebende Person hinzufügen",
    ]


def test_chooser_asks_for_the_consent_of_a_new_host(admin_session):
    html = admin_session.get(CHOOSER).json()["html"]

    assert form_in(html) == {
        "kind",
        "name",
        "organisation",
        "position",
        "website",
        "picture",
        "is_listed",
        "consent_given_by",
        "consent_given_on",
    }


def test_new_host_is_public_and_told_of(admin_session, superuser, today):
    answer = admin_session.post(CREATE, TYPED).json()

    host = HostProfile.objects.get()
    assert (answer["step"], answer["result"]["string"]) == ("chosen", "Ada Bell")
    assert (host.is_public, host.slug, host.organisation) == (True, "ada-bell", "The Hill Fund")
    assert (host.consent_given_by, host.consent_given_on) == ("Ada Bell", date(2026, 11, 23))
    assert host.latest_revision == host.live_revision == Revision.objects.get()
    actions = ModelLogEntry.objects.for_instance(host).order_by("pk").values_list("action", "user")
    assert list(actions) == [
        ("wagtail.create", superuser.pk),
        ("wagtail.publish", superuser.pk),
    ]


def test_who_agreed_and_when_is_kept_as_typed(admin_session):
    by = {"consent_given_by": "Her daughter", "consent_given_on": "2026-01-15"}

    admin_session.post(CREATE, {**TYPED, **by})

    host = HostProfile.objects.get()
    assert (host.consent_given_by, host.consent_given_on) == ("Her daughter", date(2026, 1, 15))


def test_host_who_did_not_agree_is_not_shown_and_the_chooser_says_so(admin_session):
    answer = admin_session.post(CREATE, {"kind": "person", "name": "Max Low"}).json()

    assert answer["result"]["string"] == "Max Low (not listed: no consent)"
    assert (HostProfile.objects.get().is_public, HostProfile.objects.get().consent_given_by) == (
        False,
        "",
    )


def test_host_without_a_name_is_asked_for_it_and_nothing_is_lost(admin_session):
    answer = admin_session.post(CREATE, {**TYPED, "name": ""}).json()

    html = BeautifulSoup(answer["htmlFragment"], "html.parser")
    assert answer["step"] == "reshow_creation_form"
    assert html.select_one("[name=organisation]")["value"] == "The Hill Fund"
    assert "This field is required." in html.text
    assert not HostProfile.objects.exists()


def test_without_the_right_to_publish_a_new_host_is_a_draft(client_with):
    answer = client_with("add", "change").post(CREATE, TYPED).json()

    host = HostProfile.objects.get()
    assert answer["result"]["string"] == "Ada Bell (not listed: not published)"
    assert (host.live, host.has_unpublished_changes) == (False, True)


def test_without_the_right_to_add_nothing_is_made(client_with):
    client = client_with("change", "publish")

    assert client.post(CREATE, TYPED).status_code == 302
    assert form_in(client.get(CHOOSER).json()["html"]) == set()
    assert not HostProfile.objects.exists()


def picture(name="logo.png", content=None):
    return SimpleUploadedFile(name, image_bytes() if content is None else content)


def may_add_images_to(user, collection):
    group = Group.objects.create(name="Pictures")
    permission = Permission.objects.get(codename="add_image")
    GroupCollectionPermission.objects.create(
        group=group, collection=collection, permission=permission
    )
    user.groups.add(group)


def errors_of(answer, name):
    html = BeautifulSoup(answer["htmlFragment"], "html.parser")
    field = html.select_one(f"[name={name}]").find_parent("li")
    return [found.get_text(" ", strip=True) for found in field.select(".error-message")]


def test_new_host_takes_the_picture_that_is_uploaded(client_with, visitor):
    client = client_with("add", "publish")
    shared = Collection.get_first_root_node().add_child(name="Logos")
    may_add_images_to(visitor, shared)

    answer = client.post(CREATE, {**TYPED, "picture": picture()}).json()

    image = get_image_model().objects.get()
    host = HostProfile.objects.get()
    assert answer["result"]["string"] == "Ada Bell"
    assert (host.photo, host.latest_revision.as_object().photo) == (image, image)
    assert (image.title, image.default_alt_text, image.collection) == (
        "Ada Bell",
        "Ada Bell",
        shared,
    )
    assert (image.uploaded_by_user, image.width, image.height) == (visitor, 64, 48)
    entries = ModelLogEntry.objects.for_instance(image).values_list("action", "user")
    assert list(entries) == [("wagtail.create", visitor.pk)]


def test_picture_is_refused_from_people_who_may_not_add_any(client_with):
    answer = client_with("add", "publish").post(CREATE, {**TYPED, "picture": picture()}).json()

    assert answer["step"] == "reshow_creation_form"
    assert errors_of(answer, "picture") == [
        "You may not add pictures. Leave this empty, and ask somebody who may."
    ]
    assert (HostProfile.objects.exists(), get_image_model().objects.exists()) == (False, False)


@pytest.mark.parametrize("name", ["logo.png", "logo.exe"])
def test_what_is_no_picture_is_refused_at_its_field(admin_session, name):
    sent = {**TYPED, "picture": picture(name, b"not a picture")}

    answer = admin_session.post(CREATE, sent).json()

    assert len(errors_of(answer, "picture")) == 1
    assert (HostProfile.objects.exists(), get_image_model().objects.exists()) == (False, False)


def test_form_with_another_mistake_asks_for_the_picture_again(admin_session):
    answer = admin_session.post(CREATE, {**TYPED, "name": "", "picture": picture()}).json()

    assert errors_of(answer, "picture") == ["Choose the picture again, once the rest is right."]
    assert not get_image_model().objects.exists()
