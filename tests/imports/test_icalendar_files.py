"""iCalendar as others write it, and as nobody should."""

import pytest

from wagtail_lift.imports.icalendar_files import read_icalendar
from wagtail_lift.imports.limits import Deadline, FileRefused

START = "DTSTART;TZID=Europe/London:20270120T190000"
END = "DTEND;TZID=Europe/London:20270120T203000"
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=5"
ON_THE_CLOCK = {
    "title": "Talk",
    "start_date": "2027-01-20",
    "start_time": "19:00",
    "end_time": "20:30",
    "timezone": "Europe/London",
}


def event(*lines, uid="one"):
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Talk", *lines, "END:VEVENT", ""))


def read(*events, head="", deadline=None):
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(events)}END:VCALENDAR\r\n"
    return read_icalendar(
        text.encode(), timezone="Europe/London", deadline=deadline or Deadline(60)
    )


def only(*events, **options):
    (entry,) = read(*events, **options).entries
    return entry


def told(*lines, **options):
    entry = only(event(*lines), **options)
    assert entry.faults == ()
    return dict(entry.told)


def test_event_with_a_zone_keeps_its_clock():
    entry = only(event(START, END))

    assert (entry.uid, entry.place, entry.told) == ("one", "entry 1", ON_THE_CLOCK)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("/example.org/20240101_1/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
    ],
)
def test_zone_is_known_by_the_names_of_others(name, known):
    assert told(f"DTSTART;TZID={name}:20270120T190000")["timezone"] == known


def test_zone_that_nobody_knows_is_refused():
    entry = only(event('DTSTART;TZID="Customized Time Zone":20270120T190000'))

    assert entry.faults == ("Its time zone “Customized Time Zone” is not known.",)
    assert entry.title == "Talk"


def test_utc_and_floating_times_of_one_date_are_in_the_zone_of_the_programme():
    summer = told("DTSTART:20270620T180000Z", "DURATION:PT90M")
    named = told("DTSTART;TZID=Etc/UTC:20270620T180000", "DURATION:PT90M")
    floating = told("DTSTART:20270620T190000", "DTEND:20270620T203000")

    assert summer == floating == named
    assert (summer["start_time"], summer["end_time"]) == ("19:00", "20:30")


def test_calendar_names_the_zone_of_times_in_utc():
    found = told("DTSTART:20270620T180000Z", head="X-WR-TIMEZONE:Europe/Berlin\r\n")

    assert (found["start_time"], found["timezone"]) == ("20:00", "Europe/Berlin")


def test_series_in_utc_stays_there():
    found = told("DTSTART:20270620T180000Z", WEEKLY)

    assert (found["start_time"], found["timezone"]) == ("18:00", "UTC")


def test_end_on_another_day_and_length_are_taken():
    night = told(START, "DTEND;TZID=Europe/Paris:20270121T020000")

    assert (night["end_date"], night["end_time"]) == ("2027-01-21", "01:00")
    assert told(START, "DURATION:P1DT1H")["end_date"] == "2027-01-21"


def test_rule_and_days_left_out_are_taken():
    found = told(START, END, WEEKLY, "EXDATE:20270127T190000Z", "EXDATE;VALUE=DATE:20270203")

    assert found["recurrence_rule"] == "FREQ=WEEKLY;COUNT=5"
    assert found["skipped_dates"] == ["2027-01-27", "2027-02-03"]


def test_further_dates_are_added():
    found = told(
        START,
        "RDATE;TZID=Europe/London:20270301T190000,20270302T200000",
        "RDATE;VALUE=DATE:20270401",
    )

    assert found["added_dates"] == [
        {"start_date": "2027-03-01"},
        {"start_date": "2027-03-02", "start_time": "20:00"},
        {"start_date": "2027-04-01"},
    ]


def test_date_of_a_series_that_was_moved_is_left_out_and_added():
    moved = event(
        "RECURRENCE-ID:20270127T190000Z", "DTSTART:20270128T180000Z", "DTEND:20270128T190000Z"
    )

    entry = only(event(START, END, WEEKLY), moved)

    assert entry.told["skipped_dates"] == ["2027-01-27"]
    assert entry.told["added_dates"] == [
        {
            "start_date": "2027-01-28",
            "start_time": "18:00",
            "end_date": "2027-01-28",
            "end_time": "19:00",
        }
    ]
    assert entry.notes == ()


