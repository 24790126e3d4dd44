"""A pack and its question cards as accessible PDF."""

import sys
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_image, make_pack, make_programme, when
from tests.pdf.needed import NEEDED, pypdf
from wagtail_lift.pdf import responses

pytestmark = [NEEDED]

ROUNDS = [
    ("purpose", "<p>To listen to each other.</p>"),
    ("agreements", ["One person speaks"]),
    (
        "round",
        {
            "title": "Pairs",
            "minutes": 70,
            "what_to_say": "<p>Welcome.</p>",
            "prompts": ["Who was kind?"],
        },
    ),
    ("round", {"title": "Stories", "minutes": 20, "can_be_left_out": True, "prompts": []}),
]


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def past(home, now):
    questions = [("question", {"question": "What did you learn?"})]
    return make_event(
        make_programme(home), "Past", conversation=questions, **when(now - timedelta(days=9))
    )


@pytest.fixture
def pack(past):
    picture = make_image()
    picture.contextual_alt_text, picture.decorative = "Notes on a wall", False
    learnt = [
        ("finding", {"title": "Small things", "text": "<p>A minute is enough.</p>"}),
        (
            "notes_picture",
            {"image": picture, "caption": "The wall", "long_description": "Say thank you."},
        ),
        (
            "resource",
            {"title": "Prompts", "description": "", "url": "https://example.org/prompts"},
        ),
    ]
    return make_pack(past, "Learnt", slug="learnt", insights=learnt, guide=ROUNDS)


def read(response):
    assert response.status_code == 200
    return pypdf.PdfReader(BytesIO(response.content))


def text_of(response):
    return " ".join(" ".join(page.extract_text().split()) for page in read(response).pages)


def elements(node):
    """Yield the elements of the tags of a document."""
    node = node.get_object()
    yield node
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(child, dict) and "/S" in child:
            yield from elements(child)


def test_pdf_holds_the_pack_its_guide_and_whole_addresses(pack, client):
    text = text_of(client.get(f"{pack.url}pdf/"))

    for words in (
        "Learnt",
        "A minute is enough.",
        "Say thank you.",
        "To listen to each other.",
        "One person speaks",
        "1 hour 10 minutes, without Stories.",
        "Who was kind?",
        "https://example.org/prompts",
        f"http://testserver{pack.url}",
    ):
        assert words in text


