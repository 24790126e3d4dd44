"""What every card of a list says, in the reader's language, each wording looked up once."""

from collections.abc import Iterable
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.formats import localize
from django.utils.translation import get_language, gettext, ngettext


def label_in_words(word: TextChoices) -> str:
    """Return the label of a word of a closed set, in the reader's language."""
    return _label(get_language(), word)


def more_dates_in_words(count: int) -> str:
    """Return that an event has ``count`` more dates than the one that is listed."""
    return _more_dates(get_language(), count)


def hosted_by_in_words(names: Iterable[str]) -> str:
    """Return who hosts an event."""
    return _hosted_by(get_language()) % {"names": ", ".join(names)}


# Words of two sets may be equal, so their types count.
@lru_cache(maxsize=1024, typed=True)
def _label(language: str | None, word: TextChoices) -> str:
    return str(word.label)


@lru_cache(maxsize=1024)
def _more_dates(language: str | None, count: int) -> str:
    words = ngettext("and %(number)s more date", "and %(number)s more dates", count)
    return words % {"number": localize(count)}


@lru_cache(maxsize=64)
def _hosted_by(language: str | None) -> str:
    return gettext("Hosted by %(names)s")