def test_date_of_a_series_that_was_cancelled_is_left_out_and_told():
    off = event("RECURRENCE-ID:20270127T190000Z", START, "STATUS:CANCELLED")

    entry = only(event(START, END, WEEKLY), off)

    assert entry.told["skipped_dates"] == ["2027-01-27"]
    assert entry.notes == ("Cancelled there, so it is left out: 2027-01-27.",)


def test_date_with_other_words_at_its_time_is_told():
    same = "DTSTART:20270127T190000Z", "DTEND:20270127T203000Z", "LOCATION:Elsewhere"

    entry = only(event(START, END, WEEKLY), event("RECURRENCE-ID:20270127T190000Z", *same))

    assert "skipped_dates" not in entry.told
    assert entry.notes == ("Its words or place on 2027-01-27 differ there. They were not taken.",)


def test_added_date_that_was_moved_is_where_it_is_now():
    added = event(START, "RDATE:20270301T190000Z")
    moved = event("RECURRENCE-ID:20270301T190000Z", "DTSTART:20270302T190000Z")

    assert only(added, moved).told["added_dates"] == [
        {"start_date": "2027-03-02", "start_time": "19:00"}
    ]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((), "It has no start."),
        (("DTSTART:hello",), "This cannot be read: DTSTART."),
        ((START, "DURATION:PX"), "This cannot be read: DURATION."),
        ((START, "RRULE:FREQ=HOURLY"), "Dates repeat daily, weekly, monthly or yearly."),
        ((START, "RRULE:FREQ=NEVER"), "This cannot be read: RRULE."),
        ((START, WEEKLY, WEEKLY), "It has RRULE more than once."),
        ((START, WEEKLY, "EXRULE:FREQ=YEARLY"), "It leaves out dates by a rule (EXRULE)"),
        ((START, "CLASS:PRIVATE"), "It is marked as private"),
        (("RECURRENCE-ID;RANGE=THISANDFUTURE:20270127T190000Z", START), "It changes all later"),
        ((START, "DURATION:P9999999999D"), "This"),
        (("DTSTART;VALUE=DATE:00010101", "DTEND;VALUE=DATE:00010101"), "This entry cannot be read"),
    ],
)
def test_what_no_event_can_say_is_refused_in_words(lines, fault):
    entry = only(event(*lines))

    assert entry.faults[0].startswith(fault)
    assert entry.title == "Talk"


def test_two_entries_of_one_uid_are_refused():
    assert only(event(START), event(START)).faults == (
        "Two entries of the file have the same UID.",
    )


def test_too_many_dates_are_refused():
    days = ",".join(f"{year}0101T190000Z" for year in range(2100, 2301))

    assert only(event(START, f"RDATE:{days}")).faults[0].startswith("It leaves out more than")


def test_all_day_is_taken_without_a_time():
    entry = only(event("DTSTART;VALUE=DATE:20270120", "DTEND;VALUE=DATE:20270122"))

    assert (entry.told["start_date"], entry.told["end_date"]) == ("2027-01-20", "2027-01-21")
    assert "start_time" not in entry.told
    assert (entry.told["hours"], entry.notes) == ("all_day", ())


def test_time_without_an_end_leaves_it_open():
    assert only(event(START)).told["hours"] == "open_end"


def test_date_of_a_series_that_lasts_all_day_says_so():
    series = event(START, END, "RRULE:FREQ=WEEKLY")
    whole = event("RECURRENCE-ID:20270127T190000Z", "DTSTART;VALUE=DATE:20270127")

    assert only(series, whole).told["added_dates"] == [
        {"start_date": "2027-01-27", "hours": "all_day"}
    ]


