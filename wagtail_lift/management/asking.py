"""Questions that a command asks on the terminal."""

from typing import TextIO

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext, pgettext


def is_agreed(out: OutputWrapper | TextIO, question: str) -> bool:
    """Ask, and return whether the answer begins with a yes; where nobody can answer, it is no."""
    choice = gettext("[y/N]")
    try:
        answer = input(f"{question} {choice} ")
    except EOFError:
        out.write("")
        return False
    yes = pgettext("first letters of yes, as people type it", "y")
    return answer.strip().lower().startswith(("y", yes.lower()))
