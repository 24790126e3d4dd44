"""A progress bar for commands on a terminal."""

from django.core.management.base import OutputWrapper
from django.core.serializers.base import ProgressBar


class TerminalBar:
    """A progress bar that ``advance()`` moves; draws nothing if ``output`` is not a terminal.

    Call ``interrupt()`` before you print a message: it goes on a new line, and the bar continues
    below.
    """

    def __init__(self, output: OutputWrapper, total: int) -> None:
        self._output = output
        self._total = total
        self._count = 0
        self._bar = ProgressBar(self if output.isatty() and total else None, total)

    def advance(self) -> None:
        """Count one more. Events added since the total was counted do not extend the bar."""
        self._count += 1
        self._bar.update(min(self._count, self._total))

    def interrupt(self) -> None:
        """End the bar's line, if the bar is unfinished."""
        if self._bar.output and 0 < self._count < self._total:
            self.write("\n")

    def write(self, text: str) -> None:
        """Write as a stream does, for the bar: without adding a line ending or colour."""
        self._output.write(text, style_func=str, ending="")

    def flush(self) -> None:
        """Show what was written."""
        self._output.flush()
