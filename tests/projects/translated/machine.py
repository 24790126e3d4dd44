"""A machine translator that is somebody else's server: it notes each text that reaches it."""

from typing import Any

from wagtail_localize.machine_translators.dummy import DummyTranslator


class NotingTranslator(DummyTranslator):
    """Turns the order of words round, and keeps what it was told."""

    told: list[str] = []

    def translate(self, source_locale: Any, target_locale: Any, strings: Any) -> Any:
        """Return translations; each text is noted."""
        strings = list(strings)
        self.told.extend(string.data for string in strings)
        return super().translate(source_locale, target_locale, strings)
