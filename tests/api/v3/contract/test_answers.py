"""What version 3 answers is what its document says, whatever a page holds."""

import json

import pytest
from jsonschema import Draft202012Validator
from wagtail.blocks import ListBlock, StreamValue, StructBlock
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from tests.contract.shapes import answer_schema, faults
from tests.factories import make_event, make_host, make_pack
from wagtail_lift import blocks
from wagtail_lift.pages.models import EventPage

STREAMS = (
    blocks.BodyStreamBlock,
    blocks.ConversationStreamBlock,
    blocks.AddedDatesStreamBlock,
    blocks.SkippedDatesStreamBlock,
    blocks.ReadingStreamBlock,
    blocks.InsightsStreamBlock,
    blocks.ResourcesStreamBlock,
    blocks.GuideStreamBlock,
    blocks.LinksStreamBlock,
)
DETAIL = "/api/v3/pages/{page_id}/"


@pytest.fixture
def files(db):
    """A picture and a document of the site."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    image = get_image_model().objects.create(title="Room", file=get_test_image_file())
    get_document_model().objects.create(title="Notes", file=get_test_image_file("notes.pdf"))
    return image


def nothing_in(block):
    """Return what is stored of a block in which nothing was written."""
    return {} if isinstance(block, StructBlock) else [] if isinstance(block, ListBlock) else ""


@pytest.mark.parametrize("stream_class", STREAMS)
def test_each_block_answers_as_its_schema_says(document, files, home, stream_class):
    stream = stream_class()
    name = stream_class.__name__.removesuffix("StreamBlock")
    schema = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}Block"}}
    children = stream.child_blocks.items()
    shown = [(kind, child.get_preview_value(), f"{kind}-1") for kind, child in children]
    stored = StreamValue(stream, shown).get_prep_value()
    empty = [
        {"type": kind, "value": nothing_in(child), "id": f"{kind}-2"} for kind, child in children
    ]

    answer = stream.get_api_representation(stream.to_python([*stored, *empty]))

    assert faults(document, schema, json.loads(json.dumps(answer, default=str))) == []


@pytest.mark.parametrize("version", ["live", "draft"])
def test_events_and_packs_answer_as_the_document_says(
    document, anybody, editor, event, past_event, closed_pack, open_pack, files, version
):
    event.lead_image = files
    event.contact_name, event.contact_page, event.inspired_by = "Ada", past_event, open_pack
    event.recurrence_rule = "FREQ=WEEKLY;COUNT=3"
    event.skipped_dates = json.dumps([{"type": "date", "value": "2027-06-08"}])
    event.save_revision().publish()
    schema = answer_schema(document, DETAIL, "get", 200)
    pages = [event, past_event, closed_pack, open_pack, event.get_parent()]

    for page in pages:
        for reader in (anybody, editor):
            status, answer = reader("get", f"pages/{page.pk}/?version={version}")
            assert (status, faults(document, schema, answer)) == (200, [])
            assert answer["meta"]["type"] == page.specific_class._meta.label


def test_a_bare_draft_answers_as_the_document_says(document, editor, programme):
    page = programme.add_child(instance=EventPage(title="To come", live=False))
    page.save_revision()
    pack = make_pack(make_event(programme), "Nothing yet", live=False)
    schema = answer_schema(document, DETAIL, "get", 200)

    for bare in (page, pack):
        status, answer = editor("get", f"pages/{bare.pk}/?version=draft")
        assert (status, faults(document, schema, answer)) == (200, [])


def test_a_block_of_a_type_that_is_gone_is_left_out(document, anybody, event):
    known = {"type": "paragraph", "value": "", "id": "p"}
    stored = [{"type": "gone", "value": 1, "id": "g"}, known]
    EventPage.objects.filter(pk=event.pk).update(body=json.dumps(stored))

    status, answer = anybody("get", f"pages/{event.pk}/")

    assert status == 200
    assert answer["body"] == [known]


def test_hosts_answer_as_the_document_says(document, editor, files):
    host = make_host("Ada Bell", photo=files, tags=["care"])
    host.links = json.dumps([{"type": "link", "value": {"label": "Site", "url": "https://a.org"}}])
    host.save()

    for path, route in (
        ("snippets/wagtail_lift.HostProfile/", "/api/v3/snippets/{type}/"),
        (f"snippets/wagtail_lift.HostProfile/{host.pk}/", "/api/v3/snippets/{type}/{pk}/"),
        (f"lift/hosts/{host.pk}/private/", "/api/v3/lift/hosts/{host_id}/private/"),
    ):
        status, answer = editor("get", path)
        schema = answer_schema(document, route, "get", 200)
        assert (status, faults(document, schema, answer)) == (200, [])


def test_private_values_answer_as_the_document_says(document, editor, event):
    event.running_order = json.dumps(
        [{"type": "part", "id": "a", "value": {"title": "Arrive", "minutes": "ten"}}]
    )
    event.save_revision()
    schema = answer_schema(document, "/api/v3/lift/events/{page_id}/private/", "get", 200)

    for version in ("live", "draft"):
        status, answer = editor("get", f"lift/events/{event.pk}/private/?version={version}")
        assert (status, faults(document, schema, answer)) == (200, [])


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("get", "pages/?type=wagtail_lift_pages.EventPage&colour=red", None, 400),
        ("get", "pages/?limit=0", None, 422),
        ("get", "pages/999999/", None, 404),
        ("post", "pages/", {"meta": {"type": "wagtail_lift_pages.EventPage"}}, 422),
        ("post", "pages/", [], 400),
    ],
)
def test_refusals_are_as_the_document_says(document, editor, programme, method, path, body, status):
    found, answer = editor(method, path, body)

    problem = {"$ref": "#/components/schemas/Problem"}
    assert (found, faults(document, problem, {**answer, "errors": []})) == (status, [])


def test_examples_are_taken(document, editor, programme):
    def example(operation_path, method):
        content = document["paths"][operation_path][method]["requestBody"]["content"]
        (told,) = content["application/json"]["examples"].values()
        schema = content["application/json"]["schema"]
        assert faults(document, schema, told["value"]) == []
        return told["value"]

    body = example("/api/v3/pages/", "post")
    body = {**body, "meta": {**body["meta"], "parent_id": programme.pk}}
    status, made = editor("post", "pages/", body)
    assert (status, made.get("errors"), made["status"]) == (201, None, "drop_in")

    change = example(DETAIL, "patch")
    status, changed = editor("patch", f"pages/{made['id']}/", change)
    assert (status, changed["recurrence_rule"]) == (200, "FREQ=MONTHLY;BYDAY=2TU")

    private = example("/api/v3/lift/events/{page_id}/private/", "patch")
    status, _ = editor("patch", f"lift/events/{made['id']}/private/", private)
    assert status == 200


def test_a_read_event_fits_what_is_written(document, editor, event):
    _, answer = editor("get", f"pages/{event.pk}/?version=draft")
    written = document["components"]["schemas"]["EventPagePatchSchema"]["properties"]
    sent = {name: value for name, value in answer.items() if name in written and name != "meta"}

    schema = {"type": "object", "properties": {name: written[name] for name in sent}}
    validator = Draft202012Validator({"components": document["components"], **schema})
    assert [error.json_path for error in validator.iter_errors(sent)] == []
