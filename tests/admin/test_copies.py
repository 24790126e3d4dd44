"""A copied event starts clean, whichever way it is copied."""

import pytest
from bs4 import BeautifulSoup
from wagtail import VERSION
from wagtail.actions.copy_page import CopyPageAction

from tests.factories import make_event, make_host, make_pack, meeting_of
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage, InsightsPack


@pytest.fixture
def rich_event(programme, superuser):
    """An event that was cancelled, with a host, a topic and a pack."""
    event = make_event(programme, hosts=[make_host()], topics=["kindness"])
    make_pack(event)
    cancel_meeting(meeting_of(event), user=superuser, public_note="The host is ill.")
    return event


def copy_post(page, parent, **fields):
    return {
        "new_title": "Again",
        "new_slug": "again",
        "new_parent_page": parent.pk,
        "copy_subpages": "on",
        "publish_copies": "on",
        **fields,
    }


def assert_starts_clean(copy, event):
    """Fail unless the copy has the plan and content of the event, and nothing of its history."""
    original, meeting = meeting_of(event), meeting_of(copy)
    assert (meeting.state, meeting.public_note, meeting.sequence) == ("scheduled", "", 0)
    assert meeting.uid != original.uid
    assert (meeting.starts_at, meeting.timezone) == (original.starts_at, original.timezone)
    assert [link.host.name for link in copy.event_hosts.all()] == ["Ada Bell"]
    assert [tag.name for tag in copy.topics.all()] == ["kindness"]
    assert [pack.event_id for pack in InsightsPack.objects.all()] == [event.pk]


def test_copy_of_an_event_starts_clean(admin_session, programme, rich_event):
    url = f"/admin/pages/{rich_event.pk}/copy/"

    admin_session.post(url, copy_post(rich_event, programme))

    copy = EventPage.objects.get(slug="again")
    copy.refresh_from_db()
    assert copy.numchild == 0
    assert_starts_clean(copy, rich_event)


def messages_of(response):
    html = BeautifulSoup(response.content, "html.parser")
    return " ".join(" ".join(item.get_text().split()) for item in html.select(".messages li"))


@pytest.mark.parametrize("with_subpages", [True, False])
def test_copying_an_event_says_that_no_pack_came_along(
    admin_session, programme, rich_event, with_subpages
):
    post = copy_post(rich_event, programme)
    if not with_subpages:
        del post["copy_subpages"]

    response = admin_session.post(f"/admin/pages/{rich_event.pk}/copy/", post, follow=True)

    words = "The insights pack was not copied: it stays with the original."
    assert words in messages_of(response)


@pytest.mark.parametrize("alias", [{}, {"alias": "on"}])
def test_copying_says_nothing_of_packs_where_none_was_lost(
    admin_session, programme, rich_event, alias
):
    if not alias:
        InsightsPack.objects.get().delete()
    post = copy_post(rich_event, programme, **alias)

    response = admin_session.post(f"/admin/pages/{rich_event.pk}/copy/", post, follow=True)

    assert "copied" in messages_of(response)
    assert "pack" not in messages_of(response)


def test_copy_of_a_programme_starts_its_events_clean(admin_session, programme, home, rich_event):
    url = f"/admin/pages/{programme.pk}/copy/"

    admin_session.post(url, copy_post(programme, home))

    copy = EventPage.objects.exclude(pk=rich_event.pk).get()
    assert_starts_clean(copy, rich_event)


def test_copy_that_is_not_published_has_no_date_yet(admin_session, programme, rich_event):
    post = copy_post(rich_event, programme)
    del post["publish_copies"]

    admin_session.post(f"/admin/pages/{rich_event.pk}/copy/", post)

    copy = EventPage.objects.get(slug="again")
    assert (copy.live, copy.start_date) == (False, rich_event.start_date)
    assert Meeting.objects.filter(event__page_links__page=copy.pk).count() == 0


def test_alias_of_an_event_shares_its_date_and_takes_no_pack_along(
    admin_session, programme, rich_event
):
    post = copy_post(rich_event, programme, alias="on")

    admin_session.post(f"/admin/pages/{rich_event.pk}/copy/", post)

    alias = EventPage.objects.get(slug="again")
    assert alias.lift_event == rich_event.lift_event
    assert [o.state for o in alias.lift_occurrences.all()] == ["cancelled"]
    assert InsightsPack.objects.count() == 1


def test_copy_by_code_starts_clean(programme, rich_event):
    copy = rich_event.copy(recursive=True, update_attrs={"slug": "again"})

    assert_starts_clean(copy, rich_event)


def test_copy_of_a_pack_by_itself_stays_and_belongs_to_no_event(
    admin_session, programme, rich_event
):
    pack = InsightsPack.objects.get()

    admin_session.post(f"/admin/pages/{pack.pk}/copy/", copy_post(pack, programme))

    copy = InsightsPack.objects.exclude(pk=pack.pk).get()
    assert (copy.event_id, copy.meeting_id) == (None, None)


@pytest.mark.skipif(VERSION < (8, 0), reason="Wagtail 7.4 has no registry of actions.")
def test_registered_copy_action_starts_clean(rich_event):
    from wagtail.actions import action_registry

    action_class = action_registry.get_action_class(EventPage, "copy")

    copy = action_class(rich_event, recursive=True, update_attrs={"slug": "again"}).execute()

    assert issubclass(action_class, CopyPageAction)
    assert_starts_clean(copy, rich_event)


def test_copy_of_a_pack_that_goes_live_is_no_second_pack_about_the_event(admin_session, event):
    pack = make_pack(event)
    pack.save_revision().publish()

    admin_session.post(f"/admin/pages/{pack.pk}/copy/", copy_post(pack, event))

    copy = InsightsPack.objects.get(slug="again")
    assert (copy.live, copy.event_id) == (True, None)
    assert InsightsPack.objects.filter(live=True, event=event.pk).count() == 1
