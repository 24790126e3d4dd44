"""The words in which people write dates and times, made comparable.

Words that mean the same in every language that has them are always understood: with an English
admin you may still write "14 Uhr" or "morgen". Names of months and weekdays come from the caller,
in the editor's language; English ones are added.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

MOST_CHARACTERS = 60
"""A longer text is not a date or a time."""

FEWEST_LETTERS = 3
"""From this length on, the beginning of a name stands for it: "Sept", "thurs"."""

_ALIKE = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―−", "-"), "’": "'", "ı": "i", "\N{MODIFIER LETTER APOSTROPHE}": "'"}
)
_ACCENTS = re.compile("[\u0300-\u036f]")

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_DAYS = {
    "cs": {"dnes": 0, "zítra": 1, "pozítří": 2},
    "da": {"i dag": 0, "i morgen": 1, "i overmorgen": 2},
    "de": {"heute": 0, "morgen": 1, "übermorgen": 2},
    "en": {"today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2},
    "es": {"hoy": 0, "mañana": 1, "pasado mañana": 2},
    "fi": {"tänään": 0, "huomenna": 1, "ylihuomenna": 2},
    "fr": {"aujourd'hui": 0, "demain": 1, "après-demain": 2},
    "it": {"oggi": 0, "domani": 1, "dopodomani": 2},
    "nl": {"vandaag": 0, "morgen": 1, "overmorgen": 2},
    "pl": {"dziś": 0, "dzisiaj": 0, "jutro": 1, "pojutrze": 2},
    "pt": {"hoje": 0, "amanhã": 1, "depois de amanhã": 2},
    "sv": {"idag": 0, "imorgon": 1, "i morgon": 1, "i övermorgon": 2},
}
"""How many days after today a word means."""

_NOON, _MIDNIGHT = time(12, 0), time(0, 0)
_TIMES = {
    "de": {"mittag": _NOON, "mitternacht": _MIDNIGHT},
    "en": {"noon": _NOON, "midday": _NOON, "midnight": _MIDNIGHT}
    | {"12 noon": _NOON, "12 midnight": _MIDNIGHT},
    "es": {"mediodía": _NOON, "medianoche": _MIDNIGHT},
    "fr": {"midi": _NOON, "minuit": _MIDNIGHT},
    "it": {"mezzogiorno": _NOON, "mezzanotte": _MIDNIGHT},
    "nl": {"middernacht": _MIDNIGHT},
    "pt": {"meio-dia": _NOON, "meia-noite": _MIDNIGHT},
}


class NotUnderstood(ValueError):
    """A text that is not a date or a time; ``code`` says why.

    ``unread``: it is something else. ``midnight``: 24:00. ``no_such_day``: the calendar lacks it.
    ``year``: its year is out of range. ``weekday``: that day has another weekday. ``order``: it may
    be either of two days.
    """

    def __init__(self, code: str = "unread") -> None:
        self.code = code
        super().__init__(code)


def fold(text: str) -> str:
    """Return a text with plain digits, dashes and spaces, without case and accents.

    Digits of any script become 0 to 9. Raises ``NotUnderstood`` for a text that is too long.
    """
    if len(text) > MOST_CHARACTERS:
        raise NotUnderstood
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)
    shown = (char for char in plain if unicodedata.category(char) != "Cf")
    digits = "".join(str(int(char)) if char.isdecimal() else char for char in shown)
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", digits))
    return " ".join(unicodedata.normalize("NFC", letters).split())


DAYS = {fold(word): days for words in _DAYS.values() for word, days in words.items()}
"""How many days after today a folded word means."""

TIMES = {fold(word): at for words in _TIMES.values() for word, at in words.items()}
"""The time of day that a folded word means."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language writes dates: names of months (1 to 12) and of weekdays (0 is Monday), folded.

    ``day_first`` is the order in 2/3/2027, ``None`` where the language writes the year first.
    ``short_year_first`` says that 27-01-20 begins with the year.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_first: bool | None = True
    short_year_first: bool = False

    def month_of(self, word: str) -> int | None:
        """Return the month that a folded word means, or the beginning of its name."""
        return _meaning(word, self.months)

    def weekday_of(self, word: str) -> int | None:
        """Return the weekday that a folded word means, or the beginning of its name."""
        return _meaning(word, self.weekdays)


def date_words(
    months: Iterable[tuple[int, str]] = (),
    weekdays: Iterable[tuple[int, str]] = (),
    *,
    day_first: bool | None = True,
    short_year_first: bool = False,
) -> DateWords:
    """Return the words of a language from its names, each with its number; English ones are added.

    A name that means two months or two weekdays is left out.
    """
    return DateWords(
        _by_name(months, enumerate(_MONTHS, start=1)),
        _by_name(weekdays, enumerate(_WEEKDAYS)),
        day_first,
        short_year_first,
    )


def _by_name(own: Iterable[tuple[int, str]], english: Iterable[tuple[int, str]]) -> dict[str, int]:
    numbers: dict[str, set[int]] = {}
    for number, name in own:
        numbers.setdefault(_bare(name), set()).add(number)
    for number, name in english:
        numbers.setdefault(_bare(name), {number})
    return {name: min(found) for name, found in numbers.items() if name and len(found) == 1}


def _bare(name: str) -> str:
    return fold(name).strip(" .")


def _meaning(word: str, names: Mapping[str, int]) -> int | None:
    if word in names:
        return names[word]
    if len(word) < FEWEST_LETTERS:
        return None
    found = {number for name, number in names.items() if name.startswith(word)}
    return found.pop() if len(found) == 1 else None
