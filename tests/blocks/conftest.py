"""What the tests of the blocks share: strict rendering, API writes, things to choose."""

from io import BytesIO
from typing import Any

import html5lib
import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.forms import Form
from django.http import HttpRequest
from PIL import Image as PillowImage
from wagtail.blocks import BlockField, StreamBlock, StreamValue
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from wagtail_lift.blocks import ConversationStreamBlock


@pytest.fixture
def render():
    """Return a function that renders a bound block and fails on HTML that is not well formed."""

    def render_strictly(bound: Any, context: dict[str, Any] | None = None) -> str:
        html = bound.render(context or {})
        html5lib.HTMLParser(strict=True).parseFragment(html)
        return html

    return render_strictly


@pytest.fixture
def stream():
    """Return a function that makes a stream's value from what the database stores."""

    def make(block: StreamBlock, *children: tuple[str, Any, str]) -> StreamValue:
        return block.to_python(
            [{"type": kind, "value": value, "id": block_id} for kind, value, block_id in children]
        )

    return make


@pytest.fixture
def api_write():
    """Return a function that cleans a JSON body as API v3 of Wagtail does."""
    form_data = pytest.importorskip(
        "wagtail.api.v3.form_data", reason="API v3 came with Wagtail 8.0"
    )

    def clean(block: StreamBlock, body: Any) -> StreamValue:
        form_class = type("StreamForm", (Form,), {"stream": BlockField(block)})
        if hasattr(form_data, "use_api_block_widgets"):  # Wagtail 8.1 sends no editor's keys
            form_data.use_api_block_widgets(form_class)
        data = form_data.build_form_data(form_class, {"stream": body})
        widget = form_class.base_fields["stream"].widget
        return block.clean(widget.value_from_datadict(data, {}, "stream"))

    return clean


@pytest.fixture
def site_request(site) -> HttpRequest:
    """A request of somebody who reads the site."""
    request = HttpRequest()
    request.META.update({"SERVER_NAME": "testserver", "SERVER_PORT": "80"})
    return request


@pytest.fixture
def image(db):
    """A picture of the site's library; renditions of an earlier test's picture are forgotten."""
    cache.clear()
    content = BytesIO()
    PillowImage.new("RGB", (64, 48), "teal").save(content, "PNG")
    return get_image_model().objects.create(
        title="Circle of chairs", file=ImageFile(BytesIO(content.getvalue()), name="chairs.png")
    )


@pytest.fixture
def document(db):
    """A document that everybody may download."""
    return get_document_model().objects.create(
        title="Prompts to print", file=ContentFile(b"prompts", name="prompts.txt"), file_size=7
    )


@pytest.fixture
def closed_document(db):
    """A document in a collection that only logged-in people may see."""
    collection = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return get_document_model().objects.create(
        title="SECRET-DOCUMENT",
        file=ContentFile(b"secret", name="secret-file.txt"),
        collection=collection,
    )


@pytest.fixture
def page(home) -> Page:
    """A page that everybody may see."""
    return home.add_child(instance=Page(title="How we began", slug="how-we-began"))


@pytest.fixture
def draft_page(home) -> Page:
    """A page that was never published."""
    return home.add_child(instance=Page(title="SECRET-DRAFT", slug="secret-draft", live=False))


@pytest.fixture
def private_page(home) -> Page:
    """A live page that only logged-in people may see."""
    private = home.add_child(instance=Page(title="SECRET-PRIVATE", slug="secret-private"))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    return private


@pytest.fixture
def alias_of_private_page(home) -> Page:
    """An alias of a page that became private later, so that only the source is restricted."""
    source = home.add_child(instance=Page(title="SECRET-SOURCE", slug="secret-source"))
    alias = source.create_alias(update_slug="secret-alias")
    PageViewRestriction.objects.create(page=source, restriction_type=PageViewRestriction.LOGIN)
    return alias


@pytest.fixture
def conversation(stream) -> StreamValue:
    """A conversation with two questions."""
    return stream(
        ConversationStreamBlock(),
        ("opening", '<p data-block-key="k1">Welcome.</p>', "id-opening"),
        ("question", {"question": "One?", "minutes": 15}, "id-one"),
        ("question", {"question": "Two?"}, "id-two"),
    )
