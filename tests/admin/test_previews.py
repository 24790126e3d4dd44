"""Previews: an event as it will look in each status, and drafts with next to nothing in them."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from tests.admin.posts import edit_url, event_post, pack_post
from tests.factories import make_host, make_pack
from wagtail_lift.enums import Status
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage, InsightsPack


@pytest.mark.parametrize("status", Status)
def test_preview_shows_the_draft_in_each_status(admin_session, event, status):
    url = f"/admin/pages/{event.pk}/edit/preview/"
    mode = {"mode": f"status-{status.value}"}

    posted = admin_session.post(f"{url}?mode={mode['mode']}", event_post(title="A draft title"))
    html = admin_session.get(url, mode).content.decode()

    soup = BeautifulSoup(html, "html.parser")
    assert posted.json() == {"is_valid": True, "is_available": True}
    assert soup.select_one("h1").get_text(strip=True) == "A draft title"
    assert str(status.label) in soup.get_text(" ")
    assert Meeting.objects.get().state == "scheduled"


@pytest.mark.parametrize("status", [Status.INSIGHTS_OPEN, Status.FULLY_BOOKED])
def test_preview_of_several_dates_speaks_of_one(admin_session, event, status):
    url = f"/admin/pages/{event.pk}/edit/preview/"
    mode = {"mode": f"status-{status.value}"}

    admin_session.post(
        f"{url}?mode={mode['mode']}", event_post(**{"recurrence_rule-frequency": "WEEKLY"})
    )
    soup = BeautifulSoup(admin_session.get(url, mode).content, "html.parser")

    assert soup.select_one(".lift-hero .lift-badge").get_text() == str(status.label)


def test_preview_of_a_new_event_shows_what_is_typed(admin_session, programme):
    url = f"/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/preview/"

    posted = admin_session.post(url, event_post(start_date="", start_time="", end_time=""))
    html = admin_session.get(url).content.decode()

    assert posted.json()["is_valid"]
    assert "Date to come" in html
    assert EventPage.objects.count() == 0


def test_preview_of_a_pack_shows_the_draft(admin_session, event):
    pack = make_pack(event)
    url = f"/admin/pages/{pack.pk}/edit/preview/"

    admin_session.post(url, pack_post(title="A draft title", event=event.pk))

    assert "A draft title" in admin_session.get(url).content.decode()


def test_draft_with_every_choice_empty_is_shown(admin_session, programme, event):
    choices = [field.name for field in EventPage._meta.fields if field.choices]
    blank = dict.fromkeys(choices, "")
    host = {"host": make_host().pk, "role": "", "line": ""}
    post = event_post(**blank, event_hosts=inline_formset([host]))
    new = "/admin/pages/add/wagtail_lift_pages/eventpage/"

    admin_session.post(f"{new}{programme.pk}/", {**post, "slug": "new"})
    draft = EventPage.objects.get(slug="new")
    admin_session.post(edit_url(event), post)
    previews = [f"{new}{programme.pk}/preview/", f"{edit_url(event)}preview/"]
    shown = [admin_session.post(url, {**post, "slug": "newer"}).status_code for url in previews]
    shown += [admin_session.get(url).status_code for url in previews]
    shown += [admin_session.get(f"{edit_url(p)}preview/").status_code for p in (draft,)]
    shown += [
        admin_session.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk])).status_code
        for page in (draft, event)
        for name in ("view_draft", "edit")
    ]

    assert len(choices) == 9
    assert draft.get_latest_revision_as_object().attendance_mode == ""
    assert shown == [200] * len(shown)


def test_draft_of_a_pack_without_a_licence_is_shown(admin_session, event):
    pack = make_pack(event)
    admin_session.post(edit_url(pack), pack_post(event=event.pk, licence=""))

    response = admin_session.get(reverse("wagtailadmin_pages:view_draft", args=[pack.pk]))

    assert InsightsPack.objects.get().get_latest_revision_as_object().licence == ""
    assert response.status_code == 200
