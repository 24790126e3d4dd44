"""Publishing many pages at once leaves out what is not complete, and says why."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages

from tests.admin.conftest import make_team
from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.enums import Problem
from wagtail_lift.pages.models import EventPage, InsightsPack

EMPTY = [{"type": "heading", "value": {"text": "", "level": "2"}, "id": "h"}]
TITLE = "Kind <b>&</b> calm"
REFUSED = f"“{TITLE}” was not published."
PLACE = "Body, block 1 (Heading), Text: This field is required."


@pytest.fixture
def incomplete(programme):
    draft = make_event(programme, TITLE, live=False)
    draft.body = draft.body.stream_block.to_python(EMPTY)
    draft.save_revision()
    return draft


def publish(client, *pages, **post):
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"/admin/bulk/wagtailcore/page/publish/?{ids}&next=/admin/", post)


def told(answer) -> list[str]:
    """Return the words of the messages of an answer, without their buttons."""
    soups = [BeautifulSoup(str(m), "html.parser") for m in get_messages(answer.wsgi_request)]
    for soup in soups:
        [button.extract() for button in soup.select("a, button")]
        [name.replace_with(name.text) for name in soup.select("bdi")]
        soup.smooth()
    return [" ".join(soup.get_text(" ").split()) for soup in soups]


def test_complete_pages_are_published_and_the_others_are_named(
    admin_session, programme, incomplete
):
    complete = make_event(programme, "Complete", live=False)

    answer = publish(admin_session, complete, incomplete)

    assert list(EventPage.objects.filter(live=True).values_list("title", flat=True)) == ["Complete"]
    assert told(answer) == [f"{REFUSED} {PLACE}", "1 page has been published"]
    assert incomplete.get_latest_revision_as_object().body[0].value["text"] == ""


def test_page_is_left_out_with_those_below_it(admin_session, home, incomplete):
    above = make_programme(home, "Autumn", slug="autumn", live=False)
    incomplete.move(above, pos="last-child")

    answer = publish(admin_session, above, include_descendants="on")

    assert not EventPage.objects.filter(live=True).exists()
    assert not type(above).objects.get(pk=above.pk).live
    assert told(answer) == [
        f"{REFUSED} {PLACE}",
        "“Autumn” was not published either: it was to be published with them.",
    ]


def test_second_pack_for_a_date_is_left_out(admin_session, event, programme):
    first, second = (make_pack(event, title, live=False) for title in ("First", "Second"))

    answer = publish(admin_session, first, second)

    live = InsightsPack.objects.filter(live=True).values_list("title", flat=True)
    assert list(live) == ["First"]
    assert told(answer)[0].startswith("“Second” was not published. Event: This event already has")


def test_pack_about_an_event_of_others_is_left_out(log_in, programme, other_event):
    client = log_in(make_team("us", programme, "add", "change", "publish").user)
    pack = make_pack(programme, event=other_event, live=False)

    answer = publish(client, pack)

    assert not InsightsPack.objects.get().live
    assert told(answer) == [
        "“What we learnt” was not published. Event: " + Problem.EVENT_OF_OTHERS.label,
    ]


def test_other_bulk_actions_are_left_alone(admin_session, event):
    admin_session.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={event.pk}&next=/admin/")

    assert not EventPage.objects.get().live
