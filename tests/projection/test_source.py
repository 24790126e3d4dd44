from datetime import date

from tests.factories import local, make_event, make_programme, when
from wagtail_lift.models import Event, EventPage
from wagtail_lift.projection.source import appoint_source


def test_page_takes_over_the_plan_that_was_published_last(home):
    programme = make_programme(home)
    first = make_event(programme, **when(local(2027, 6, 8, 12, 30)))
    event, page = first.lift_event, make_event(programme, "Another")

    appoint_source(event, page)

    assert Event.objects.get(pk=event.pk).source_id == page.pk
    assert EventPage.objects.get(pk=page.pk).start_date == date(2027, 6, 8)


def test_page_of_an_event_that_was_never_published_keeps_its_own(home):
    page = make_event(make_programme(home))
    event = Event.objects.create(title="Planned")

    appoint_source(event, page)

    assert EventPage.objects.get(pk=page.pk).start_date == date(2027, 6, 1)
