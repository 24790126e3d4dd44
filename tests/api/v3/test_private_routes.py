"""Private values of events: read and written by whoever may edit, on a route of their own."""

import pytest
from wagtail.models import Locale

from tests.api.conftest import JOIN_URL
from tests.factories import make_event, make_host, make_programme
from wagtail_lift.pages.models import EventHost, EventPage


@pytest.fixture
def french(db):
    return Locale.objects.create(language_code="fr")


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


def event_route(page):
    return f"lift/events/{page.pk}/private/"


def reloaded(page):
    return type(page).objects.get(pk=page.pk)


def test_editor_reads_the_private_values_of_an_event(event, running_order, editor):
    sam = make_host("Sam", is_listed=False)
    row = EventHost.objects.create(page=event, host=sam, line="Quietly", sort_order=9)

    status, answer = editor("get", event_route(event))

    assert status == 200
    assert answer == {
        "id": event.pk,
        "join_url": JOIN_URL,
        "running_order": running_order,
        "unlisted_hosts": [
            {
                "id": row.pk,
                "host_id": sam.pk,
                "name": "Sam",
                "role": "host",
                "line": "Quietly",
            }
        ],
    }


def test_row_without_a_host_is_told_to_an_editor(event, editor):
    row = EventHost.objects.create(page=event, host=None, line="To be found", sort_order=9)

    _, answer = editor("get", event_route(event))

    assert answer["unlisted_hosts"] == [
        {"id": row.pk, "host_id": None, "name": "", "role": "host", "line": "To be found"}
    ]


def test_change_of_a_published_event_is_a_draft(event, running_order, editor):
    changes = {"join_url": "https://new.example.org", "running_order": running_order[1:]}

    status, answer = editor("patch", event_route(event), changes)

    expected = {
        "id": event.pk,
        "join_url": "https://new.example.org",
        "running_order": running_order[1:],
        "unlisted_hosts": [],
    }
    _, live = editor("get", event_route(event))
    _, draft = editor("get", f"{event_route(event)}?version=draft")
    assert (status, answer, draft) == (200, expected, expected)
    assert live == {**expected, "join_url": JOIN_URL, "running_order": running_order}


def test_change_of_an_event_is_published_if_asked(event, editor):
    changes = {"running_order": [], "meta": {"action": "publish"}}

    editor("patch", event_route(event), changes)

    _, live = editor("get", event_route(event))
    assert live["running_order"] == []
    assert live["join_url"] == JOIN_URL
    assert not reloaded(event).has_unpublished_changes


def test_change_of_an_event_is_logged_as_an_edit_without_its_values(event, editor, superuser):
    from wagtail.log_actions import registry

    editor("patch", event_route(event), {"join_url": "https://new.example.org"})

    entry = registry.get_logs_for_instance(event).latest("pk")
    assert (entry.action, entry.user) == ("wagtail.edit", superuser)
    assert "new.example.org" not in f"{entry.data} {entry.label}"


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"join_url": "no address"}, ["join_url"], "Enter a valid URL."),
        (
            {"join_url": "https://meet.example.org/\x00"},
            ["join_url"],
            "Null characters are not allowed.",
        ),
        (
            {"running_order": [{"type": "question_note", "value": {"question": "gone"}}]},
            ["running_order", 0, "value", "question"],
            "This event has no question with this id.",
        ),
        (
            {"running_order": [{"type": "poem", "value": ""}]},
            ["running_order", 0, "type"],
            "Send one of these types of block: part, break, question_note.",
        ),
        (
            {"running_order": [{"type": "part", "value": {"minutes": 601}}]},
            ["running_order", 0, "value", "minutes"],
            "Ensure this value is less than or equal to 600.",
        ),
        (
            {"summary": "x"},
            ["summary"],
            "There is no “summary” here.",
        ),
    ],
)
def test_mistake_in_private_values_is_answered_at_its_place(event, editor, changes, place, message):
    status, answer = editor("patch", event_route(event), changes)

    assert (status, errors(answer)) == (422, [(place, message)])
    assert reloaded(event).latest_revision is None


def test_publishing_private_values_of_an_event_with_a_mistake_names_the_field(event, editor):
    EventPage.objects.filter(pk=event.pk).update(timezone="Nowhere/At_all")

    status, answer = editor("patch", event_route(event), {"meta": {"action": "publish"}})

    assert status == 422
    assert [place for place, _ in errors(answer)] == [["timezone"]]


