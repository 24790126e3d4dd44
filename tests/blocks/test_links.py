import pytest
from django.core.exceptions import ValidationError

from wagtail_lift.blocks import BodyStreamBlock, Link, ReadingStreamBlock

TITLED = {"title": "Kindness"}


@pytest.fixture
def reading():
    """Return a function that makes the reading block's value."""
    block = ReadingStreamBlock().child_blocks["reading"]
    return lambda **fields: block.to_python({**TITLED, **fields})


def test_an_address_is_the_link(reading):
    link = reading(url="https://example.org/a").link

    assert link == Link("url", "https://example.org/a", "Kindness", "", None)


def test_a_public_page_is_the_link(reading, page):
    assert reading(page=page.pk).link == Link("page", "/how-we-began/", "How we began", "", None)


def test_a_document_is_the_link(reading, document):
    assert reading(document=document.pk).link == Link(
        "document", document.url, "Prompts to print", "txt", 7
    )


@pytest.mark.parametrize("name", ["draft_page", "private_page", "alias_of_private_page"])
def test_a_page_that_is_not_public_is_no_link(name, reading, request):
    hidden = request.getfixturevalue(name)

    assert reading(page=hidden.pk).link is None


def test_a_page_below_a_private_one_is_no_link(reading, private_page):
    child = private_page.add_child(instance=type(private_page)(title="Child", slug="child"))

    assert reading(page=child.pk).link is None


def test_a_page_outside_every_site_is_no_link(reading, home):
    outside = home.get_parent().add_child(instance=type(home)(title="Elsewhere", slug="elsewhere"))

    assert reading(page=outside.pk).link is None


def test_a_document_of_a_closed_collection_is_no_link(reading, closed_document):
    assert reading(document=closed_document.pk).link is None


def test_a_document_stays_a_link_beside_a_closed_collection(reading, closed_document, document):
    assert reading(document=document.pk).link.title == "Prompts to print"


@pytest.mark.django_db
@pytest.mark.parametrize("gone", [{}, {"page": 987654}, {"document": 987654}])
def test_what_is_not_there_is_no_link(gone, reading):
    assert reading(**gone).link is None


def test_a_call_to_action_is_linked_under_its_own_words():
    block = BodyStreamBlock().child_blocks["call_to_action"]
    value = block.to_python({"label": "Read on", "url": "https://example.org/"})

    assert value.link == Link("url", "https://example.org/", "Read on", "", None)


def test_links_of_a_stream_are_looked_up_together(
    stream, home, page, private_page, document, django_assert_max_num_queries
):
    others = [
        home.add_child(instance=type(home)(title=f"Page {number}", slug=f"page-{number}"))
        for number in range(3)
    ]
    targets = [{"page": p.pk} for p in (page, private_page, *others)]
    children = [
        ("reading", {**TITLED, **target}, f"id-{number}") for number, target in enumerate(targets)
    ]
    value = stream(ReadingStreamBlock(), *children, ("reading", {"document": document.pk}, "id-d"))

    # The pages, the documents; which pages are public (2) and have aliases; closed collections;
    # the root paths of sites, once.
    with django_assert_max_num_queries(7):
        links = [child.value.link and child.value.link.title for child in value]

    assert links == [
        "How we began",
        None,
        "Page 0",
        "Page 1",
        "Page 2",
        "Prompts to print",
    ]


NOTHING = "Say where this leads: fill in one of web address, page or document."


def test_no_target_is_refused_at_the_first_field(reading):
    value = reading()

    with pytest.raises(ValidationError) as refused:
        value.block.clean(value)

    assert refused.value.as_json_data() == {"blockErrors": {"url": {"messages": [NOTHING]}}}


def test_two_targets_are_refused_at_both_fields(reading, page):
    value = reading(url="https://example.org/a", page=page.pk)

    with pytest.raises(ValidationError) as refused:
        value.block.clean(value)

    message = "Keep only one of web address or page."
    assert refused.value.as_json_data() == {
        "blockErrors": {"url": {"messages": [message]}, "page": {"messages": [message]}}
    }


def test_a_call_to_action_asks_for_a_page_or_an_address():
    block = BodyStreamBlock().child_blocks["call_to_action"]

    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"label": "Read on"}))

    message = "Say where this leads: fill in one of page or web address."
    assert refused.value.as_json_data() == {"blockErrors": {"page": {"messages": [message]}}}


@pytest.mark.parametrize("fields", [{}, {"url": "https://example.org/a", "page": True}])
def test_a_draft_may_lead_nowhere_or_to_two_places(fields, stream, page):
    if fields.get("page"):
        fields = {**fields, "page": page.pk}
    value = stream(ReadingStreamBlock(), ("reading", {**TITLED, **fields}, "id-one"))

    cleaned = value.stream_block.clean_deferred(value)

    assert cleaned[0].value["page"] == (page if fields else None)
