"""Beside an app that uses the same names."""

from tests.projects.rival.events.models import EventIndexPage, EventPage, HostProfile
from wagtail_lift.models import EventOccurrence
from wagtail_lift.models.kinds import EventKind, page_types
from wagtail_lift.pages import models as ours


def test_site_keeps_its_own_event_pages(client, programme):
    home = programme.get_parent().specific
    index = home.add_child(instance=EventIndexPage(title="Our calendar"))
    page = index.add_child(instance=EventPage(title="Our own fair"))
    page.hosts.add(HostProfile.objects.create(name="Our own host"))

    found = {type(child.specific) for child in home.get_descendants()}

    assert {EventPage, EventIndexPage, ours.EventPage, ours.EventIndexPage} < found
    assert page_types(EventKind) == [ours.EventPage]
    assert not EventOccurrence.objects.filter(page=page.pk).exists()


def test_event_pages_of_both_are_added_in_the_admin(editor, programme):
    home = programme.get_parent()
    ours_and_theirs = [
        f"wagtail_lift_pages/eventindexpage/{home.pk}",
        f"wagtail_lift_pages/eventpage/{programme.pk}",
        f"events/eventindexpage/{home.pk}",
        f"events/eventpage/{home.pk}",
    ]

    answers = [editor.get(f"/admin/pages/add/{path}/").status_code for path in ours_and_theirs]

    assert answers == [200] * 4
