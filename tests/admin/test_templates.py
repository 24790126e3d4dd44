"""A programme's template in the admin: chosen in its form, met in that of a new event."""

import pytest
from bs4 import BeautifulSoup

from tests.admin.conftest import make_team
from tests.admin.posts import add_url, event_post, programme_post
from tests.factories import make_event, make_host
from wagtail_lift.pages.models import EventIndexPage, EventPage


@pytest.fixture
def template(programme):
    link = "https://meet.example.org/secret"
    event = make_event(programme, "Template", hosts=[make_host()], topics=["care"], join_url=link)
    EventIndexPage.objects.filter(pk=programme.pk).update(event_template=event)
    return event


def values_in(response):
    """Return what a browser would send from the form of a page."""
    form = BeautifulSoup(response.content, "html.parser").select_one("#page-edit-form")
    sent = {}
    for field in form.select("input[name], textarea[name]"):
        is_ticked = field.get("type") not in ("checkbox", "radio") or field.has_attr("checked")
        if is_ticked and "__prefix__" not in field["name"]:
            sent[field["name"]] = field.get("value", field.text.strip("\n"))
    for field in form.select("select[name]"):
        chosen = field.select_one("option[selected]")
        sent[field["name"]] = chosen["value"] if chosen else ""
    return sent


def test_new_event_starts_in_its_form_and_is_stored_as_shown(admin_session, programme, template):
    shown = admin_session.get(add_url("eventpage", programme))
    sent = {
        **event_post(),
        **values_in(shown),
        "title": "Next",
        "slug": "next",
        "start_date": "2028-01-20",
    }

    saved = admin_session.post(add_url("eventpage", programme), sent)

    page = EventPage.objects.get(slug="next")
    assert "This event starts with what the programme’s template says" in shown.text
    assert saved.status_code == 302
    assert (page.live, page.summary, page.join_url) == (False, template.summary, template.join_url)
    assert (str(page.start_date), str(page.start_time)) == ("2028-01-20", "12:30:00")
    assert [link.host.name for link in page.event_hosts.all()] == ["Ada Bell"]
    assert [tag.name for tag in page.topics.all()] == ["care"]
    assert template.event_hosts.count() == 1


def test_who_may_not_edit_the_template_gets_no_private_value(client, programme, template):
    client.force_login(make_team("adders", programme, "add").user)

    sent = values_in(client.get(add_url("eventpage", programme)))

    assert (sent["join_url"], sent["summary"]) == ("", template.summary)


def test_form_without_a_template_starts_empty(admin_session, programme):
    shown = admin_session.get(add_url("eventpage", programme))

    assert values_in(shown)["summary"] == ""
    assert "template says" not in shown.text


def test_template_is_chosen_in_the_form_of_the_programme(admin_session, programme, template):
    EventIndexPage.objects.update(event_template=None)
    url = f"/admin/pages/{programme.pk}/edit/"
    sent = {**programme_post(), **values_in(admin_session.get(url)), "event_template": template.pk}

    admin_session.post(url, {**sent, "action-publish": "Publish"})

    assert EventIndexPage.objects.get().event_template_id == template.pk


def test_new_programme_has_no_event_to_choose(admin_session, home):
    shown = admin_session.get(add_url("eventindexpage", home))

    assert "event_template" not in values_in(shown)
