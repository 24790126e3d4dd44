"""What an event costs, what it points to and whom to tell, written and read in version 3."""

import pytest
from wagtail.models import Page

from tests.factories import make_event
from wagtail_lift.pages.models import EventPage

CODE = "https://example.org/code/"


def sent(**fields):
    """Return the body of a request that publishes."""
    return {**fields, "meta": {"action": "publish"}}


def test_cost_is_written_and_read_with_its_words(event, editor, anybody):
    fields = {
        "cost_kind": "range",
        "cost_amount": "5.00",
        "cost_up_to": 12.5,
        "cost_currency": "eur",
        "cost_note": "Concessions 3 euro",
        "cost_url": "https://pay.example.org/",
    }

    status, _ = editor("patch", f"pages/{event.pk}/", sent(**fields))

    _, seen = anybody("get", f"pages/{event.pk}/")
    assert status == 200
    assert seen["cost"] == {
        "kind": "range",
        "label": "€5 to €12.50",
        "amount": "5.00",
        "up_to": "12.50",
        "currency": "EUR",
        "note": "Concessions 3 euro",
        "url": "https://pay.example.org/",
    }
    assert (seen["cost_amount"], seen["cost_up_to"]) == ("5.00", "12.50")
    assert editor("patch", f"pages/{event.pk}/", sent(cost_amount=seen["cost_amount"]))[0] == 200


def test_amount_without_a_currency_is_in_that_of_the_programme(programme, event, editor):
    programme.default_currency = "GBP"
    programme.save()

    _, seen = editor("patch", f"pages/{event.pk}/", sent(cost_kind="amount", cost_amount="7"))

    assert (seen["cost_currency"], seen["cost"]["label"]) == ("GBP", "£7")


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"cost_kind": "amount", "cost_currency": "EUR"}, "cost_amount", "Enter the amount."),
        (
            {"cost_kind": "amount", "cost_amount": "-1", "cost_currency": "EUR"},
            "cost_amount",
            "An amount cannot be below zero.",
        ),
        (
            {"cost_kind": "amount", "cost_amount": "1", "cost_currency": "XQQ"},
            "cost_currency",
            "This currency is not known. Enter its three letters, for example EUR or GBP.",
        ),
        (
            {"cost_kind": "donation"},
            "cost_url",
            "Enter the address of the page where people donate.",
        ),
    ],
)
def test_half_a_cost_is_refused_at_its_field_and_kept_in_a_draft(
    event, editor, fields, place, message
):
    refused, answer = editor("patch", f"pages/{event.pk}/", sent(**fields))
    drafted, _ = editor("patch", f"pages/{event.pk}/", fields)

    assert refused == 422
    assert [(e["loc"][-1], e["msg"]) for e in answer["errors"]] == [(place, message)]
    assert drafted == 200
    assert EventPage.objects.get(pk=event.pk).cost_kind == ""


def test_conduct_of_a_programme_is_read_on_its_events(programme, event, editor, anybody):
    fields = {"conduct_url": CODE, "safeguarding_name": "Ada", "safeguarding_phone": "0300 1"}

    status, _ = editor("patch", f"pages/{programme.pk}/", sent(**fields))

    _, seen = anybody("get", f"pages/{event.pk}/")
    assert status == 200
    assert (seen["code_of_conduct"], seen["conduct_url"]) == (CODE, "")
    assert seen["safeguarding"] == {"name": "Ada", "email": "", "phone": "0300 1"}


def test_code_that_is_a_page_is_named_only_while_it_is_public(programme, event, editor, anybody):
    code = programme.get_parent().add_child(instance=Page(title="Our code"))
    editor("patch", f"pages/{programme.pk}/", sent(conduct_page_id=code.pk))
    _, before = anybody("get", f"pages/{event.pk}/")
    code.unpublish()

    _, after = anybody("get", f"pages/{event.pk}/")
    _, above = anybody("get", f"pages/{programme.pk}/")

    assert before["code_of_conduct"] == code.full_url
    assert (after["code_of_conduct"], above["conduct_page"]) == ("", None)


def test_related_events_are_written_as_blocks_and_read_with_their_status(
    programme, event, editor, anybody
):
    other = make_event(programme, "Other", start_date=None, start_time=None, end_time=None)
    draft = make_event(programme, "Secret draft", live=False)
    blocks = [{"type": "event", "value": page.pk, "id": str(page.pk)} for page in (draft, other)]

    status, _ = editor("patch", f"pages/{event.pk}/", sent(related_events=blocks))

    _, seen = anybody("get", f"pages/{event.pk}/")
    assert status == 200
    assert seen["related_events"] == blocks
    shown = [(card["title"], card["status"], card["url"]) for card in seen["related"]]
    assert shown == [("Other", "date_to_come", other.full_url)]


def test_related_page_that_is_no_event_is_refused_at_its_block(programme, event, editor):
    blocks = [{"type": "event", "value": programme.pk, "id": "a"}]

    status, answer = editor("patch", f"pages/{event.pk}/", sent(related_events=blocks))

    assert status == 422
    assert [error["msg"] for error in answer["errors"]] == ["Choose the page of an event."]
