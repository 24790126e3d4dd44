"""How much of a file is read, and what is refused before anything else is looked at."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..exceptions import LiftError

MOST_BYTES = 5 * 1024 * 1024
MOST_COMPONENTS = 10_000
"""Components of an iCalendar file, or rows of a table."""

MOST_SECONDS = 10
MOST_LINES = 2_000
"""Lines of one entry that an event takes over."""

LONGEST_TEXT = 100_000
"""Characters of one property, or of one cell."""

TOO_LARGE = _("The file has more than 5 MB. Divide it, or export fewer events.")
TOO_MANY = _("The file has more than 10,000 entries. Divide it, or export fewer events.")
TOO_SLOW = _("Reading the file took more than 10 seconds. Divide it, or export fewer events.")
TOO_FULL = _("An entry in the file has more than 2,000 lines.")
TOO_LONG = _("A text in the file has more than 100,000 characters.")
EMPTY = _("The file is empty.")


class FileRefused(LiftError):
    """A file that is not read at all; the message says why and what to do."""

    code = "file_refused"

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when work on a file may take; ``clock`` gives seconds."""

    seconds: float = MOST_SECONDS
    clock: Callable[[], float] = monotonic
    began: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "began", self.clock())

    @property
    def has_passed(self) -> bool:
        """Return whether the time is up."""
        return self.clock() - self.began > self.seconds

    def check(self) -> None:
        """Raise ``FileRefused`` once the time is up."""
        if self.has_passed:
            raise FileRefused(TOO_SLOW)
