"""What is worth a look is told while an event is composed, from the first save by itself on."""

from playwright.sync_api import expect

from tests.browser.editor import Editor
from tests.factories import make_programme

NO_HOST = "No host is named yet. (Event › Hosts, speakers and partners)"
NO_QUESTION = "The conversation has no question yet. (Conversation › Conversation)"
NO_VENUE = (
    "No venue is named yet. Search engines are not told of an event without a place. "
    "(Event › Venue)"
)
NO_CONTACT = "There is no contact. People do not know whom to ask. (Event › Contact name)"
NO_SUMMARY = "There is no summary. Cards, search and feeds will show none. (Event › Summary)"


def test_editor_is_told_while_an_event_is_composed(editor: Editor, live_home):
    editor.add_below(make_programme(live_home).pk, "Event")
    expect(editor.notices).to_have_count(0)

    editor.fill_in({"Title": "Kindness at work"})
    expect(editor.notices).to_have_text([NO_HOST, NO_QUESTION, NO_VENUE, NO_CONTACT, NO_SUMMARY])

    editor.fill_in({"Summary": "We talk about kindness."})
    expect(editor.notices).to_have_text([NO_HOST, NO_QUESTION, NO_VENUE, NO_CONTACT])
