"""What version 3 answers to anybody, and what it keeps from them."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.api.conftest import finding
from tests.api.v3.test_round_trip import sendable
from tests.factories import make_event, make_host, make_pack, make_programme
from wagtail_lift.pages.models import EventPage, InsightsPack

PACK_FIELDS = {
    "introduction",
    "people_count",
    "organisations_count",
    "stories_count",
    "insights",
    "questions",
    "resources",
    "materials",
    "guide",
    "guide_minutes",
    "guide_url",
    "reruns",
}


def test_rich_text_comes_as_html_on_request(programme, home, anybody):
    link = f'<p><a linktype="page" id="{home.pk}">Home</a></p>'
    event = make_event(
        programme,
        body=json.dumps([{"type": "paragraph", "id": "p", "value": link}]),
        conversation=json.dumps(
            [{"type": "question", "id": "q", "value": {"question": "Why?", "why": link}}]
        ),
    )

    _, as_stored = anybody("get", f"pages/{event.pk}/")
    _, as_html = anybody("get", f"pages/{event.pk}/?rich_text_format=html")

    def texts(answer):
        question = answer["conversation"][0]["value"]["why"]
        return [answer["body"][0]["value"], question, answer["questions"][0]["why"]]

    assert texts(as_stored) == [link] * 3
    assert texts(as_html) == ['<p><a href="http://testserver/">Home</a></p>'] * 3


def test_pack_that_is_not_open_shows_nothing_of_itself(closed_pack, anybody):
    _, answer = anybody("get", f"pages/{closed_pack.pk}/")

    assert {name: answer[name] for name in PACK_FIELDS} == dict.fromkeys(PACK_FIELDS)
    assert (answer["is_open"], answer["opens_at"]) == (False, "2027-11-23T14:00:00Z")
    assert "closed" not in json.dumps(answer)


def test_open_pack_shows_itself_to_anybody(open_pack, anybody):
    _, answer = anybody("get", f"pages/{open_pack.pk}/")

    assert {name: answer[name] for name in PACK_FIELDS} == {
        "introduction": "<p>We learnt much.</p>",
        "people_count": 40,
        "organisations_count": None,
        "stories_count": None,
        "insights": [finding("Open finding")],
        "questions": [],
        "resources": [],
        "materials": [],
        "guide": [{"type": "purpose", "id": "p", "value": "<p>Open guide</p>"}],
        "guide_minutes": 0,
        "guide_url": "http://testserver/conversations/long-ago/what-we-learnt/guide/",
        "reruns": [],
    }


def test_editor_sees_a_pack_before_it_opens_and_sends_it_back(closed_pack, editor):
    before = InsightsPack.objects.get().serializable_data()
    _, body = editor("get", f"pages/{closed_pack.pk}/")

    status, answer = editor(
        "patch", f"pages/{closed_pack.pk}/", {**sendable(body, InsightsPack), "meta": {}}
    )

    after = InsightsPack.objects.get().get_latest_revision_as_object().serializable_data()
    names = ("introduction", "insights", "guide", "resources", "people_count", "event", "meeting")
    assert (status, answer["insights"]) == (200, [finding("closed finding")])
    assert [_comparable(after[name]) for name in names] == [
        _comparable(before[name]) for name in names
    ]


def _comparable(value):
    return json.loads(value) if isinstance(value, str) and value.startswith("[") else value


def test_what_anybody_sees_of_a_closed_pack_can_not_empty_it(closed_pack, anybody, editor):
    _, body = anybody("get", f"pages/{closed_pack.pk}/")

    status, answer = editor("patch", f"pages/{closed_pack.pk}/", sendable(body, InsightsPack))

    refused = {error["loc"][-1] for error in answer["errors"] if len(error["loc"]) < 6}
    assert status == 422
    assert {"insights", "resources", "guide"} <= refused
    assert InsightsPack.objects.get().latest_revision is None


def test_event_names_its_pack_only_while_it_is_open(open_pack, closed_pack, anybody):
    packs = [anybody("get", f"pages/{p.event_id}/")[1]["pack"] for p in (open_pack, closed_pack)]

    assert packs == [
        {
            "id": open_pack.pk,
            "type": "wagtail_lift_pages.InsightsPack",
            "title": "What we learnt",
            "url": "http://testserver/conversations/long-ago/what-we-learnt/",
            "guide_url": "http://testserver/conversations/long-ago/what-we-learnt/guide/",
        },
        None,
    ]


@pytest.mark.parametrize("state", ["unpublished", "restricted", "draft title"])
def test_pages_that_are_named_are_public_ones(programme, home, anybody, state):
    pack = make_pack(programme, "HIDDEN pack", slug="hidden-pack", opens_early=True)
    contact = make_programme(home, "HIDDEN contact", slug="hidden-contact")
    reading = make_programme(home, "HIDDEN reading", slug="hidden-reading")
    value = {"title": "Read", "page": reading.pk}
    event = make_event(
        programme,
        contact_page=contact,
        inspired_by=pack,
        reading=json.dumps([{"type": "reading", "id": "r", "value": value}]),
    )
    for page in (pack, contact, reading):
        _hide(page, state)

    status, answer = anybody("get", f"pages/{event.pk}/")

    assert status == 200
    assert "hidden" not in json.dumps(answer).lower()


def _hide(page, state):
    if state == "unpublished":
        page.unpublish()
    elif state == "restricted":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.title = "Shown"
        page.slug = f"shown-{page.pk}"
        page.save()
        page.title = "HIDDEN draft"
        page.save_revision()


@pytest.mark.parametrize("hide", [{"is_listed": False}, {"live": False}])
def test_host_who_is_not_public_is_in_no_answer(programme, anybody, editor, hide):
    hidden = make_host("HIDDEN Sam", **hide)
    event = make_event(programme, hosts=[hidden, make_host("Ada")])

    answers = [caller("get", f"pages/{event.pk}/")[1] for caller in (anybody, editor)]

    row = event.event_hosts.get(host__name="Ada")
    rows = [{"id": row.pk, "host_id": row.host_id, "role": "host", "line": ""}]
    assert [answer["event_hosts"] for answer in answers] == [rows, rows]
    assert [[h["name"] for h in answer["hosts"]] for answer in answers] == [["Ada"], ["Ada"]]


def test_draft_is_for_its_editors_alone(event, programme, home, make_editor, client_of, anybody):
    draft = EventPage.objects.get(pk=event.pk)
    draft.summary = "DRAFT"
    draft.save_revision()
    other = make_programme(home, "Others")
    author = client_of(make_editor("author", programme, "change"))
    stranger = client_of(make_editor("stranger", other, "change"))
    path = f"pages/{event.pk}/?version=draft"

    answers = [caller("get", path) for caller in (anybody, stranger, author)]

    assert [(status, answer.get("summary")) for status, answer in answers] == [
        (200, event.summary),
        (404, None),
        (200, "DRAFT"),
    ]


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_event_that_is_not_public_is_not_found(event, anybody, hide):
    if hide == "unpublish":
        event.unpublish()
    else:
        PageViewRestriction.objects.create(page=event, restriction_type="login")

    status, _ = anybody("get", f"pages/{event.pk}/")
    _, listed = anybody("get", "pages/?type=wagtail_lift_pages.EventPage")

    assert (status, listed["items"]) == (404, [])


def filterable(model):
    from wagtail.api import APIField

    return sorted({field.name for field in APIField.get_fields_for_model(model, True)})


@pytest.mark.parametrize("value", ["garbage", "2027-13-45", "99999999999999999999", "\x00"])
@pytest.mark.parametrize("model", ["EventPage", "InsightsPack", "EventIndexPage"])
def test_malformed_filter_is_never_our_fault(event, open_pack, anybody, model, value):
    from django.apps import apps

    names = filterable(apps.get_model("wagtail_lift_pages", model))

    answers = {
        name: anybody("get", f"pages/?type=wagtail_lift_pages.{model}&{name}={value}")[0]
        for name in names
    }

    assert {name: code for name, code in answers.items() if code not in (200, 400, 422)} == {}


def test_list_stays_compact(event, anybody):
    _, answer = anybody("get", "pages/?type=wagtail_lift_pages.EventPage")

    assert [set(item) for item in answer["items"]] == [{"id", "title", "meta"}]


def test_list_costs_the_same_for_one_event_and_for_twenty(programme, anybody):
    path = "pages/?type=wagtail_lift_pages.EventPage"
    counts = []
    for number in range(1, 21):
        make_event(programme, f"Event {number}")
        if number in (1, 3, 20):
            anybody("get", path)  # what Wagtail caches is cached for all
            with CaptureQueriesContext(connection) as queries:
                anybody("get", path)
            counts.append(len(queries))

    assert counts == [8, 8, 8]  # two of them for the cache, as in version 2
