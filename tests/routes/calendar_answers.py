"""What the answer of a calendar holds."""

from tests.calendars.icalendar.reading import entries


def body(response) -> str:
    """Return the whole text of a calendar."""
    return response.getvalue().decode()


def titles(response) -> list[str]:
    """Return the titles of the entries in order."""
    return sorted(entry["SUMMARY"] for entry in entries(body(response)))
