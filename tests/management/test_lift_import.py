"""The command that imports a file of events."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_programme
from wagtail_lift.pages.models import EventPage

ONE = {"title": "Kindness", "start_date": "2019-06-03", "start_time": "12:30", "colour": "blue"}
WEEKLY = {"title": "Weekly", **{k: ONE[k] for k in ("start_date", "start_time")}}
WEEKLY["recurrence_rule"] = "FREQ=WEEKLY;COUNT=2"
UNDATED = {"title": "Some day"}
WRONG = {"title": "Wrong", "start_date": "soon"}
TYPE = "wagtail_lift_pages.EventPage"


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def run(programme, tmp_path, capsys):
    """Return a function that imports records and returns what was printed."""

    def call(*records, text=None, below=None, **options):
        path = tmp_path / "events.json"
        path.write_text(json.dumps(records) if text is None else text)
        options = {"type": TYPE, **options}
        try:
            call_command("lift_import", str(path), below=below or programme.pk, **options)
        finally:
            call.printed = capsys.readouterr().out.splitlines()
        return call.printed

    return call


def test_each_event_is_named_with_its_dates_and_what_was_left(run):
    assert run(ONE, WEEKLY, UNDATED) == [
        "Created: Kindness (kindness), 2019-06-03 12:30",
        "    “colour” is no field of an event: left out.",
        "Created: Weekly (weekly), 2 dates, 2019-06-03 12:30 to 2019-06-10",
        "Created: Some day (some-day), without a date",
        "3 created, 0 were there, 0 refused.",
    ]
    assert EventPage.objects.live().count() == 3


def test_dry_run_says_what_would_be_created(run):
    assert run(ONE, dry_run=True) == [
        "Would create: Kindness (kindness), 2019-06-03 12:30",
        "    “colour” is no field of an event: left out.",
        "1 would be created, 0 are there, 0 refused.",
    ]
    assert not EventPage.objects.exists()


def test_refused_event_stops_no_other_and_fails_the_command(run):
    with pytest.raises(CommandError, match="Correct what was refused and run this again"):
        run(WRONG, WEEKLY)

    assert run.printed[0] == "Refused: Wrong (wrong)"
    assert "invalid date format" in run.printed[1]
    assert run.printed[-1] == "1 created, 0 were there, 1 refused."


def test_second_run_leaves_what_is_there(run):
    run(ONE)

    assert run(ONE) == ["There already: Kindness (kindness)", "0 created, 1 were there, 0 refused."]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "{"}, "The file is not JSON"),
        ({"text": "{}"}, "The file must hold a list of events"),
        ({"text": "[1]"}, "The file must hold a list of events"),
        ({"below": 1}, "Page 1 is no programme"),
        ({"below": 4711}, "Page 4711 is no programme"),
        ({"type": "auth.User"}, r"Choose a page type with --type: .*wagtail_lift_pages\.EventPage"),
        ({"type": None}, "Choose a page type with --type"),
    ],
)
def test_senseless_words_are_answered(run, options, message):
    with pytest.raises(CommandError, match=message):
        run(**options)


def test_file_that_is_missing_is_named(programme):
    with pytest.raises(CommandError, match=r"cannot be read: .*none\.json"):
        call_command("lift_import", "none.json", below=programme.pk, type=TYPE)


def test_slug_that_stands_twice_in_the_file_is_named(run):
    with pytest.raises(CommandError, match="Several events in the file have the slug “weekly”"):
        run(WEEKLY, {**WEEKLY, "summary": "Another"})

    assert not EventPage.objects.exists()


CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:one@example.org
SUMMARY:Kindness
DTSTART:20270120T190000
DTEND:20270120T200000
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
SUMMARY:Each hour
DTSTART:20270120T190000Z
RRULE:FREQ=HOURLY
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def take(programme, tmp_path, capsys):
    """Return a function that imports a file by its name and returns what was printed."""

    def call(name, content, **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        try:
            call_command("lift_import", str(path), below=programme.pk, **{"type": TYPE, **options})
        finally:
            call.printed = capsys.readouterr().out.splitlines()
        return call.printed

    return call


@pytest.mark.parametrize("dry_run", [True, False])
def test_calendar_is_taken_as_drafts_and_tells_what_was_refused(take, dry_run):
    with pytest.raises(CommandError, match="Correct what was refused"):
        take("events.ics", CALENDAR, dry_run=dry_run)

    assert take.printed == [
        "New: Kindness (entry 1), 2027-01-20 19:00",
        "Refused: Each hour (entry 2)",
        "    Dates repeat daily, weekly, monthly or yearly. Add further times of a day as dates.",
    ]
    assert [page.live for page in EventPage.objects.all()] == ([] if dry_run else [False])


def test_table_is_taken_with_the_columns_that_are_named(take):
    table = "Was;Wann;Nie\nKindness;2027-01-20;x\n"

    printed = take("events.csv", table, columns="title,start_date,", publish=False)

    assert printed[0] == "Columns: title,start_date,"
    assert printed[1] == "New: Kindness (row 2), without a date"
    assert str(EventPage.objects.get().start_date) == "2027-01-20"


def test_calendar_is_published_where_that_is_asked_for(take):
    take(
        "events.ics",
        CALENDAR[: CALENDAR.index("BEGIN:VEVENT\nUID:two")] + "END:VCALENDAR\n",
        publish=True,
    )

    assert EventPage.objects.get().live


def test_file_that_is_none_is_refused_in_words(take):
    with pytest.raises(CommandError, match="no iCalendar file"):
        take("events.ics", "hello")
    with pytest.raises(CommandError, match="spreadsheet or an archive"):
        take("events.csv", b"PK\x03\x04")
