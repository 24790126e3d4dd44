"""Lengths of time, for readers and for machines."""

from django.utils.translation import ngettext


def minutes_in_words(minutes: int | None) -> str:
    """Return a duration: "45 minutes", "1 hour", "1 hour 30 minutes"; empty for none."""
    if not minutes:
        return ""
    hours, rest = divmod(int(minutes), 60)
    parts = []
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if rest:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(parts)


def iso_minutes(minutes: int | None) -> str:
    """Return minutes as an ISO 8601 duration for ``<time datetime>``: ``PT45M``."""
    return f"PT{int(minutes or 0)}M"
