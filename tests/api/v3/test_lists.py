"""Lists are filtered and sorted by what everybody reads; whatever makes no sense is a 400."""

import pytest

from tests.conftest import searches_at_once

EVENTS = "type=wagtail_lift_pages.EventPage"
PACKS = "type=wagtail_lift_pages.InsightsPack"
UNKNOWN = "Neither a field to filter by nor anything else that this list takes."


def refused(answer):
    status, body = answer
    return status, [(error["loc"], error["msg"]) for error in body.get("errors", ())]


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        (f"{EVENTS}&nonsense=1", "nonsense", UNKNOWN),
        (f"{EVENTS}&start_date__gte=2027-01-01", "start_date__gte", UNKNOWN),
        (f"{EVENTS}&status=drop_in", "status", UNKNOWN),
        (f"{EVENTS}&pk=1", "pk", UNKNOWN),
        (f"{EVENTS}&type=wagtail_lift_pages.EventIndexPage&timezone=UTC", "timezone", UNKNOWN),
        (
            f"{EVENTS}&join_link_minutes=x",
            "join_link_minutes",
            "Field 'join_link_minutes' expected a number but got 'x'.",
        ),
        (f"{EVENTS}&step_free=maybe", "step_free", "Send true or false."),
        (
            f"{EVENTS}&start_date=garbage",
            "start_date",
            "“garbage” value has an invalid date format. It must be in YYYY-MM-DD format.",
        ),
        (
            EVENTS + "&topics=x" * 11,
            "topics",
            "Ask for at most 10 tags at once.",
        ),
        (f"{EVENTS}&order=nonsense", "order", "“nonsense” is no field to sort by."),
        (f"{EVENTS}&order=-topics", "order", "“-topics” is no field to sort by."),
        (f"{EVENTS}&order=event_hosts", "order", "“event_hosts” is no field to sort by."),
    ],
)
def test_filter_that_makes_no_sense_is_a_bad_request(event, anybody, editor, query, name, message):
    answers = [caller("get", f"pages/?{query}") for caller in (anybody, editor)]

    assert [refused(answer) for answer in answers] == [(400, [([name], message)])] * 2


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (f"{EVENTS}&event_hosts=1", "event_hosts"),
        (f"{EVENTS}&inspired_by=1", "inspired_by"),
        (f"{EVENTS}&contact_page=1", "contact_page"),
        (f"{EVENTS}&conversation=x", "conversation"),
        (f"{PACKS}&event=1", "event"),
        (f"{PACKS}&people_count=12", "people_count"),
        (f"{PACKS}&introduction=x", "introduction"),
        (f"{PACKS}&order=people_count", "order"),
        ("type=testapp.Gathering&inspired_by=1", "inspired_by"),
    ],
)
def test_filter_that_would_tell_what_is_held_back_is_refused(closed_pack, anybody, query, name):
    status, answer = anybody("get", f"pages/?{query}")

    assert (status, [error["loc"] for error in answer["errors"]]) == (400, [[name]])


def test_editor_filters_and_sorts_by_what_is_held_back_from_others(closed_pack, editor):
    query = f"{PACKS}&event={closed_pack.event_id}&people_count=12&order=people_count"

    status, answer = editor("get", f"pages/?{query}")

    assert (status, [item["id"] for item in answer["items"]]) == (200, [closed_pack.pk])


def test_public_columns_and_tags_filter_and_sort(event, coming_event, anybody):
    found = f"{EVENTS}&topics=care&topics=kindness&start_date={event.start_date}&order=-title"

    status, answer = anybody("get", f"pages/?{found}&locale=en&limit=5&offset=0&child_of=root")
    _, below = anybody("get", f"pages/?{found}&limit=5")
    _, everything = anybody("get", f"pages/?{EVENTS}&order=random")

    assert (status, answer["items"]) == (200, [])
    assert [item["id"] for item in below["items"]] == [event.pk]
    assert {item["id"] for item in everything["items"]} == {event.pk, coming_event.pk}


def test_hosts_are_filtered_as_pages_are(event, editor):
    path = "snippets/wagtail_lift.HostProfile/?"

    _, found = editor("get", f"{path}name=Bo Carr&order=name&rich_text_format=html")
    answers = [editor("get", f"{path}{query}") for query in ("email=x", "order=links", "nope=1")]

    assert [item["name"] for item in found["items"]] == ["Bo Carr"]
    assert [refused(answer)[0] for answer in answers] == [400, 400, 400]


@pytest.mark.parametrize("search", ["%20", "%22", "(((", "*"])
def test_search_for_no_word_finds_nothing(event, anybody, search):
    status, answer = anybody("get", f"pages/?{EVENTS}&search={search}")

    assert (status, answer["items"]) == (200, [])


@searches_at_once
@pytest.mark.parametrize(
    "query",
    [
        f'{EVENTS}&search="Kindness! (at) work',
        f"{EVENTS}&search=work cats&search_operator=or",
        f"{EVENTS}&search=work&topics=care&order=title&attendance_mode=in_person",
    ],
)
def test_search_goes_with_filters_and_order(indexed, event, coming_event, anybody, query):
    status, answer = anybody("get", f"pages/?{query}")

    assert (status, [item["id"] for item in answer["items"]]) == (200, [event.pk])


@searches_at_once
@pytest.mark.parametrize("types", ["", f"&{PACKS}"])
def test_closed_pack_is_found_by_its_title_and_its_editors_alone(
    indexed, closed_pack, anybody, editor, types
):
    answers = [
        [item["id"] for item in caller("get", f"pages/?search={words}{types}")[1]["items"]]
        for words in ("shall learn", "closed")
        for caller in (anybody, editor)
    ]

    assert answers == [[], [closed_pack.pk], [], []]


@searches_at_once
def test_hosts_are_searched_as_pages_are(indexed, event, editor):
    _, answer = editor("get", 'snippets/wagtail_lift.HostProfile/?search="Ada&kind=person')

    assert [item["name"] for item in answer["items"]] == ["Ada Bell"]
