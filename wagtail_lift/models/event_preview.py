"""Preview modes: how a draft will look in each status."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..domain.lifecycle import event_lifecycle
from ..domain.preview import as_it_will_look
from ..enums import Status
from .occurrences import EventOccurrence

_PREFIX = "status-"


def status_preview_modes() -> list[tuple[str, Any]]:
    """Return a preview mode for each status, in the order of the status table."""
    return [(f"{_PREFIX}{s.value}", _("Once it is: {}").format(s.label)) for s in Status]


def show_status(occurrences: Sequence[EventOccurrence], mode_name: str, now: datetime) -> datetime:
    """Let the headline occurrence show the status that a preview mode names; return the instant.

    Any other mode changes nothing. The other dates of the event are left out of the preview.
    """
    value = mode_name.removeprefix(_PREFIX)
    if not mode_name.startswith(_PREFIX) or value not in Status.values:
        return now
    key = event_lifecycle((o.facts() for o in occurrences), now).headline.key
    for occurrence in occurrences:
        if occurrence.date_key == key:
            facts, now = as_it_will_look(occurrence.facts(), Status(value), now)
            occurrence.show(facts)
    return now
