"""Beside an app that uses the same names."""

from datetime import date

from django.core.management import call_command

from tests.projects.rival.events.export import export_events
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


def test_events_of_the_site_move_to_a_programme(client, programme, tmp_path, capsys):
    home, file = programme.get_parent().specific, tmp_path / "events.json"
    index = home.add_child(instance=EventIndexPage(title="Our calendar"))
    for title, day in (("Spring fair", date(2019, 4, 1)), ("Autumn fair", date(2098, 10, 1))):
        page = index.add_child(instance=EventPage(title=title, day=day))
        page.topics.add("fairs")
        page.save()
    old = page.url
    export_events(file)

    call_command("lift_import", str(file), below=programme.pk, dry_run=True)
    told = capsys.readouterr().out
    call_command("lift_import", str(file), below=programme.pk)
    for page in index.get_descendants(inclusive=True):
        page.specific.unpublish()

    moved = ours.EventPage.objects.child_of(programme).filter(title__endswith="fair")
    assert "2 would be created, 0 are there, 0 refused." in told
    assert {page.title: page.topic_names for page in moved} == {
        "Spring fair": ["fairs"],
        "Autumn fair": ["fairs"],
    }
    assert client.get(old).url == moved.get(title="Autumn fair").url
    assert EventOccurrence.objects.filter(page__in=moved, starts_at__year=2019).count() == 1