def test_alias_has_no_private_values_of_its_own(event, programme, editor):
    alias = event.create_alias(parent=programme, update_slug="alias")

    status, answer = editor("patch", event_route(alias), {"join_url": ""})

    message = f"This page is an alias. Change page {event.pk}, which it shows."
    assert (status, errors(answer)) == (422, [(["__all__"], message)])


@pytest.mark.parametrize("method", ["get", "patch"])
def test_private_values_of_an_event_need_a_token(event, anybody, method):
    status, answer = anybody(method, event_route(event), {} if method == "patch" else None)

    assert (status, answer["detail"]) == (401, "Unauthorized")


@pytest.mark.parametrize("method", ["get", "patch"])
def test_private_values_of_an_event_are_not_for_the_editor_of_another_programme(
    event, home, make_editor, client_of, method
):
    other = make_programme(home, "Others")
    make_event(other)
    stranger = client_of(make_editor("stranger", other, "add", "change", "publish"))

    status, answer = stranger(method, event_route(event), {} if method == "patch" else None)

    assert (status, answer["detail"]) == (404, "No Page matches the given query.")
    assert reloaded(event).latest_revision is None


def test_private_values_of_an_event_are_not_for_whoever_may_only_publish(
    event, programme, make_editor, client_of
):
    publisher = client_of(make_editor("publisher", programme, "publish"))

    status, answer = publisher("get", event_route(event))

    assert (status, set(answer)) == (403, {"type", "title", "status", "detail"})


def test_editor_without_the_right_to_publish_leaves_a_draft(
    event, programme, make_editor, client_of
):
    author = client_of(make_editor("author", programme, "change"))

    refused, answer = author("patch", event_route(event), {"meta": {"action": "publish"}})
    drafted, _ = author("patch", event_route(event), {"join_url": "https://a.example.org"})

    assert (refused, answer["detail"]) == (403, "You do not have permission to publish this page.")
    assert drafted == 200
    assert reloaded(event).join_url == JOIN_URL


def test_locked_event_keeps_its_private_values(event, editor, visitor, settings):
    settings.WAGTAILADMIN_GLOBAL_EDIT_LOCK = True
    EventPage.objects.filter(pk=event.pk).update(locked=True, locked_by=visitor)

    status, answer = editor("patch", event_route(event), {"join_url": ""})

    assert (status, answer["detail"]) == (403, "The event could not be saved as it is locked.")


def test_running_order_that_was_read_is_sent_back_unchanged(event, editor):
    _, before = editor("get", event_route(event))

    status, after = editor("patch", event_route(event), {"running_order": before["running_order"]})

    assert (status, after) == (200, before)


def test_rich_text_of_a_running_order_is_taken_with_care_and_in_each_format(event, editor):
    hostile = '<p onclick="x()">Hello <script>x()</script><b>you</b></p>'
    markdown = {"format": "db_markdown", "content": "Hello **you**"}
    blocks = [{"type": "part", "value": {"what_to_say": text}} for text in (hostile, markdown)]

    _, answer = editor("patch", event_route(event), {"running_order": blocks})

    texts = [block["value"]["what_to_say"] for block in answer["running_order"]]
    assert ["script" in text or "onclick" in text for text in texts] == [False, False]
    assert ["<b>you</b>" in text for text in texts] == [True, True]


def test_private_values_of_a_translation_are_refused_and_the_page_is_named(event, editor, french):
    translation = event.copy_for_translation(french, copy_parents=True)
    note = {"type": "part", "id": "p", "value": {"title": "Arrive", "minutes": 10}}
    changes = {"running_order": [note], "join_url": "https://meet.example.org/other"}

    _, answer = editor("get", event_route(translation))
    sent_back, _ = editor("patch", event_route(translation), answer)
    status, refused = editor("patch", event_route(translation), changes)

    message = f"Private values are kept with the dates, on page {event.pk}."
    assert (answer["join_url"], answer["running_order"]) == ("", [])
    assert (sent_back, status) == (200, 422)
    assert errors(refused) == [(["join_url"], message), (["running_order"], message)]


def test_page_that_is_no_event_has_no_private_values(programme, editor):
    status, answer = editor("get", event_route(programme))

    assert (status, answer["detail"]) == (404, "This page is no event.")
