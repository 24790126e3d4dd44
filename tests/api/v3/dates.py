"""How the tests address a date, and what they send."""

from wagtail_lift.models import Meeting

KEY = "2027-06-01T12:30"
ACTIONS = ("cancel", "postpone", "reinstate", "change", "places")
MOVE = {
    "start_date": "2027-06-08",
    "start_time": "18:00:00",
    "end_date": None,
    "end_time": "20:00:00",
}


def route(page, action="", key=KEY):
    """Return the address of a date, or of an action on it."""
    return f"lift/events/{page.pk}/dates/{key}/{f'{action}/' if action else ''}"


def version():
    """Return the version of the only date."""
    return Meeting.objects.get().version
