"""What every card of a list says, in the reader's language, each wording looked up once."""

from collections.abc import Iterable
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.formats import localize
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext


def label_in_words(word: TextChoices) -> str:
    """Return the label of a word of a closed set, in the reader's language."""
    return _label(get_language(), word)


def more_dates_in_words(count: int) -> str:
    """Return that an event has ``count`` more dates than the one that is listed."""
    return _more_dates(get_language(), count)


def isolated(name: str) -> SafeString:
    """Return a name as HTML that keeps its own direction, whatever words stand beside it."""
    return format_html("<bdi>{}</bdi>", name)


def with_names(sentence: str, **names: str) -> SafeString:
    """Return a translated sentence as HTML, its named placeholders filled in and escaped."""
    escaped = {placeholder: conditional_escape(name) for placeholder, name in names.items()}
    return mark_safe(escape(sentence) % escaped)  # noqa: S308 -- every part is escaped


def hosted_by_in_words(names: Iterable[str]) -> SafeString:
    """Return who hosts an event, as HTML in which each name keeps its own direction."""
    listed = format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in names))
    return with_names(_hosted_by(get_language()), names=listed)


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
