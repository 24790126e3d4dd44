"""The checks beside the form of an event find what its readers would miss."""

from playwright.sync_api import expect

from tests.browser.editor import Editor
from tests.factories import make_event, make_host, make_image, make_programme
from wagtail_lift.enums import Notice
from wagtail_lift.pages.models import EventPage

RECORDING = {
    "title": "The whole conversation",
    "url": "https://films.example.org/1",
    "kind": "film",
    "captions": "no",
}
QUESTION = [{"type": "question", "value": {"question": "What moves you?"}}]
COMPLETE = {
    "venue_name": "Town library",
    "contact_name": "Bo Carr",
    "contact_email": "bo@example.org",
    "conversation": QUESTION,
}


def materials(recording: dict, alt_text: str) -> list[dict]:
    picture = {"image": make_image().pk, "alt_text": alt_text, "decorative": not alt_text}
    gallery = {"title": "", "pictures": [{"image": picture, "caption": ""}]}
    return [
        {"type": "recording", "value": recording},
        {"type": "gallery", "value": gallery},
    ]


def open_checks(editor: Editor, event: EventPage) -> list[str]:
    """Return the names of the findings in the checks panel, at least one."""
    editor.page.goto(f"{editor.address}/admin/pages/{event.pk}/edit/")
    editor.page.get_by_role("button", name="Toggle checks").click()
    found = editor.page.locator("[data-checks-panel] [data-content-checker-name]")
    expect(found.first).to_be_visible()
    return found.all_inner_texts()


def test_what_readers_miss_is_found(editor: Editor, live_home):
    event = make_event(
        make_programme(live_home),
        lead_image=make_image(),
        materials=materials(RECORDING, ""),
    )

    found = open_checks(editor, event)

    notices = (
        Notice.NO_HOST,
        Notice.NO_QUESTION,
        Notice.NO_PLACE,
        Notice.NO_CONTACT,
        Notice.IMAGE_WITHOUT_ALT,
        Notice.RECORDING_WITHOUT_WORDS,
    )
    gallery = "A picture of the gallery has no alternative text."
    assert sorted(found) == sorted([gallery, *(str(notice.label) for notice in notices)])
    places = editor.page.locator("[data-checks-panel] [data-content-checker-help]")
    expect(places.filter(has_text="Event › Contact name")).to_be_visible()


def test_nothing_of_ours_is_found_on_a_complete_event(editor: Editor, live_home):
    event = make_event(
        make_programme(live_home),
        hosts=[make_host()],
        lead_image=make_image(),
        lead_image_alt_text="room.png",
        materials=materials({**RECORDING, "captions": "yes"}, "People around a table."),
        **COMPLETE,
    )

    assert open_checks(editor, event) == ["Image alt text has inappropriate pattern"]
