import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from wagtail_lift.blocks import (
    MaterialsStreamBlock,
    materials_not_in,
    recordings_without_words,
    with_kept_keys,
)

FILM = "https://www.example.org/film"
PLAYER = '<iframe src="https://player.example.org/1" title="The talk"></iframe>'
TEXT = '<p data-block-key="k1">Good evening.</p>'
NO_WORDS = {"text": "", "document": None, "url": ""}
NO_FILM = {"type": "", "title": "", "author": "", "html": "", "thumbnail_url": ""}


def recording(**values):
    given = {"title": "The talk", "url": FILM, "kind": "film", "captions": "yes", **values}
    return ("recording", given, "id-recording")


@pytest.fixture
def materials(stream, db):
    """Return a function that makes a stream of materials from stored values."""
    return lambda *children: stream(MaterialsStreamBlock(), *children)


@pytest.fixture
def known_film(db):
    return Embed.objects.create(
        url=FILM,
        hash=get_embed_hash(FILM, 1200),
        html=PLAYER,
        type="video",
        max_width=1200,
        provider_name="Films",
    )


def test_recording_api_representation(materials, document):
    words = {"text": TEXT, "document": document.pk, "url": ""}
    value = materials(recording(transcript=words, minutes=45, date="2025-05-01"))

    (child,) = value.stream_block.get_api_representation(value)

    link = {
        "kind": "document",
        "url": document.url,
        "title": "Prompts to print",
        "type": "txt",
        "size": 7,
    }
    assert child["value"] == {
        "title": "The talk",
        "url": FILM,
        "kind": "film",
        "captions": "yes",
        "caption_languages": "",
        "transcript": {**words, "link": link},
        "minutes": 45,
        "date": "2025-05-01",
        "film": {
            **NO_FILM,
            "url": FILM,
            "provider": "www.example.org",
            "width": None,
            "height": None,
        },
    }


def test_recording_of_an_empty_draft_is_told_and_rendered(materials, render):
    value = materials(("recording", {}, "id"))

    (child,) = value.stream_block.get_api_representation(value)

    assert child["value"] == {
        "title": "",
        "url": "",
        "kind": "film",
        "captions": "",
        "caption_languages": "",
        "transcript": {**NO_WORDS, "link": None},
        "minutes": None,
        "date": None,
        "film": None,
    }
    assert BeautifulSoup(render(value[0]), "html.parser").get_text(strip=True) == ""


def test_player_waits_in_a_template_until_it_is_asked_for(materials, render, known_film):
    html = BeautifulSoup(render(materials(recording())[0]), "html.parser")

    player = html.select_one("[data-lift-player]")
    assert str(player.template.iframe) == PLAYER
    assert player.button.has_attr("hidden")
    assert "tells Films that you are on this page" in player.p.text
    player.template.decompose()
    assert html.find(["iframe", "img", "script", "video", "audio"]) is None
    assert html.a["href"] == FILM


def test_recording_of_an_unknown_provider_is_a_link_and_asks_nobody(materials, render):
    html = BeautifulSoup(render(materials(recording())[0]), "html.parser")

    assert html.select_one("[data-lift-player]") is None
    assert html.a["href"] == FILM
    assert not Embed.objects.exists()


def test_recording_of_any_website_is_published(materials):
    value = materials(recording())

    assert value.stream_block.clean(value)[0].value["url"].url == FILM


@pytest.mark.parametrize(
    ("values", "field"),
    [({"captions": None}, "captions"), ({"url": ""}, "url"), ({"title": ""}, "title")],
)
def test_recording_says_what_it_is_before_it_is_published(materials, values, field):
    value = materials(recording(**values))

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)

    assert list(refused.value.block_errors[0].block_errors) == [field]
    assert len(value.stream_block.clean_deferred(value)) == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"captions": "no"}, "This recording has no captions."),
        ({"captions": "yes"}, "With captions"),
        ({"captions": "yes", "caption_languages": "English"}, "With captions: English"),
    ],
)
def test_readers_are_told_of_captions(materials, render, values, told):
    html = BeautifulSoup(render(materials(recording(**values))[0]), "html.parser")

    assert html.select_one(".lift-recording__captions").text == told


def test_nothing_is_said_of_captions_that_nobody_needs(materials, render):
    assert "aption" not in render(materials(recording(captions="not_needed", kind="sound"))[0])


def test_transcript_opens_below_the_recording(materials, render):
    value = materials(recording(transcript={**NO_WORDS, "text": TEXT}))

    html = BeautifulSoup(render(value[0]), "html.parser")

    assert html.details.summary.text == "Transcript"
    assert html.details.p.text == "Good evening."
    assert value.stream_block.get_searchable_content(value) == ["The talk", "Good evening."]


