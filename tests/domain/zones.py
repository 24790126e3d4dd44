"""Zones, and wall-clock times around the changes of their clocks."""

from datetime import date, time

from hypothesis import strategies as st

ZONES = [
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Pacific/Apia",
    "UTC",
]

zones = st.sampled_from(ZONES)
years = st.dates(date(1995, 1, 1), date(2060, 12, 31))


def around_clock_changes() -> st.SearchStrategy[tuple[str, date, time]]:
    """Wall-clock times, every other one within a day of a clock change of its zone."""
    changes = [
        ("Europe/London", date(2026, 3, 29)),
        ("Europe/London", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("America/St_Johns", date(2026, 3, 8)),
        ("America/St_Johns", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Africa/Casablanca", date(2026, 2, 15)),
        ("Africa/Casablanca", date(2026, 3, 22)),
        ("Pacific/Apia", date(2011, 12, 30)),
    ]
    night = st.builds(time, st.integers(0, 4), st.integers(0, 59))
    return st.tuples(zones, years, st.times()) | st.tuples(st.sampled_from(changes), night).map(
        lambda drawn: (*drawn[0], drawn[1])
    )
