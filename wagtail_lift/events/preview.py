"""Preview modes: how a draft will look in each status."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..domain.lifecycle import event_lifecycle
from ..domain.preview import as_it_will_look
from ..enums import Status
from ..models.occurrences import EventOccurrence

_PREFIX = "status-"


def status_preview_modes() -> list[tuple[str, Any]]:
    """Return a preview mode for each status, in the order of the status table."""
    return [(f"{_PREFIX}{s.value}", _("As it will look: {}").format(s.label)) for s in Status]


def show_status(occurrences: list[EventOccurrence], mode_name: str, now: datetime) -> datetime:
    """Give the headline occurrence the status of a preview mode; return the instant to show.

    Any other mode changes nothing. The other dates of the event are removed from the list, because
    they could have another status at that instant.
    """
    value = mode_name.removeprefix(_PREFIX)
    if not mode_name.startswith(_PREFIX) or value not in Status.values:
        return now
    key = event_lifecycle((o.facts() for o in occurrences), now).headline.key
    headline = next(o for o in occurrences if o.date_key == key)
    facts, at = as_it_will_look(headline.facts(), Status(value), now)
    headline.show(facts)
    occurrences[:] = [headline]
    return at