def test_words_place_and_topics_are_taken():
    lines = (
        *("LOCATION:Old library\\, 5 Market Street\\nTown", "URL:https://example.org/talk"),
        *("CATEGORIES:care,work", "CATEGORIES:care", "DESCRIPTION:Come\\nand talk."),
    )

    found = told(START, *lines)

    assert (found["venue_name"], found["venue_address"]) == ("Old library", "5 Market Street\nTown")
    assert (found["summary"], found["topics"]) == ("Come and talk.", ["care", "work"])
    assert found["contact_url"] == "https://example.org/talk"


def test_long_description_becomes_the_body_with_its_markup_escaped():
    found = told(START, "DESCRIPTION:One < two.\\n\\nThree\\nfour.")

    assert found["body"] == "<p>One &lt; two.</p><p>Three<br/>four.</p>"
    assert "summary" not in found


def test_address_as_place_is_a_private_link():
    entry = only(event(START, "LOCATION:https://meet.example.org/a"))

    assert (entry.told["attendance_mode"], "venue_name" in entry.told) == ("online", False)
    assert entry.told["join_url"] == "https://meet.example.org/a"


def test_people_alarms_and_tasks_are_left_and_told():
    alarm = ("BEGIN:VALARM", "DESCRIPTION:Ring", "TRIGGER:-PT5M", "END:VALARM")

    found = read(
        event(START, "ORGANIZER;CN=Sam:mailto:sam@example.org", *alarm),
        "BEGIN:VTODO\r\nSUMMARY:Sam\r\nEND:VTODO\r\n",
    )

    assert "Sam" not in str(found.entries)
    assert "Ring" not in str(found.entries)
    assert found.notes == (
        "1 entry that is no event (a task, a note) was left out.",
        "Organisers and guests were not taken: nobody asked them.",
    )


def test_entry_without_uid_is_known_by_title_and_start():
    lines = ("BEGIN:VEVENT", "SUMMARY:Talk", START, "END:VEVENT", "")

    first, second = (read("\r\n".join(lines)).entries[0].uid for _ in range(2))

    assert first == second
    assert first.startswith("told-")


def test_cancelled_event_is_off():
    assert only(event(START, "STATUS:CANCELLED")).is_off


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"BEGIN:VEVENT\nEND:VEVENT", "does not begin with BEGIN:VCALENDAR"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "cut off"),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\n", "line 2 ends what nothing began"),
        (b"BEGIN:VCALENDAR\nX:\0\nEND:VCALENDAR", "no text has"),
        (b"\xff\xfeB", "no text has"),
        (b"PK\x03\x04zip", "archive"),
        (b"\x1f\x8bgzip", "archive"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\nEND:X\n" * 10_000, "10,000"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 10_001, "10,000"),
        (b"BEGIN:VCALENDAR\nX:" + b"x" * 100_001, "100,000 characters"),
        (b"BEGIN:VCALENDAR\nX:\n" + b" x\n" * 100_001, "100,000 characters"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"SUMMARY:x\n" * 2_001, "2,000 lines"),
        (b"x" * (5 * 1024 * 1024 + 1), "5 MB"),
    ],
)
def test_hostile_file_is_refused_in_words(content, words):
    with pytest.raises(FileRefused, match=words):
        read_icalendar(content, timezone="UTC", deadline=Deadline(60))


def test_reading_ends_in_time():
    ticks = iter(range(1000))

    with pytest.raises(FileRefused, match="10 seconds"):
        read(
            *(event(START, uid=str(n)) for n in range(20)),
            deadline=Deadline(5, lambda: next(ticks)),
        )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_with_a_mark_are_read(encoding):
    text = f"BEGIN:VCALENDAR\n{event(START)}END:VCALENDAR".replace("Talk", "Güte")

    found = read_icalendar(text.encode(encoding), timezone="UTC", deadline=Deadline(60))

    assert (found.entries[0].title, found.notes) == ("Güte", ())


def test_western_encoding_is_guessed_and_told():
    text = f"BEGIN:VCALENDAR\n{event(START)}END:VCALENDAR".replace("Talk", "Güte")

    found = read_icalendar(text.encode("cp1252"), timezone="UTC", deadline=Deadline(60))

    assert found.entries[0].title == "Güte"
    assert found.notes[0].startswith("The file is not written in UTF-8.")