def test_pdf_is_tagged_and_says_its_language_and_title(pack, client):
    document = read(client.get(f"{pack.url}pdf/"))

    root = document.trailer["/Root"]
    tags = list(elements(root["/StructTreeRoot"]["/K"][0]))
    figures = [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert (
        root["/ViewerPreferences"]["/DisplayDocTitle"] is True
        or root["/ViewerPreferences"]["/DisplayDocTitle"]
    )
    assert document.metadata.title == "Learnt"
    assert "Notes on a wall" in figures
    assert f"QR code that leads to http://testserver{pack.url}" in figures
    assert {"/H1", "/H2", "/Table", "/TH"} <= {tag["/S"] for tag in tags}
    assert all(tag["/A"]["/Headers"] for tag in tags if tag["/S"] == "/TD")
    assert b"pdfuaid" in root["/Metadata"].get_data()


@pytest.mark.parametrize("below", ["pdf/", "cards/pdf/"])
def test_pdf_has_no_fault_that_a_validator_finds(pack, client, below, tmp_path):
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "made.pdf"
    path.write_bytes(client.get(f"{pack.url}{below}").content)

    report = pdfua.validate(str(path))

    errors = [each for each in report.findings if each.severity == pdfua.Severity.ERROR]
    assert [f"{each}" for each in errors] == []


def test_pdf_is_the_same_each_time_and_sent_once(pack, client):
    first = client.get(f"{pack.url}pdf/")
    again = client.get(f"{pack.url}pdf/")
    known = client.get(f"{pack.url}pdf/", headers={"If-None-Match": first.headers["ETag"]})

    assert first.content == again.content
    assert (known.status_code, known.content) == (304, b"")
    pack.title = "Learnt more"
    pack.save_revision().publish()
    assert client.get(f"{pack.url}pdf/").headers["ETag"] != first.headers["ETag"]


def test_pdf_may_be_cached_as_its_page_may(pack, client):
    headers = client.get(f"{pack.url}pdf/").headers

    assert headers["Content-Type"] == "application/pdf"
    assert headers["Cache-Control"] == client.get(pack.url).headers["Cache-Control"]
    assert headers["Content-Disposition"] == 'inline; filename="learnt-pack.pdf"'


class NoPango:
    """A module that cannot be loaded, as WeasyPrint where Pango is missing."""

    def __getattr__(self, name):
        raise OSError("cannot load library 'libpango-1.0-0'")


def test_without_pango_the_reader_is_told(pack, client, monkeypatch):
    monkeypatch.setitem(sys.modules, "wagtail_lift.pdf.making", NoPango())

    answer = client.get(f"{pack.url}pdf/")

    assert (answer.status_code, answer.headers["Content-Type"]) == (503, "text/plain")
    assert answer.content == b"This site cannot make PDF documents at the moment."
    assert "ETag" not in answer.headers
    assert "private" in answer.headers["Cache-Control"]


ROUTES = ["pdf/", "cards/", "cards/pdf/"]


@pytest.mark.parametrize("below", ROUTES)
def test_closed_pack_has_none(home, client, now, below):
    event = make_event(make_programme(home), **when(now + timedelta(days=9)))
    pack = make_pack(event, guide=ROUNDS)

    assert client.get(f"{pack.url}{below}").status_code == 404


@pytest.mark.parametrize("below", ROUTES)
def test_restricted_pack_shows_none(pack, client, admin_client, below):
    PageViewRestriction.objects.create(page=pack, restriction_type="login")

    assert client.get(f"{pack.url}{below}").status_code == 302
    assert admin_client.get(f"{pack.url}{below}").status_code == 404  # as its guide: it is not open


@pytest.mark.parametrize("below", ROUTES)
def test_no_cache_keeps_what_somebody_with_a_session_reads(pack, admin_client, below):
    headers = admin_client.get(f"{pack.url}{below}").headers

    assert headers["Cache-Control"] == "private, no-store"


def test_questions_of_an_event_that_is_not_public_are_on_no_card(pack, past, client):
    past.unpublish()

    text = text_of(client.get(f"{pack.url}cards/pdf/"))

    assert "Who was kind?" in text
    assert "What did you learn?" not in text


def test_cards_are_the_questions_and_then_the_prompts(pack, client):
    html = client.get(f"{pack.url}cards/").content.decode()
    text = text_of(client.get(f"{pack.url}cards/pdf/"))

    for shown in (html, text):
        assert -1 < shown.index("What did you learn?") < shown.index("Who was kind?")


def test_pack_leads_to_them(pack, client):
    for url in (pack.url, f"{pack.url}guide/"):
        html = client.get(url).content.decode()
        assert f'href="{pack.url}pdf/"' in html
        assert f'href="{pack.url}cards/"' in html


def test_without_the_extra_there_are_cards_and_no_pdf(pack, client, monkeypatch):
    monkeypatch.setattr(responses, "NEEDED", ("weasyprint_that_is_not_there",))
    responses.can_make_pdf.cache_clear()
    try:
        html = client.get(pack.url).content.decode()
        cards = client.get(f"{pack.url}cards/")
        found = [client.get(f"{pack.url}{below}").status_code for below in ("pdf/", "cards/pdf/")]
    finally:
        responses.can_make_pdf.cache_clear()

    assert found == [404, 404]
    assert (f"{pack.url}pdf/" in html, f"{pack.url}cards/" in html) == (False, True)
    assert "Who was kind?" in cards.content.decode()
    assert "cards/pdf/" not in cards.content.decode()


def test_who_waits_too_long_for_the_documents_of_others_is_asked_to_come_again(
    pack, client, monkeypatch
):
    from wagtail_lift.pdf import making

    monkeypatch.setattr(making, "PATIENCE", 0.01)
    with making._ONE_AT_A_TIME:
        response = client.get(f"{pack.url}pdf/")

    assert (response.status_code, response.headers["Cache-Control"]) == (503, "private, no-store")
    assert "ETag" not in response.headers


def test_pack_without_questions_has_no_cards(past, client):
    past.conversation = []
    past.save_revision().publish()
    pack = make_pack(past, "Learnt", slug="learnt")

    assert client.get(f"{pack.url}cards/").status_code == 404
    assert f"{pack.url}cards/" not in client.get(pack.url).content.decode()
