"""What version 3 answers about the dates that were sent."""

import pytest


def test_event_over_midnight_needs_no_day_of_its_end(new_event, editor):
    new_event |= {"start_time": "22:00", "end_time": "01:00"}

    status, created = editor("post", "pages/", new_event)

    assert (status, created["end_date"]) == (201, None)
    assert (created["starts_at"], created["ends_at"]) == (
        "2027-06-01T21:00:00Z",
        "2027-06-02T00:00:00Z",
    )


def test_rule_that_is_sent_comes_back_in_words_too(new_event, editor):
    new_event["recurrence_rule"] = "FREQ=MONTHLY;BYDAY=1TU"

    _, created = editor("post", "pages/", new_event)

    assert created["recurrence_text"] == "every first Tuesday of the month"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"start_date": "20 Jan 2027"}, ["start_date"]),
        ({"start_date": "tomorrow"}, ["start_date"]),
        ({"start_date": "20/1/2027"}, ["start_date"]),
        ({"start_time": "7pm"}, ["start_time"]),
        ({"booking_opens_date": "20 Jan 2027"}, ["booking_opens_date"]),
        (
            {"added_dates": [{"type": "date", "value": {"start_date": "20 Jan 2027"}}]},
            ["added_dates", 0, "value", "start_date"],
        ),
        ({"skipped_dates": [{"type": "date", "value": "tomorrow"}]}, ["skipped_dates", 0, "value"]),
    ],
)
def test_words_for_dates_are_for_people_and_not_for_programs(editor, new_event, changes, place):
    status, answer = editor("post", "pages/", {**new_event, **changes})

    assert status == 422
    assert [error["loc"][-len(place) :] for error in answer["errors"]] == [place]
