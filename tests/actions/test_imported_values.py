"""What an import makes of texts, blocks and people."""

import pytest
from wagtail.documents import get_document_model
from wagtail.models import Locale

from tests.factories import make_host
from wagtail_lift.actions.imported_values import Record, value_of
from wagtail_lift.pages.models import EventPage


def test_field_that_a_page_has_not_is_not_taken_over(db):
    page, told = EventPage(title="Kind"), EventPage(title="Kinder")

    Record({}, EventPage).take_over(page, told, ["colour", "title"])

    assert page.title == "Kinder"
    assert not hasattr(page, "colour")


def test_page_says_nothing_in_a_field_that_it_has_not(db):
    assert value_of(EventPage(), "colour") is None


def test_text_arrives_as_an_editor_could_have_typed_it(run):
    text = str(run().page.body[0].value)

    assert "onclick" not in text
    assert "<h2" not in text
    assert "It is <b>free</b>." in text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>Before <img src="/x.jpg"> after</p>', "Before after"),
        ("<ul><li>one<li>two</ul>", "two"),
        ("<p>open <b>bold</p>", "<b>bold</b>"),
        ("<li>alone</li>", "alone"),
        ("<b><p>bold</p></b>", "bold"),
        ('<a href="/x"><a href="/y">twice</a></a>', "twice"),
        ("<table><tr><td>a cell</table>", "a cell"),
        ("<script>alert(1)</script><p>Come</p>", "Come"),
    ],
)
def test_html_of_any_calendar_arrives(run, html, text):
    shown = str(run(body=html).page.body[0].value)

    assert text in shown
    assert "alert" not in shown


def test_text_of_a_block_is_cleaned_too(run):
    block = {"type": "paragraph", "value": "<script>alert(1)</script><p>Come</p>"}

    shown = str(run(body=[block]).page.body[0].value)

    assert "Come" in shown
    assert "script" not in shown


@pytest.mark.parametrize("as_stored", [True, False])
def test_items_of_a_list_arrive(run, as_stored):
    document = get_document_model().objects.create(title="A leaflet", file="leaflet.pdf")
    item = {"type": "item", "value": document.pk} if as_stored else document.pk
    block = {"type": "documents", "value": {"title": "To read", "documents": [item]}}

    (found,) = run(body=[block]).page.body

    assert [each.title for each in found.value["documents"]] == ["A leaflet"]


def test_host_is_the_one_who_has_the_slug_in_the_language_of_the_programme(run, locale):
    german = Locale.objects.create(language_code="de")
    make_host("Ada Small", slug="ada-bell", locale=german)

    assert [row.host.name for row in run().page.event_hosts.all()] == ["Ada Bell"]


def test_host_of_whom_there_are_several_elsewhere_is_left_out(run):
    for number, code in enumerate(("de", "fr")):
        make_host(f"Anna {number}", slug="anna", locale=Locale.objects.create(language_code=code))

    assert "No host has the slug “anna”: left out." in run(hosts=["anna"]).notes


def test_blocks_and_added_dates_are_taken_as_the_api_takes_them(run):
    heading = {"type": "heading", "value": {"text": "Come", "level": "2"}}
    added = {"type": "date", "value": {"start_date": "2027-07-02", "start_time": "10:00"}}

    page = run(body=[heading], added_dates=[added]).page

    assert page.body[0].value["text"] == "Come"
    assert [block.value["start_time"].hour for block in page.added_dates] == [10]


def test_links_by_number_are_named(run):
    event = run(body='<p><a linktype="page" id="4711">There</a></p>')

    assert "body names pages or pictures by number: check its links." in event.notes
