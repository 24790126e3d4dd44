"""A time of day is read as people write it, or refused."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.written_times import read_time
from wagtail_lift.domain.written_words import NotUnderstood

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14:00", time(14)),
        ("14.00", time(14)),
        ("14,30", time(14, 30)),
        ("14 30", time(14, 30)),
        ("1400", time(14)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9", time(9)),
        ("14", time(14)),
        ("0", time(0)),
        ("00:00", time(0)),
        ("  9\u00a0", time(9)),
        ("9am", time(9)),
        ("9 AM", time(9)),
        ("7pm", time(19)),
        ("2.30 pm", time(14, 30)),
        ("2:30p.m.", time(14, 30)),
        ("2 p. m.", time(14)),
        ("230pm", time(14, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12:30 am", time(0, 30)),
        ("noon", time(12)),
        ("12 noon", time(12)),
        ("Midnight", time(0)),
        ("14h", time(14)),
        ("14h30", time(14, 30)),
        ("14 h 30", time(14, 30)),
        ("14u30", time(14, 30)),
        ("1430 hrs", time(14, 30)),
        ("14 Uhr", time(14)),
        ("14.30 Uhr", time(14, 30)),
        ("14 Uhr 30", time(14, 30)),
        ("Mitternacht", time(0)),
        ("midi", time(12)),
        ("kl. 14.30", time(14, 30)),
        ("klo 9", time(9)),
        ("１４：３０", time(14, 30)),
        ("١٤:٣٠", time(14, 30)),
        ("12:30:15", time(12, 30, 15)),
        ("12:30:15.25", time(12, 30, 15, 250_000)),
    ],
)
def test_time_is_read(text, at):
    assert read_time(text) == at


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unread"),
        ("25:00", "unread"),
        ("24:30", "unread"),
        ("14:60", "unread"),
        ("14:30:60", "unread"),
        ("13pm", "unread"),
        ("0pm", "unread"),
        ("2pmm", "unread"),
        ("7xm", "unread"),
        ("9:5", "unread"),
        ("14:3014:00", "unread"),
        ("14:30-16:00", "unread"),
        ("143000", "unread"),
        ("-3", "unread"),
        ("7.5", "unread"),
        ("9½", "unread"),
        ("soon", "unread"),
        ("half past seven", "unread"),
        ("2027-01-20", "unread"),
        ("24", "midnight"),
        ("24:00", "midnight"),
        ("2400", "midnight"),
        ("24 Uhr", "midnight"),
    ],
)
def test_anything_else_is_refused(text, code):
    with pytest.raises(NotUnderstood) as refused:
        read_time(text)
    assert refused.value.code == code


@given(MINUTES)
def test_every_minute_is_read_back_however_it_is_written(at):
    twelve = f"{at.hour % 12 or 12}:{at:%M} {'a.m.' if at.hour < 12 else 'p.m.'}"
    written = [f"{at:%H:%M}", f"{at.hour}.{at:%M}", f"{at:%H%M}", f"{at:%Hh%M}", twelve]

    assert {read_time(text) for text in written} == {at}


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text):
    try:
        found = read_time(text)
    except NotUnderstood:
        return
    assert isinstance(found, time)
