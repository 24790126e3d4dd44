"""Texts on the cards of a list, in the reader's language."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.formats import localize
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext


def label_in_words(word: TextChoices) -> str:
    """Return the label of an enum member, in the reader's language."""
    return str(word.label)


def more_dates_in_words(count: int) -> str:
    """Return a text that an event has ``count`` more dates than the one listed."""
    words = ngettext("and %(number)s more date", "and %(number)s more dates", count)
    return words % {"number": localize(count)}


def isolated(name: str) -> SafeString:
    """Return a name as HTML that keeps its own text direction (``<bdi>``)."""
    return format_html("<bdi>{}</bdi>", name)


def with_names(sentence: str, **names: str) -> SafeString:
    """Return a translated sentence as HTML, with its named placeholders filled in and escaped."""
    escaped = {placeholder: conditional_escape(name) for placeholder, name in names.items()}
    return mark_safe(escape(sentence) % escaped)  # noqa: S308 -- every part is escaped


def hosted_by_in_words(names: Iterable[str]) -> SafeString:
    """Return who hosts an event, as HTML in which each name keeps its own text direction."""
    return with_names(gettext("Hosted by %(names)s"), names=names_in_words(names))


def names_in_words(names: Iterable[str]) -> SafeString:
    """Return names as HTML, each in its own text direction."""
    return format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in names))
