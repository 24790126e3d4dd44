"""What version 3 answers about the dates that were sent."""


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
