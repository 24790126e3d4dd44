"""The rows of hosts in an event form: one that is begun is kept in drafts, never published."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from tests.admin.posts import PUBLISH, add_url, edit_url, event_post
from tests.factories import make_event, make_host
from wagtail_lift.models import EventFacet
from wagtail_lift.pages.models import EventHost, EventPage

JSON = {"HTTP_ACCEPT": "application/json"}
BEGUN = {"host": "", "role": "speaker", "line": "Somebody from the hospice"}


@pytest.fixture
def post():
    ada = {"host": make_host("Ada Bell").pk, "role": "host", "line": ""}
    return event_post(event_hosts=inline_formset([ada, BEGUN]))


def rows_of(event) -> list[tuple]:
    event = EventPage.objects.get(pk=event.pk)
    rows = event.get_latest_revision_as_object().event_hosts.all()
    return [(row.host and row.host.name, row.role, row.line) for row in rows]


def test_autosave_keeps_a_row_without_a_host(admin_session, event, post):
    answer = admin_session.post(edit_url(event), post, **JSON)

    assert answer.json()["success"]
    assert rows_of(event) == [
        ("Ada Bell", "host", ""),
        (None, "speaker", "Somebody from the hospice"),
    ]


def test_draft_of_a_new_event_keeps_a_row_without_a_host(admin_session, programme, post):
    answer = admin_session.post(add_url("eventpage", programme), post, **JSON)

    event = EventPage.objects.get()
    assert answer.json()["success"]
    assert rows_of(event)[1] == (None, "speaker", "Somebody from the hospice")
    assert admin_session.get(edit_url(event)).status_code == 200
    shown = admin_session.get(reverse("wagtailadmin_pages:view_draft", args=[event.pk]))
    assert (shown.status_code, "Ada Bell" in shown.content.decode()) == (200, True)


def test_publishing_asks_for_the_host_at_its_row(admin_session, event, post):
    answer = admin_session.post(edit_url(event), {**post, **PUBLISH})

    row = BeautifulSoup(answer.content, "html.parser").select_one("#inline_child_event_hosts-1")
    assert answer.context["form"].formsets["event_hosts"].errors == [
        {},
        {"host": ["This field is required."]},
    ]
    assert "This field is required." in row.get_text()
    assert row.select_one("#id_event_hosts-1-line")["value"] == "Somebody from the hospice"
    assert not event.event_hosts.exists()


def test_row_without_a_host_from_before_the_gate_is_not_shown(client, programme):
    event = make_event(programme, hosts=[make_host("Ada Bell")])
    event.event_hosts.add(EventHost(role="speaker", line="Somebody from the hospice"))
    event.save(clean=False)

    page = client.get(event.url).content.decode()

    labels = EventFacet.objects.filter(page=event, kind="host").values_list("label", flat=True)
    assert list(labels) == ["Ada Bell"]
    assert ("Ada Bell" in page, "Somebody from the hospice" in page) == (True, False)
