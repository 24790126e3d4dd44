"""Pieces that pages repeat: the same values give the same text, and nothing else does."""

from datetime import UTC, datetime

import pytest
from django.db.models import TextChoices
from django.template import Engine
from django.utils import timezone, translation

from wagtail_lift.enums import Status
from wagtail_lift.formats import pieces
from wagtail_lift.formats.pieces import WrittenDate, render_piece, written_date
from wagtail_lift.models import EventOccurrence

DATE = WrittenDate(
    datetime(2027, 6, 1, 11, 30, tzinfo=UTC),
    datetime(2027, 6, 1, 13, tzinfo=UTC),
    "Europe/London",
    "scheduled",
)


@pytest.fixture
def templates():
    """The sources of an engine that keeps templates until it is told to forget them."""
    return {"piece.html": "{{ date.state }}"}


@pytest.fixture
def engine(templates):
    locmem = ("django.template.loaders.locmem.Loader", templates)
    return Engine(loaders=[("django.template.loaders.cached.Loader", [locmem])])


def rendered(engine, **values):
    return render_piece(engine.get_template("piece.html"), **values)


def test_piece_follows_each_of_its_values(engine, templates):
    templates["piece.html"] = (
        "{{ date.local_starts_at|date:'jHi' }}{{ date.ends_at|date:'H' }}{{ date.state }}"
    )
    others = [
        DATE,
        DATE._replace(starts_at=datetime(2027, 6, 2, 11, 30, tzinfo=UTC)),
        DATE._replace(ends_at=datetime(2027, 6, 1, 14, tzinfo=UTC)),
        DATE._replace(ends_at=None),
        DATE._replace(timezone="Asia/Kolkata"),
        DATE._replace(state="cancelled"),
        DATE,
    ]

    assert [rendered(engine, date=date) for date in others] == [
        "1123013scheduled",
        "2123013scheduled",
        "1123014scheduled",
        "11230scheduled",
        "1170013scheduled",
        "1123013cancelled",
        "1123013scheduled",
    ]


def test_piece_follows_the_language(engine, templates):
    templates["piece.html"] = "{{ date.local_starts_at|date:'F' }}"
    said = []

    for language in ("en", "fr", "en"):
        with translation.override(language):
            said.append(rendered(engine, date=DATE))

    assert said == ["June", "juin", "June"]


def test_piece_follows_its_template(engine, templates):
    assert rendered(engine, date=DATE) == "scheduled"
    templates["piece.html"] = "changed"

    assert rendered(engine, date=DATE) == "scheduled"
    engine.template_loaders[0].reset()

    assert rendered(engine, date=DATE) == "changed"


def test_piece_keeps_datetimes_in_their_own_zone_whichever_is_active(engine, templates):
    templates["piece.html"] = "{{ date.local_starts_at|date:'H:i' }}"

    with timezone.override("Asia/Tokyo"):
        assert rendered(engine, date=DATE) == "12:30"


def test_piece_is_rendered_once_for_the_same_values(engine, templates):
    class Counted(str):
        __slots__ = ()
        shown = 0

        def __str__(self):
            Counted.shown += 1
            return "x"

    templates["piece.html"] = "{{ word }}"

    assert {rendered(engine, word=Counted("a")) for _ in range(3)} == {"x"}
    assert Counted.shown == 1


def test_piece_escapes_its_values(engine, templates):
    assert rendered(engine, date=DATE._replace(state="<b>")) == "&lt;b&gt;"


def test_no_piece_is_kept_of_a_template_that_is_compiled_anew_each_time(templates):
    engine = Engine(loaders=[("django.template.loaders.locmem.Loader", templates)])
    known = pieces._keeping(pieces.MANY_PIECES).cache_info().currsize

    said = [rendered(engine, date=DATE) for _ in range(3)]

    assert said == ["scheduled"] * 3
    assert pieces._keeping(pieces.MANY_PIECES).cache_info().currsize == known


def test_nothing_is_planned_of_an_undated_occurrence():
    assert written_date(EventOccurrence()) is None
    assert written_date("") is None


def test_equal_words_of_two_sets_are_kept_apart(engine, templates):
    class Other(TextChoices):
        DROP_IN = Status.DROP_IN.value, "Something else"

    templates["piece.html"] = "{{ word.label }}"

    said = [rendered(engine, word=word) for word in (Status.DROP_IN, Other.DROP_IN)]

    assert said == [str(Status.DROP_IN.label), "Something else"]
