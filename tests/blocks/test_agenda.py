"""The blocks of an agenda: what they accept, tell the API and show where they stand alone."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_host
from wagtail_lift.blocks import (
    AgendaStreamBlock,
    SessionBlock,
    agenda_steps,
    chosen_speakers,
    with_kept_speakers,
)
from wagtail_lift.domain.agenda import AgendaDay, AgendaPart

pytestmark = pytest.mark.django_db
STREAM = AgendaStreamBlock()


def of(*blocks):
    return STREAM.to_python([{"id": f"b{n}", **block} for n, block in enumerate(blocks)])


def talk(title="Talk", **value):
    return {"type": "session", "value": {"title": title, **value}}


def both(*values, **beside):
    return {"type": "parallel", "value": {"sessions": list(values), **beside}}


def test_steps_are_those_of_the_domain():
    found = agenda_steps(
        of(
            {"type": "day", "value": {"number": 2}},
            talk(start_time="10:30", minutes=20),
            {"type": "break", "value": {}},
            both({"title": "A", "minutes": 30}, {"title": "B"}, start_time="11:00", minutes=45),
            both({"title": "A", "minutes": 30}, {"title": "B"}),
        )
    )

    assert [found[0], found[2], found[4]] == [AgendaDay(2), AgendaPart(), AgendaPart()]
    assert [(p.starts.isoformat(), p.minutes) for p in (found[1], found[3])] == [
        ("10:30:00", 20),
        ("11:00:00", 45),
    ]


@pytest.mark.parametrize(
    ("block", "is_valid"),
    [
        (talk(), True),
        (talk(""), False),
        (talk(minutes=0), False),
        (talk(minutes=601), False),
        (talk(start_time="soon"), False),
        ({"type": "break", "value": {}}, True),
        ({"type": "day", "value": {}}, True),
        ({"type": "day", "value": {"number": 0}}, False),
        (both(), False),
        (both({"title": "A"}), True),
        (both({"title": ""}), False),
    ],
)
def test_session_needs_a_title_and_numbers_within_bounds(block, is_valid):
    try:
        STREAM.clean(of(block))
    except ValidationError:
        assert not is_valid
    else:
        assert is_valid


@pytest.mark.parametrize("typed", ["7pm", "19:00", "19 Uhr", "1900"])
def test_time_is_typed_as_everywhere(typed):
    block = SessionBlock().child_blocks["start_time"]

    assert block.clean(block.value_from_form(typed)).isoformat() == "19:00:00"


def test_api_tells_only_speakers_who_may_be_shown():
    ada, hidden = make_host("Ada"), make_host("Hidden", is_listed=False)
    stream = of(
        talk(speakers=[ada.pk, hidden.pk, 999], other_speakers="Bo"),
        both({"title": "A", "speakers": [hidden.pk]}),
    )

    first, second = STREAM.get_api_representation(stream)

    assert first["value"] == {
        "title": "Talk",
        "start_time": None,
        "minutes": None,
        "room": "",
        "description": "",
        "speakers": [ada.pk],
        "other_speakers": "Bo",
    }
    assert second["value"]["sessions"][0]["speakers"] == []
    assert chosen_speakers(stream) == [ada, hidden]


def hosts_of(stream):
    return [[h.name for h in child.value.get("speakers") or ()] for child in stream]


def test_speakers_whom_no_answer_shows_are_kept_where_they_stood():
    a, b, c, d = (make_host(name) for name in "abcd")
    for host in (b, d):
        host.is_listed = False
        host.save()
    before = of(talk(speakers=[a.pk, b.pk, c.pk, d.pk]), talk("Other", speakers=[b.pk]))

    sent = of(talk("New title", speakers=[c.pk, a.pk]), talk("Other"))
    gone = of(talk(speakers=[c.pk]))

    assert hosts_of(with_kept_speakers(sent, before)) == [["c", "d", "a", "b"], ["b"]]
    assert hosts_of(with_kept_speakers(gone, before)) == [["b", "c", "d"]]
    assert hosts_of(with_kept_speakers(of(talk()), None)) == [[]]


def test_speakers_of_parallel_sessions_are_kept_by_title_else_by_place():
    a, b = make_host("a", is_listed=False), make_host("b", is_listed=False)
    before = of(both({"title": "A", "speakers": [a.pk]}, {"title": "B", "speakers": [b.pk]}))

    turned = with_kept_speakers(of(both({"title": "B"}, {"title": "A"})), before)
    renamed = with_kept_speakers(of(both({"title": "C"}, {"title": "B"})), before)

    each = [
        [[h.name for h in s["speakers"]] for s in stream[0].value["sessions"]]
        for stream in (turned, renamed)
    ]
    assert each == [[["b"], ["a"]], [["a"], ["b"]]]


def test_block_that_stands_alone_names_nobody_without_consent():
    ada, hidden = make_host("Ada"), make_host("Hidden", is_listed=False)
    (child,) = of(talk(speakers=[ada.pk, hidden.pk], start_time="19:00", minutes=30))

    html = child.render()

    assert "Ada" in html
    assert "Hidden" not in html
    assert '<time datetime="19:00">7 p.m.</time>' in html


def test_search_finds_what_is_written_and_no_host():
    stream = of(talk(room="Hall", speakers=[make_host("Ada").pk], other_speakers="Bo"))

    assert STREAM.get_searchable_content(stream) == ["Talk", "Hall", "Bo"]
