"""Private values of hosts: read and written by whoever may edit them."""

import pytest

from tests.factories import make_host
from wagtail_lift.models import HostProfile


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


def host_route(host):
    return f"lift/hosts/{host.pk}/private/"


@pytest.fixture
def host(db):
    return make_host("Ada Bell", email="ada@example.org", declines_recording=True)


HOST_VALUES = {
    "email": "ada@example.org",
    "declines_recording": True,
    "is_listed": True,
    "consent_given_by": "Ada Bell",
    "consent_given_on": "2026-01-15",
    "consent_version": 0,
}


def test_editor_reads_the_private_values_of_a_host(host, editor):
    assert editor("get", host_route(host)) == (200, {"id": host.pk, **HOST_VALUES})


def test_change_of_a_published_host_is_a_draft(host, editor):
    status, answer = editor("patch", host_route(host), {"email": "new@example.org"})

    expected = {"id": host.pk, **HOST_VALUES, "email": "new@example.org"}
    _, draft = editor("get", f"{host_route(host)}?version=draft")
    assert (status, answer, draft) == (200, expected, expected)
    assert HostProfile.objects.get().email == "ada@example.org"


def test_consent_is_withdrawn_and_published(host, editor):
    changes = {"is_listed": False, "meta": {"action": "publish"}}

    status, _ = editor("patch", host_route(host), changes)

    assert status == 200
    assert not HostProfile.objects.public().exists()


def test_mistake_in_a_host_is_answered_at_its_place(host, editor):
    changes = {"consent_given_by": "", "meta": {"action": "publish"}}

    bad_email = editor("patch", host_route(host), {"email": "no address"})
    no_name = editor("patch", host_route(host), changes)

    assert [(status, errors(answer)) for status, answer in (bad_email, no_name)] == [
        (422, [(["email"], "Enter a valid email address.")]),
        (422, [(["consent_given_by"], "Say who gave the agreement.")]),
    ]


@pytest.mark.parametrize("method", ["get", "patch"])
def test_private_values_of_a_host_are_not_for_whoever_edits_pages_alone(
    host, programme, make_editor, client_of, anybody, method
):
    author = client_of(make_editor("author", programme, "add", "change", "publish"))
    body = {} if method == "patch" else None

    answers = [caller(method, host_route(host), body) for caller in (author, anybody)]

    assert [(status, answer["detail"]) for status, answer in answers] == [
        (403, "Permission denied"),
        (401, "Unauthorized"),
    ]


@pytest.mark.parametrize("key", ["0", "ada", "99999999999999999999"])
def test_host_who_does_not_exist_has_no_private_values(host, editor, key):
    status, _ = editor("get", f"lift/hosts/{key}/private/")

    assert status == 404
