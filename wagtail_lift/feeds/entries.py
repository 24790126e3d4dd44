"""What a feed says of an event or a pack, in words, whatever its format."""

from collections.abc import Iterator
from datetime import datetime, time

from django.utils.html import escape
from django.utils.translation import gettext
from wagtail.rich_text import get_text_for_indexing

from ..enums import Status
from ..formats.card_words import label_in_words, more_dates_in_words
from ..formats.clock_words import (
    day_in_words,
    moment_in_words,
    start_in_words,
    zone_in_words,
)
from ..formats.off_words import title_of_state
from ..formats.text import one_line, plain
from ..models import EventOccurrence
from .news import ListedDate, NewsItem


def title_of_item(item: NewsItem) -> str:
    """Return the title, which says if the date is off; in the active language."""
    if item.date is None:
        return item.title
    return title_of_state(item.date.occurrence.state, item.title)


def html_of_item(item: NewsItem) -> str:
    """Return the texts of an entry as HTML paragraphs, empty if there are none."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts_of_item(item))


def texts_of_item(item: NewsItem) -> Iterator[str]:
    """Yield the texts of an entry: updates, an event's status, date and place, note and summary."""
    if item.date is not None:
        for update in item.updates:
            moment = _moment_of_update(update.at, item.date.occurrence.timezone)
            text = one_line(get_text_for_indexing(update.text.source))
            yield ": ".join(filter(None, (moment, text)))
        yield " · ".join(filter(None, _facts_of(item.date)))
        yield from filter(None, [plain(item.date.occurrence.public_note)])
        for occurrence, status in item.date.changed:
            told = (*_when(occurrence, status), _elsewhere(occurrence), occurrence.public_note)
            yield " · ".join(filter(None, map(plain, told)))
    yield from filter(None, [plain(item.summary)])


def _moment(local: datetime, timezone: str) -> str:
    day, zone = day_in_words(local.date()), zone_in_words(local, timezone)
    return f"{day}, {start_in_words(local)}, {zone}"


def _moment_of_update(at: datetime | None, timezone: str) -> str:
    """Return the moment of an update; midnight stands for a day without a time."""
    if at is None:
        return ""
    return day_in_words(at.date()) if at.time() == time(0, 0) else _moment(at, timezone)


def _facts_of(date: ListedDate) -> Iterator[str]:
    yield from _when(date.occurrence, date.lifecycle.status)
    yield more_dates_in_words(date.more_dates) if date.more_dates else ""
    yield one_line(date.occurrence.place)


def _elsewhere(occurrence: EventOccurrence) -> str:
    return one_line(occurrence.place) if occurrence.location else ""


def _when(occurrence: EventOccurrence, status: Status) -> Iterator[str]:
    yield label_in_words(status)
    when, previous = occurrence.when, occurrence.previous_when
    if when is not None:
        if status is Status.POSTPONED:
            yield gettext("was planned for %(day)s") % {"day": day_in_words(when.first_day)}
        else:
            yield moment_in_words(when)
    if previous is not None and status is not Status.POSTPONED:
        yield gettext("was planned for %(day)s") % {"day": moment_in_words(previous)}
