"""Lists through GraphQL are the lists of the site, and cost no more for more events."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_host, make_image, make_pack, when
from wagtail_lift.lists.events import list_events

LIST = """query ($programme: ID, $tag: [String!], $mode: [LiftAttendanceMode!],
    $status: [LiftStatus!], $when: LiftPart, $from: Date, $to: Date, $q: String,
    $each: Boolean, $page: Int) {
    liftEvents(programme: $programme, tag: $tag, mode: $mode, status: $status, when: $when,
            fromDay: $from, toDay: $to, q: $q, eachDate: $each, page: $page) {
        hasNext items { date { key } event { title } }
    }
}"""


def titles(answer):
    return [item["event"]["title"] for item in answer["liftEvents"]["items"]]


@pytest.fixture
def several(programme, now):
    """Events to come, past and repeating."""
    make_event(programme, "Far", topics=["Care"], **when(now + timedelta(days=20)))
    make_event(programme, "Near", attendance_mode="online", **when(now + timedelta(days=2)))
    make_event(programme, "Past", **when(now - timedelta(days=2)))
    make_event(
        programme,
        "Weekly",
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        **when(now + timedelta(days=5)),
    )


@pytest.mark.parametrize(
    ("variables", "query"),
    [
        ({}, "when=upcoming"),
        ({"when": "PAST"}, "when=past"),
        ({"tag": ["care"]}, "when=upcoming&tag=care"),
        ({"tag": ["nothing"]}, "when=upcoming&tag=nothing"),
        ({"mode": ["ONLINE"]}, "when=upcoming&mode=online"),
        ({"status": ["CANCELLED"]}, "when=upcoming&status=cancelled"),
        ({"status": ["DROP_IN", "CANCELLED"]}, "when=upcoming&status=drop_in,cancelled"),
        ({"each": True}, "when=upcoming&each=date"),
        ({"from": "2026-12-01"}, "when=upcoming&from=2026-12-01"),
        ({"to": "2026-12-01"}, "when=upcoming&to=2026-12-01"),
        ({"page": 2}, "when=upcoming&page=2"),
    ],
)
def test_list_holds_what_the_list_on_the_site_holds(
    programme, several, ask, rf, now, settings, variables, query
):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 2

    answer = ask(LIST, programme=programme.pk, **variables)

    listing = list_events(programme, rf.get(f"/?{query}"), now)
    part = listing.past if variables.get("when") == "PAST" else listing.upcoming
    assert titles(answer) == [card.title for card in part.items]
    assert answer["liftEvents"]["hasNext"] == part.has_next


def test_list_of_the_whole_site_needs_no_programme(programme, several, ask):
    assert titles(ask(LIST)) == ["Near", "Weekly", "Far"]


@pytest.mark.parametrize("page", [0, -1, 10_001, 2_000_000_000])
def test_page_that_no_list_has_is_empty(programme, several, ask, page):
    assert ask(LIST, page=page)["liftEvents"] == {"items": [], "hasNext": False}


@pytest.mark.parametrize("word", ["x\x00", "\ud800"])
@pytest.mark.parametrize("name", ["q", "tag"])
def test_text_that_no_database_takes_is_refused(client, programme, several, name, word):
    variables = {name: [word] if name == "tag" else word}

    response = client.post(
        "/graphql/", {"query": LIST, "variables": variables}, content_type="application/json"
    )

    assert response.json()["data"] is None
    assert "not allowed" in response.json()["errors"][0]["message"]


@pytest.mark.parametrize("key", ["0", "-1", "x", "99999999999", "2147483648", "\x00", "１"])
def test_id_that_no_page_has_is_answered_with_nothing(programme, ask, key):
    query = "query ($id: ID!) { liftEvent(id: $id) { title } liftPack(id: $id) { title } }"

    assert ask(query, id=key) == {"liftEvent": None, "liftPack": None}


BOUNDED = """{ liftEvents { items {
    date { key url status place attendanceMode }
    event { title url language summary status statusUntil stage bookingState startsAt endsAt
        recurrenceText dates { key } leadImage { alt rendition { url } }
        hosts { name url photo { alt } } questions { question why } topics { slug label }
        audiences { label } accessFeatures { value } bookingLink contact { name }
        pack { title guideUrl } inspiredBy { title } body { type value } }
} } }"""


def test_number_of_queries_does_not_grow_with_the_events(
    programme, ask, now, django_assert_max_num_queries
):
    ada = make_host("Ada Bell")
    inspiration = make_pack(programme, "Elsewhere", opens_early=True)

    def add(number):
        make_event(
            programme,
            f"Event {number}",
            hosts=[ada],
            topics=["Care"],
            inspired_by=inspiration,
            lead_image=make_image(f"Room {number}"),
            **when(now + timedelta(days=number)),
        )

    def count():
        with CaptureQueriesContext(connection) as queries:
            ask(BOUNDED)
        return len(queries)

    add(1)
    ask(BOUNDED)
    one = count()
    add(2)
    add(3)
    ask(BOUNDED)

    assert count() == one
    assert one <= 25


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "{ " + " ".join(f"a{n}: liftEvents {{ hasNext }}" for n in range(11)) + " }",
            "Ask for at most 10 fields of the root.",
        ),
        (
            "query { ...f } fragment f on Query { "
            + " ".join(f"a{n}: liftEvents {{ hasNext }}" for n in range(11))
            + " }",
            "Ask for at most 10 fields of the root.",
        ),
        (
            "{ page(id: 1) " + "{ children " * 13 + "{ id }" + " }" * 13 + " }",
            "exceeds maximum operation depth of 12",
        ),
    ],
)
def test_query_that_asks_for_too_much_is_refused(client, db, query, message):
    response = client.post("/graphql/", {"query": query}, content_type="application/json")

    assert response.status_code == 400
    assert message in response.json()["errors"][0]["message"]
