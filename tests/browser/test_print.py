"""What is on paper: all that the screen says, and nothing that only a screen can do."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model

from tests.factories import make_event, make_image, make_pack, make_programme, when


def insights():
    """A finding, and a picture of notes with what they say."""
    picture = make_image()
    picture.contextual_alt_text, picture.decorative = "Notes on a wall", False
    said = {"caption": "The wall", "long_description": "Say thank you by name."}
    return [
        ("finding", {"title": "Small things carry far", "text": "<p>A minute is enough.</p>"}),
        ("notes_picture", {"image": picture, **said}),
    ]


@pytest.fixture
def on_paper(browser):
    """Return a function that opens an address as it is printed."""
    with browser.new_context() as context:
        page = context.new_page()
        page.emulate_media(media="print")

        def open_page(url: str):
            page.goto(url)
            return page

        yield open_page


def test_pack_prints_what_its_notes_say(on_paper, live_home, live_server):
    event = make_event(make_programme(live_home), **when(timezone.now() - timedelta(days=9)))
    pack = make_pack(event, insights=insights())

    page = on_paper(f"{live_server.url}{pack.get_url()}")

    assert page.get_by_text("Say thank you by name.").bounding_box()["height"] > 0


def test_pack_prints_in_blocks_that_browsers_can_break(on_paper, live_home, live_server):
    event = make_event(make_programme(live_home), **when(timezone.now() - timedelta(days=9)))
    pack = make_pack(event, insights=insights())

    page = on_paper(f"{live_server.url}{pack.get_url()}")

    assert [
        page.locator(f".lift-{part}").evaluate("part => getComputedStyle(part).display")
        for part in ("columns", "columns__main", "findings")
    ] == ["block"] * 3


def test_pack_prints_the_addresses_of_its_guide_and_handouts(on_paper, live_home, live_server):
    document = get_document_model().objects.create(
        title="Prompts to print", file=ContentFile(b"prompts", name="prompts.txt"), file_size=7
    )
    event = make_event(make_programme(live_home), **when(timezone.now() - timedelta(days=9)))
    handouts = {"title": "", "documents": [document]}
    pack = make_pack(event, guide=[("handouts", handouts)])
    url = f"{live_server.url}{pack.get_url()}"

    page = on_paper(url)
    to_guide = page.get_by_role("link", name="Open the guide").get_attribute("data-lift-address")
    page.goto(f"{url}guide/")
    link = page.get_by_role("link", name="Prompts to print")
    behind = link.evaluate("link => getComputedStyle(link, '::after').content")

    assert to_guide == f"{url}guide/"
    assert link.get_attribute("data-lift-address").startswith(live_server.url)
    assert document.filename in behind or behind == '" (" attr(data-lift-address) ")"'


def test_event_prints_its_booking_address_and_no_picture(on_paper, live_home, live_server):
    booking = {"booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/1"}
    programme = make_programme(live_home)
    event = make_event(
        programme,
        lead_image=make_image(),
        body=[("paragraph", f'<p><a href="{programme.get_url()}">The conversation</a></p>')],
        **booking,
        **when(timezone.now() + timedelta(days=9)),
    )

    page = on_paper(f"{live_server.url}{event.get_url()}")

    button = page.get_by_role("link", name="Book a place")
    behind = button.evaluate("link => getComputedStyle(link, '::after').content")
    assert behind in ('" (https://tickets.example.org/1)"', '" (" attr(href) ")"')
    link = page.get_by_role("link", name="The conversation")
    assert link.get_attribute("href") == programme.get_url()
    assert link.get_attribute("data-lift-address") == f"{live_server.url}{programme.get_url()}"
    behind = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert "/conversations/" in behind or behind == '" (" attr(data-lift-address) ")"'
    assert not page.locator(".lift-hero__image").is_visible()
    assert not page.locator(".lift-subscribe").is_visible()
