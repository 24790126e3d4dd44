"""The event from which new events of a programme start, read and written in version 3."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission

from tests.factories import make_event, make_programme
from wagtail_lift.pages.models import EventIndexPage


@pytest.fixture
def template(programme):
    return make_event(programme, "How we do it", live=False)


def choose(page, programme):
    EventIndexPage.objects.filter(pk=programme.pk).update(event_template=page)


def link_to(page):
    return {
        "id": page.pk,
        "type": "wagtail_lift_pages.EventPage",
        "title": page.title,
        "url": page.full_url or "",
    }


def test_template_is_set_and_taken_away(programme, template, editor):
    path = f"pages/{programme.pk}/"

    status, seen = editor("patch", path, {"event_template_id": template.pk})
    _, kept = editor("patch", path, {"title": "Talks"})
    _, gone = editor("patch", path, {"event_template_id": None})

    assert (status, seen["event_template"]) == (200, link_to(template))
    assert (kept["event_template"], gone["event_template"]) == (link_to(template), None)


def test_draft_is_told_to_its_editors_only(programme, template, anybody, editor, client):
    choose(template, programme)

    (_, public), (_, own) = (
        reader("get", f"pages/{programme.pk}/") for reader in (anybody, editor)
    )

    v2 = client.get(f"/api/v2/pages/{programme.pk}/").json()
    assert (public["event_template"], v2["event_template"]) == (None, None)
    assert own["event_template"] == link_to(template)


def test_public_event_is_told_to_everybody(programme, event, anybody, client):
    choose(event, programme)

    _, public = anybody("get", f"pages/{programme.pk}/")

    v2 = client.get(f"/api/v2/pages/{programme.pk}/").json()
    assert (public["event_template"], v2["event_template"]) == (link_to(event), link_to(event))


def test_editor_of_another_programme_is_not_told(home, programme, template, client_of, visitor):
    other = make_programme(home, "Elsewhere")
    choose(template, other)
    group = Group.objects.create(name="Elsewhere")
    GroupPagePermission.objects.create(group=group, page=other, permission_type="change")
    visitor.groups.add(group)

    _, seen = client_of(visitor)("get", f"pages/{other.pk}/")

    assert seen["event_template"] is None


def test_page_of_another_type_is_refused(programme, editor):
    status, answer = editor("patch", f"pages/{programme.pk}/", {"event_template_id": programme.pk})

    assert status == 422
    assert [error["loc"] for error in answer["errors"]] == [["event_template_id"]]


def test_new_programme_has_no_events_to_choose(home, event, editor):
    body = {
        "meta": {"type": "wagtail_lift_pages.EventIndexPage", "parent_id": home.pk},
        "title": "Talks",
        "event_template_id": event.pk,
    }

    status, answer = editor("post", "pages/", body)

    assert status == 422
    assert [(error["loc"], error["msg"]) for error in answer["errors"]] == [
        (["event_template_id"], "Choose a template once the programme has events.")
    ]


def test_new_event_holds_what_is_sent_and_nothing_of_the_template(
    programme, template, editor, new_event
):
    template.summary = "How we always do it."
    template.save()
    choose(template, programme)
    del new_event["summary"]

    _, made = editor("post", "pages/", new_event)

    assert made["summary"] == ""
