import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertHTMLEqual
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from wagtail_lift.blocks import BodyStreamBlock, with_kept_keys

FILM = "https://example.org/film"
PLAYER = '<iframe src="https://example.org/player" title="A film"></iframe>'


@pytest.fixture
def picture(stream, image):
    """Return a function that makes a stream of one picture."""

    def make(**words):
        stored = {"image": image.pk, "alt_text": "", "decorative": False, **words}
        return stream(
            BodyStreamBlock(), ("image", {"image": stored, "caption": "By Maya"}, "id-one")
        )

    return make


@pytest.fixture
def film(stream, db):
    Embed.objects.create(
        url=FILM, hash=get_embed_hash(FILM, 1200), html=PLAYER, type="video", max_width=1200
    )
    return stream(BodyStreamBlock(), ("embed", {"embed": FILM, "caption": "A film"}, "id-one"))


def test_picture_api_representation(picture, image):
    value = picture(alt_text="Chairs in a circle")

    representation = value.stream_block.get_api_representation(value)

    assert representation == [
        {
            "type": "image",
            "value": {
                "image": {
                    "image": image.pk,
                    "alt_text": "Chairs in a circle",
                    "decorative": False,
                },
                "caption": "By Maya",
                "rendition": {
                    "url": image.get_rendition("max-1600x1600").full_url,
                    "width": 64,
                    "height": 48,
                    "alt": "Chairs in a circle",
                },
                "sizes": {},
                "srcset": "",
            },
            "id": "id-one",
        }
    ]


def test_picture_api_representation_without_its_file(picture, image):
    value = picture(alt_text="Chairs")
    image.file.storage.delete(image.file.name)

    (child,) = value.stream_block.get_api_representation(value)

    assert child["value"]["rendition"] is None


def test_api_representation_of_an_empty_draft(stream, db):
    value = stream(BodyStreamBlock(), ("image", {}, "id-one"))

    assert value.stream_block.get_api_representation(value) == [
        {
            "type": "image",
            "value": {
                "image": {"image": None, "alt_text": None, "decorative": None},
                "caption": "",
                "rendition": None,
                "sizes": {},
                "srcset": "",
            },
            "id": "id-one",
        }
    ]


def test_picture_renders_with_its_words(picture, render):
    html = render(picture(alt_text="Chairs in a circle")[0])

    assert html.count("<img ") == 1
    assert 'alt="Chairs in a circle"' in html
    assert '<figcaption class="lift-picture__caption">By Maya</figcaption>' in html


def test_a_decorative_picture_renders_with_empty_words(picture, render):
    html = render(picture(decorative=True)[0])

    assert 'alt=""' in html


def test_picture_search_content(picture):
    value = picture(alt_text="Chairs in a circle")

    assert value.stream_block.get_searchable_content(value) == ["Chairs in a circle", "By Maya"]


def test_a_picture_without_words_is_refused_on_publishing_and_kept_in_a_draft(picture):
    value = picture()

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)
    draft = value.stream_block.clean_deferred(value)

    message = "Please add some alt text for your image or mark it as decorative"
    assert refused.value.as_json_data() == {
        "blockErrors": {
            0: {"blockErrors": {"image": {"blockErrors": {"alt_text": {"messages": [message]}}}}}
        }
    }
    assert draft[0].value["image"] is not None


def test_get_then_patch_of_a_picture_changes_nothing(picture, api_write):
    value = picture(alt_text="Chairs in a circle")
    before = value.get_prep_value()

    cleaned = api_write(value.stream_block, value.stream_block.get_api_representation(value))

    assert with_kept_keys(cleaned, value).get_prep_value() == before


def test_embed_api_representation(film):
    known = {"provider_name": "Films", "title": "A talk", "author_name": "Ada", "width": 1200}
    Embed.objects.update(thumbnail_url="https://example.org/still.jpg", height=675, **known)

    (child,) = film.stream_block.get_api_representation(film)

    assert child["value"] == {
        "embed": FILM,
        "caption": "A film",
        "film": {
            "url": FILM,
            "type": "video",
            "provider": "Films",
            "title": "A talk",
            "author": "Ada",
            "html": PLAYER,
            "thumbnail_url": "https://example.org/still.jpg",
            "width": 1200,
            "height": 675,
        },
    }


def test_embed_that_is_not_stored_is_a_link_and_asks_nobody(film):
    Embed.objects.all().delete()

    (child,) = film.stream_block.get_api_representation(film)

    assert child["value"]["film"] == {
        "url": FILM,
        "type": "",
        "provider": "example.org",
        "title": "",
        "author": "",
        "html": "",
        "thumbnail_url": "",
        "width": None,
        "height": None,
    }
    assert not Embed.objects.exists()


def test_embed_renders_the_player(film, render):
    assertHTMLEqual(
        render(film[0]),
        f"""
        <figure class="lift-embed">
          <div class="lift-embed__frame"><div>{PLAYER}</div></div>
          <figcaption class="lift-embed__caption">A film</figcaption>
        </figure>
        """,
    )


def test_embed_search_content_is_its_caption(film):
    assert film.stream_block.get_searchable_content(film) == ["A film"]


def test_embed_that_cannot_be_had_becomes_a_link(film, render):
    Embed.objects.all().delete()  # and no provider is known for the address

    assertHTMLEqual(
        render(film[0]),
        f"""
        <figure class="lift-embed">
          <p class="lift-embed__link"><a href="{FILM}">{FILM}</a></p>
          <figcaption class="lift-embed__caption">A film</figcaption>
        </figure>
        """,
    )


def test_an_address_that_no_provider_knows_is_refused(film):
    Embed.objects.all().delete()  # and no provider is known for the address

    with pytest.raises(ValidationError) as refused:
        film.stream_block.clean(film)

    assert list(refused.value.block_errors[0].block_errors) == ["embed"]


def test_get_then_patch_of_an_embed_changes_nothing(film, api_write):
    before = film.get_prep_value()

    cleaned = api_write(film.stream_block, film.stream_block.get_api_representation(film))

    assert with_kept_keys(cleaned, film).get_prep_value() == before
