"""The event from which new events of a programme start."""

from datetime import date, time

import pytest
from wagtail.models import Locale

from tests.factories import make_event, make_host, make_programme
from tests.testapp.models import Gathering
from wagtail_lift.events.templates import start_from_template, template_of
from wagtail_lift.pages.models import EventIndexPage, EventPage


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def template(programme):
    block = EventPage._meta.get_field("conversation").stream_block
    asked = [{"type": "question", "value": {"question": "What is kind?"}}]
    event = make_event(
        programme,
        "How we do it",
        hosts=[make_host()],
        topics=["kindness"],
        audiences=["all"],
        venue_name="Library",
        step_free=True,
        join_url="https://meet.example.org/secret",
        booking_opens_before=30,
        booking_opens_date=date(2027, 5, 1),
        booking_places="full",
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        conversation=block.to_python(asked),
    )
    programme.event_template = event
    programme.save()
    return event


def start(programme, user=None, model=EventPage):
    page = model(locale=programme.locale)
    start_from_template(page, programme, user)
    return page


def test_new_event_starts_with_content_but_without_date_title_and_address(programme, template):
    page = start(programme)

    assert (page.title, page.slug, page.start_date, page.end_date) == ("", "", None, None)
    assert (page.start_time, page.end_time) == (time(12, 30), time(14))
    assert (page.venue_name, page.step_free, page.timezone) == ("Library", True, "Europe/London")
    assert page.summary == "A conversation about kindness."
    assert (page.booking_opens_before, page.booking_opens_date) == (30, None)
    assert (page.booking_places, page.recurrence_rule) == ("available", "")
    assert [link.host.name for link in page.event_hosts.all()] == ["Ada Bell"]
    assert [link.pk for link in page.event_hosts.all()] == [None]
    assert [tag.name for tag in page.topics.all()] == ["kindness"]
    assert [each.value["question"] for each in page.conversation] == ["What is kind?"]
    assert page.started_from == "How we do it"


def test_nothing_ties_a_new_event_to_its_template(programme, template):
    page = start(programme)
    page.title, page.live = "Mine", False
    programme.add_child(instance=page)
    page.event_hosts.all().delete()
    page.topics.clear()
    page.save()

    template.refresh_from_db()
    assert template.event_hosts.count() == 1
    assert [tag.name for tag in template.topics.all()] == ["kindness"]
    assert page.lift_event != template.lift_event


def test_what_the_page_has_already_stays(programme, template):
    page = EventPage(venue_name="Ours")

    start_from_template(page, programme, None)

    assert (page.venue_name, page.step_free) == ("Ours", True)


def test_latest_draft_counts_also_of_a_template_that_is_not_published(programme, template):
    template.unpublish()
    template.venue_name = "Park"
    template.save_revision()

    assert start(programme).venue_name == "Park"


@pytest.mark.parametrize(
    ("may_edit", "link"), [(True, "https://meet.example.org/secret"), (False, "")]
)
def test_private_values_are_for_those_who_may_edit_the_template(
    programme, template, superuser, visitor, may_edit, link
):
    page = start(programme, superuser if may_edit else visitor)

    assert (page.join_url, page.venue_name) == (link, "Library")


def test_template_that_was_deleted_is_none(programme, template):
    programme.save_revision()
    template.delete()
    programme.refresh_from_db()

    assert template_of(programme) is None
    assert start(programme).venue_name == ""
    assert programme.get_latest_revision_as_object().event_template is None


def test_template_elsewhere_counts_until_it_comes_back(programme, template, home, now):
    template.move(make_programme(home, "Other", slug="other"), pos="last-child")
    programme = EventIndexPage.objects.get(pk=programme.pk)

    assert (template_of(programme), start(programme).started_from) == (None, "")
    assert [n.notice.value for n in programme.get_editor_notices(now)] == ["template_elsewhere"]

    EventPage.objects.get(pk=template.pk).move(programme, pos="last-child")
    programme = EventIndexPage.objects.get(pk=programme.pk)
    assert template_of(programme).pk == template.pk
    assert programme.get_editor_notices(now) == []


def test_template_may_be_further_below(programme, template):
    template.move(make_programme(programme, "Inner", slug="inner"), pos="last-child")

    assert template_of(EventIndexPage.objects.get(pk=programme.pk)).pk == template.pk


def test_event_of_another_type_starts_empty(programme, template):
    assert start(programme, model=Gathering).venue_name == ""


def test_translated_programme_uses_the_translation_of_the_template(programme, template):
    german = Locale.objects.create(language_code="de")
    there = template.copy_for_translation(german, copy_parents=True)
    translated = there.get_parent().specific

    assert translated.event_template_id == template.pk
    assert template_of(translated).pk == there.pk
    assert template_of(programme).pk == template.pk


def test_copied_programme_with_its_events_has_no_template_of_another(programme, template, now):
    copy = programme.copy(recursive=True, update_attrs={"slug": "again"})

    assert template_of(copy) is None
