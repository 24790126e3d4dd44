"""The tags of what lists repeat: dates, leaves, badges and choices."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Engine
from django.template.loaders.app_directories import Loader

from wagtail_lift.enums import Status
from wagtail_lift.formats import pieces
from wagtail_lift.models import EventOccurrence
from wagtail_lift.models.lists.filter_forms import Choice, ChoiceGroup

MANY, FEW, NONE = pieces.MANY_PIECES, pieces.FEW_PIECES, pieces.NO_PIECES
OF_THE_SITE = {
    "wagtail_lift/components/when.html": "[{{ starts|date:'H:i' }}]",
    "wagtail_lift/components/badge.html": "[{{ status.label }}]",
}


def an_occurrence(**fields) -> EventOccurrence:
    return EventOccurrence(
        **{
            "starts_at": datetime(2027, 6, 1, 11, 30, tzinfo=UTC),
            "ends_at": datetime(2027, 6, 1, 13, tzinfo=UTC),
            "timezone": "Europe/London",
            "state": "scheduled",
            **fields,
        }
    )


def render(source: str, engine: Engine | None = None, **context) -> str:
    engine = engine or Engine.get_default()
    template = engine.from_string("{% load wagtail_lift_tags %}" + source)
    return " ".join(template.render(Context(context)).split())


def test_date_that_goes_ahead_is_just_the_date():
    occurrence = an_occurrence()

    planned = render("{% lift_planned occurrence %}", occurrence=occurrence)

    assert planned == render("{% lift_when occurrence %}", occurrence=occurrence)


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_date_that_does_not_go_ahead_is_struck_through_and_says_so(state):
    html = render("{% lift_planned occurrence %}", occurrence=an_occurrence(state=state))

    assert html.startswith(
        '<span class="lift-visually-hidden">It was planned for</span>'
        ' <s class="lift-off"> <span class="lift-when"'
    )
    assert html.endswith("</s>")


def test_leaf_is_the_day_in_the_events_zone():
    late = an_occurrence(starts_at=datetime(2027, 5, 31, 23, 30, tzinfo=UTC))

    assert render("{% lift_leaf occurrence %}", occurrence=late) == (
        '<span class="lift-card__leaf-day">1</span> <span class="lift-card__leaf-month">June</span>'
    )


def test_badge_says_the_status_in_words():
    assert render("{% lift_badge status %}", status=Status.DROP_IN) == (
        f'<span class="lift-badge lift-badge--drop_in">{Status.DROP_IN.label}</span>'
    )


def test_choices_say_which_of_them_are_chosen():
    choices = (Choice("care", "Care & more", is_chosen=True), Choice("food", "Food"))

    html = render("{% lift_choices group %}", group=ChoiceGroup("tag", "Topics", choices))

    assert '<legend class="lift-filters__legend">Topics</legend>' in html
    assert 'name="tag" value="care" checked> <bdi>Care &amp; more</bdi></label>' in html
    assert 'name="tag" value="food"> <bdi>Food</bdi></label>' in html


def test_what_an_address_may_name_is_not_remembered():
    def kept():
        return sum(pieces._keeping(size).cache_info().currsize for size in (MANY, FEW, NONE))

    known = kept()

    for number in range(3):
        chosen = Choice(f"made-up-{number}", "Made up", is_chosen=True)
        group = ChoiceGroup("tag", "Topics", (chosen,))
        assert f"made-up-{number}" in render("{% lift_choices group %}", group=group)

    assert kept() == known


@pytest.mark.parametrize("tag", ["lift_planned", "lift_leaf", "lift_badge"])
@pytest.mark.parametrize("nothing", [None, "", EventOccurrence()])
def test_nothing_is_said_of_nothing(tag, nothing):
    if tag == "lift_badge" and nothing:
        nothing = None

    assert render("{% " + tag + " nothing %}", nothing=nothing) == ""


def test_templates_of_the_site_take_the_place_of_ours_in_cards():
    default = Engine.get_default()
    site = ("django.template.loaders.locmem.Loader", OF_THE_SITE)
    engine = Engine(
        loaders=[site, "django.template.loaders.app_directories.Loader"],
        libraries=default.libraries,
        builtins=default.builtins,
    )
    card = {"occurrence": an_occurrence(), "lifecycle": {"status": Status.DROP_IN}}

    html = render('{% include "wagtail_lift/components/event_card.html" %}', engine, card=card)

    assert f"[{Status.DROP_IN.label}]" in html
    assert "[12:30]" in html


def test_template_of_a_piece_is_compiled_once_for_a_response():
    compiled = []

    class Counting(Loader):
        def get_template(self, template_name, skip=None):
            compiled.append(template_name)
            return super().get_template(template_name, skip)

    default = Engine.get_default()
    engine = Engine(
        dirs=default.dirs,
        app_dirs=False,
        loaders=[(f"{__name__}.Loader",)],
        libraries=default.libraries,
        builtins=default.builtins,
    )
    engine.template_loaders = [Counting(engine)]
    cards = [{"occurrence": an_occurrence(), "lifecycle": {"status": Status.DROP_IN}}] * 5

    render('{% include "wagtail_lift/components/event_list.html" %}', engine, cards=cards)

    assert compiled.count("wagtail_lift/components/planned.html") == 1
    assert compiled.count("wagtail_lift/components/badge.html") == 1