@pytest.mark.parametrize(
    ("words", "is_refused"),
    [
        ({}, True),
        ({"text": TEXT}, False),
        ({"url": "https://example.org/t"}, False),
        ({"text": TEXT, "url": "https://example.org/t"}, False),
    ],
)
def test_transcript_alone_has_words_or_a_link(materials, words, is_refused):
    value = materials(("transcript", {"title": "Talk", **words}, "id"))

    if not is_refused:
        assert len(value.stream_block.clean(value)) == 1
        return
    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)
    assert list(refused.value.block_errors[0].block_errors) == ["text"]


def test_private_document_is_linked_nowhere(materials, render, closed_document):
    given = {"document": closed_document.pk}
    value = materials(
        recording(transcript=given),
        ("slides", {"title": "Slides", **given}, "id-slides"),
        ("transcript", {"title": "Talk", **given}, "id-transcript"),
        ("documents", {"documents": [closed_document.pk]}, "id-documents"),
    )

    told = value.stream_block.get_api_representation(value)
    html = "".join(render(child) for child in value)

    assert "SECRET" not in f"{told} {html}"
    assert "secret-file" not in f"{told} {html}"
    assert told[1]["value"]["link"] is None


def test_slides_say_type_size_and_by_whom(materials, render, document):
    value = materials(("slides", {"title": "S", "by": "Ada", "document": document.pk}, "id"))

    html = BeautifulSoup(render(value[0]), "html.parser")

    assert html.a["href"] == document.url
    assert "(TXT, 7\xa0bytes)" in html.text
    assert html.find_all("bdi")[-1].text == "Ada"


def picture(image, **values):
    stored = {"image": image.pk, "alt_text": "Chairs", "decorative": False, **values}
    return {"image": stored, "caption": "By Maya"}


def test_gallery_crops_around_the_focal_point_and_leads_to_the_whole(materials, render, image):
    image.focal_point_x, image.focal_point_y = 60, 40
    image.focal_point_width = image.focal_point_height = 4
    image.save()
    value = materials(("gallery", {"title": "G", "pictures": [picture(image)]}, "id"))

    html = BeautifulSoup(render(value[0]), "html.parser")

    made = image.renditions.values_list("filter_spec", "focal_point_key")
    assert {spec: bool(focal_point) for spec, focal_point in made} == {
        "format-webp|fill-320x240": True,
        "format-jpeg|fill-320x240": True,
        "max-1600x1600": False,
    }
    assert html.a.img["alt"] == "Chairs"
    assert html.a["href"] == image.get_rendition("max-1600x1600").url
    assert html.figcaption.text == "By Maya"


def test_decorative_picture_of_a_gallery_is_no_link(materials, render, image):
    bare = picture(image, alt_text="", decorative=True)
    value = materials(("gallery", {"pictures": [bare]}, "id"))

    html = BeautifulSoup(render(value[0]), "html.parser")

    assert (html.a, html.img["alt"]) == (None, "")


def test_picture_of_a_gallery_needs_words_to_be_published(materials, image):
    value = materials(("gallery", {"pictures": [picture(image, alt_text="")]}, "id"))

    with pytest.raises(ValidationError):
        value.stream_block.clean(value)

    assert value.stream_block.clean_deferred(value)


def test_get_then_patch_of_materials_changes_nothing(materials, api_write, image, document):
    value = materials(
        recording(transcript={**NO_WORDS, "text": TEXT}, minutes=45, date="2025-05-01"),
        ("slides", {"title": "S", "by": "Ada", "document": document.pk, "url": ""}, "id-s"),
        ("transcript", {"title": "T", **NO_WORDS, "text": TEXT}, "id-t"),
        ("gallery", {"title": "G", "pictures": [picture(image)]}, "id-g"),
    )
    told = value.stream_block.get_api_representation(value)
    before = value.get_prep_value()  # with the values that the blocks have read

    cleaned = api_write(value.stream_block, told)

    assert with_kept_keys(cleaned, value).get_prep_value() == before


def test_recordings_that_some_people_miss_are_named(materials):
    value = materials(
        recording(title="Silent", captions="no"),
        recording(title="Read", captions="no", transcript={**NO_WORDS, "text": TEXT}),
        recording(title="Captioned"),
        recording(title="Music", captions="not_needed"),
        recording(title="Not said yet", captions=None),
    )

    assert recordings_without_words(value) == ["Silent"]


def test_what_is_told_elsewhere_is_left_out_whatever_its_title(materials, image, document):
    slides = ("slides", {"title": "S", "document": document.pk}, "id-s")
    gallery = ("gallery", {"pictures": [picture(image)]}, "id-g")
    own = ("transcript", {"title": "Only here", "text": TEXT}, "id-t")
    unwritten = ("documents", {"title": "Soon", "documents": []}, "id-d")
    here = materials(recording(), slides, gallery, own, unwritten)
    there = materials(
        recording(title="Another title"),
        ("documents", {"documents": [document.pk]}, "id-1"),
        ("gallery", {"title": "P", "pictures": [picture(image)]}, "id-2"),
    )

    assert [child.id for child in materials_not_in(here, there)] == ["id-t", "id-d"]
    assert len(materials_not_in(here, None)) == len(here)
