"""The bar that a command draws on a terminal while it works."""

from django.core.management.base import OutputWrapper
from django.core.serializers.base import ProgressBar


class TerminalBar:
    """A bar that grows with ``advance()``; nothing at all where ``output`` is no terminal.

    A message printed meanwhile begins a new line after ``interrupt()``; the bar goes on below.
    """

    def __init__(self, output: OutputWrapper, total: int) -> None:
        self._output = output
        self._total = total
        self._count = 0
        self._bar = ProgressBar(self if output.isatty() and total else None, total)

    def advance(self) -> None:
        """Count one more. What came to be after the counting is beyond the end of the bar."""
        self._count += 1
        self._bar.update(min(self._count, self._total))

    def interrupt(self) -> None:
        """Leave the line of the bar, if it stands in one that it has not ended."""
        if self._bar.output and 0 < self._count < self._total:
            self.write("\n")

    def write(self, text: str) -> None:
        """Write as a stream does, for the bar: no end of line is added, and no colour."""
        self._output.write(text, style_func=str, ending="")

    def flush(self) -> None:
        """Show what was written."""
        self._output.flush()
