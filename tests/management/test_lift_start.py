"""``manage.py lift_start``: a site begins with a programme to show and an event to edit."""

from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils.translation import override
from wagtail.models import Locale, Page

from tests.factories import make_programme
from wagtail_lift.pages.models import EventIndexPage
from wagtail_lift.publishing.faults import publishing_faults


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False):
        yield


def run(*words: str) -> list[str]:
    out = StringIO()
    call_command("lift_start", *words, stdout=out)
    return out.getvalue().splitlines()


def example():
    return Page.objects.get(title="Example: kindness at work").specific


def test_new_site_has_a_programme_and_the_draft_of_an_event(home, client):
    said = run()

    programme, event = EventIndexPage.objects.get(), example()
    assert said == [
        "Published: http://testserver/conversations/",
        f"Go on with the example event in the admin: {event.title} (page {event.pk}).",
    ]
    assert client.get(programme.url).status_code == 200
    assert (event.live, client.get(f"{programme.url}{event.slug}/").status_code) == (False, 404)
    assert event.start_date == date(2026, 12, 21)
    assert len(event.get_latest_revision_as_object().questions) == 3


def test_example_event_can_be_published_as_it_is(home, client):
    run()

    assert list(publishing_faults(example())) == []
    example().get_latest_revision().publish()
    assert example().title in client.get(example().url).text


def test_second_run_adds_nothing(home):
    make_programme(home, "Talks")

    assert run() == ["There is a programme already: Talks. Nothing was added."]
    assert not Page.objects.filter(title__startswith="Example").exists()


def test_words_are_in_the_language_of_the_site(home):
    home.locale = Locale.objects.get_or_create(language_code="de")[0]
    home.save()

    with override("en"):
        run()

    assert EventIndexPage.objects.get().title == "Gespräche"


def test_programme_stands_below_the_page_that_is_named(home):
    section = make_programme(home, "Old")
    below = home.add_child(instance=type(home)(title="Section", slug="section"))
    section.delete()

    run("--below", str(below.pk))

    assert EventIndexPage.objects.get().get_parent().pk == below.pk


def test_page_that_is_not_there_is_named(home):
    with pytest.raises(CommandError, match="There is no page 999999"):
        run("--below", "999999")
