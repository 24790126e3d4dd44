"""Speakers are speakers, and hosts are hosts."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from wagtail_lift.domain.people import NamedHost
from wagtail_lift.enums import HostRole
from wagtail_lift.formats.people_words import grouped_by_role, people_in_words

ADA, BO = NamedHost("Ada"), NamedHost("Bo", HostRole.CO_HOST)
CY, DI = NamedHost("Cy", HostRole.SPEAKER), NamedHost("Di", HostRole.SPEAKER)
ELM = NamedHost("Elm", HostRole.COMMUNITY_PARTNER)
FIR = NamedHost("Fir", HostRole.PARTNER)
GUM, HAZEL = NamedHost("Gum", HostRole.FUNDER), NamedHost("Hazel", HostRole.SPONSOR)


@pytest.mark.parametrize(
    ("people", "english", "german"),
    [
        ([ADA, BO], "Hosted by Ada, Bo", "Eingeladen von Ada, Bo"),
        ([CY], "Speaker: Cy", "Vortrag: Cy"),
        (
            [CY, ADA, DI],
            "Hosted by Ada · Speakers: Cy, Di",
            "Eingeladen von Ada · Vorträge: Cy, Di",
        ),
        ([ADA, ELM], "Hosted by Ada · Community partner: Elm", None),
        ([FIR, ADA], "Hosted by Ada · Partner: Fir", "Eingeladen von Ada · Partner: Fir"),
        ([ADA, GUM, HAZEL], "Hosted by Ada", None),
        ([], "", ""),
    ],
)
def test_card_names_everybody_by_what_they_do(people, english, german):
    with override("en"):
        assert people_in_words(people).replace("<bdi>", "").replace("</bdi>", "") == english
    with override("de"):
        told = people_in_words(people).replace("<bdi>", "").replace("</bdi>", "")
    assert german is None or told == german


def test_names_are_escaped():
    told = people_in_words([NamedHost("<b>Cy</b> 100 %", HostRole.SPEAKER)])

    assert told == "Speaker: <bdi>&lt;b&gt;Cy&lt;/b&gt; 100 %</bdi>"


@pytest.mark.parametrize(
    ("roles", "headings"),
    [
        (["host"], ["Your hosts"]),
        (["speaker"], ["Speaker"]),
        (["speaker", "speaker", "facilitator"], ["Facilitator", "Speakers"]),
        (["speaker", "host", "nonsense"], ["Your hosts", "Speaker"]),
        (
            ["sponsor", "sponsor", "funder", "partner", "speaker", "co_organiser", "host"],
            ["Your hosts", "Co-organiser", "Speaker", "Partner", "Funder", "Sponsors"],
        ),
    ],
)
def test_headings_say_who_stands_below(roles, headings):
    groups = grouped_by_role([SimpleNamespace(role=role) for role in roles])

    assert [group.heading for group in groups] == headings
