"""Rich text and the links in it, as a front end on another origin needs them."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import VERSION
from wagtail.documents import get_document_model
from wagtail.models import Page

from tests.factories import make_event, make_host, make_image, make_pack
from wagtail_lift.api.rich_text import as_html, as_markdown

CMS = "https://cms.example"
FRONT_END = "https://www.example"


@pytest.fixture
def front_end(site, settings):
    """A site whose address is that of its front end, served by a CMS elsewhere."""
    site.hostname, site.port = "www.example", 443
    site.save()
    settings.WAGTAILAPI_BASE_URL = CMS
    return site


@pytest.fixture
def document(db):
    return get_document_model().objects.create(
        title="Plan", file=ContentFile(b"%PDF", name="plan.pdf")
    )


def linking_to(page, document, image):
    return (
        f'<p data-block-key="a">See <a linktype="page" id="{page.pk}">us</a>, '
        f'<a linktype="document" id="{document.pk}">the plan</a>, '
        '<a href="https://else.example/?a=1&amp;b=2">others</a> and '
        '<a linktype="page" id="99999">nothing</a>.</p>'
        f'<embed alt="A room" embedtype="image" format="fullwidth" id="{image.pk}"/>'
    )


def test_links_lead_to_the_front_end_and_files_to_the_cms(front_end, event, document):
    image = make_image()
    source = linking_to(event, document, image)

    html = as_html(source, None)

    path = event.url_path.partition("/test-home/")[2]
    assert f'<a href="{FRONT_END}/{path}">us</a>' in html
    assert f'<a href="{CMS}{document.url}">the plan</a>' in html
    assert '<a href="https://else.example/?a=1&amp;b=2">others</a>' in html
    assert "<a>nothing</a>" in html
    assert f'src="{CMS}/media/images/' in html
    assert "None" not in html


def test_markdown_has_the_same_links(front_end, event, document):
    source = linking_to(event, document, make_image())

    written = as_markdown(source, None)

    path = event.url_path.partition("/test-home/")[2]
    assert f"[us]({FRONT_END}/{path})" in written
    assert f"[the plan]({CMS}{document.url})" in written
    assert "and nothing." in written
    assert f"![A room]({CMS}/media/images/" in written


def test_page_that_no_site_has_is_no_link(home):
    lost = home.get_parent().add_child(instance=Page(title="Lost", slug="lost"))

    assert as_html(f'<a linktype="page" id="{lost.pk}">x</a>', None) == "<a>x</a>"


def test_film_in_a_text_is_a_link_and_asks_nobody(db):
    source = '<embed embedtype="media" url="https://film.example/1"/>'

    link = '<p><a href="https://film.example/1">https://film.example/1</a></p>'
    assert as_html(source, None) == link


def test_links_of_a_text_are_looked_up_at_once(home):
    pages = [home.add_child(instance=Page(title=f"{n}")) for n in range(5)]
    sources = [
        "".join(f'<a linktype="page" id="{page.pk}">x</a>' for page in some)
        for some in (pages[:1], pages)
    ]
    as_html(sources[0], None)

    counts = []
    for source in sources:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_html(source, None)
        counts.append(len(queries))

    assert counts[1] - counts[0] <= 4  # what Wagtail asks of each page's language


FIELDS = {
    "event": lambda answer: [
        answer["body"][0]["value"],
        answer["body"][1]["value"]["text"],
        answer["conversation"][0]["value"]["why"],
        answer["questions"][0]["why"],
    ],
    "pack": lambda answer: [
        answer["introduction"],
        answer["insights"][0]["value"]["text"],
        answer["guide"][0]["value"],
        answer["guide"][1]["value"]["what_to_say"],
    ],
    "programme": lambda answer: [answer["introduction"], answer["body"][0]["value"]],
}


@pytest.fixture
def texts(front_end, programme):
    """Pages with the same text in each field and block of rich text."""
    text = f'<p>Go <b>to</b> <a linktype="page" id="{programme.pk}">us</a></p>'
    programme.introduction, programme.body = text, [("paragraph", text)]
    programme.save()
    event = make_event(
        programme,
        body=[("paragraph", text), ("details", {"summary": "More", "text": text})],
        conversation=[("question", {"question": "Why?", "why": text})],
    )
    pack = make_pack(
        event,
        opens_early=True,
        introduction=text,
        insights=[("finding", {"title": "T", "text": text, "questions": []})],
        guide=[("purpose", text), ("round", {"title": "R", "minutes": 5, "what_to_say": text})],
    )
    make_host("Ada Bell", biography=text)
    return {"event": event, "pack": pack, "programme": programme}


VERSIONS = ["v2", *(["v3"] if VERSION >= (8, 0) else [])]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize(
    ("rich_text_format", "expected"),
    [
        ("html", '<p>Go <b>to</b> <a href="{url}">us</a></p>'),
        ("markdown", "Go **to** [us]({url})"),
    ],
)
def test_every_text_comes_in_the_format_that_is_asked_for(
    texts, client, version, kind, rich_text_format, expected
):
    url = f"/api/{version}/pages/{texts[kind].pk}/"

    answer = client.get(
        f"{url}?rich_text_format={rich_text_format}", headers={"host": "www.example"}
    )

    found = FIELDS[kind](answer.json())
    wanted = expected.format(url=f"{FRONT_END}/conversations/")
    assert found == [wanted] * len(found)


@pytest.mark.parametrize("rich_text_format", ["html", "markdown"])
def test_biography_of_a_host_comes_in_the_format_too(texts, client, rich_text_format):
    path = f"/api/v2/hosts/?fields=biography&rich_text_format={rich_text_format}"

    (host,) = client.get(path).json()["items"]

    assert f"{FRONT_END}/conversations/" in host["biography"]


@pytest.mark.parametrize("path", ["events/", "pages/", "hosts/"])
def test_unknown_format_is_refused(texts, client, path):
    response = client.get(f"/api/v2/{path}?fields=*&rich_text_format=pdf")

    assert (response.status_code, list(response.json())) == (400, ["message"])
