"""How people treat each other at an event, and whom to tell: inherited from the page above."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_DIALLED = re.compile(r"\+?[\d\s()./-]{3,}")


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """Whom to tell who worries about somebody's safety; at least one of the three is set."""

    name: str = ""
    email: str = ""
    phone: str = ""

    @property
    def phone_uri(self) -> str:
        """Return the phone number as a ``tel:`` address (RFC 3966), empty if it has words in it."""
        if not _DIALLED.fullmatch(self.phone.strip()):
            return ""
        digits = re.sub(r"[^\d+]", "", self.phone.replace("(0)", ""))
        return f"tel:{digits}" if digits.strip("+") else ""


@dataclass(frozen=True, slots=True)
class ConductCode:
    """Where the code of conduct is: its address in links of pages, and its full one."""

    url: str
    full_url: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """What one page says of it, or what readers see; each may be missing."""

    code: ConductCode | None = None
    safeguarding: Safeguarding | None = None

    @property
    def is_complete(self) -> bool:
        """Return whether nothing is left to inherit."""
        return self.code is not None and self.safeguarding is not None


def inherited(told: Iterable[Conduct]) -> Conduct:
    """Return what counts, of what a page and those above it say, nearest first.

    Code and contact are each taken whole from the nearest page that has one that readers may see.
    """
    code = safeguarding = None
    for conduct in told:
        code = code or conduct.code
        safeguarding = safeguarding or conduct.safeguarding
    return Conduct(code, safeguarding)
