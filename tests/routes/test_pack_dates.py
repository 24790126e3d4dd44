"""What a pack, and the list of packs, say of a date that did not go as planned."""

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.factories import make_event, make_pack, make_programme, meeting_of
from wagtail_lift.actions import postpone_meeting

pytestmark = pytest.mark.django_db


def test_pack_about_a_date_that_was_postponed_says_so(home, client, now):
    with time_machine.travel(now, tick=False):
        programme = make_programme(home)
        pack = make_pack(make_event(programme), opens_early=True)
        postpone_meeting(meeting_of(pack.event), user=None, public_note="Host is ill.")

        shown = [
            BeautifulSoup(client.get(url).content, "html.parser").find(class_=name).get_text(" ")
            for url, name in (
                (pack.url, "lift-facts__list"),
                (f"{programme.url}insights/", "lift-card--pack"),
            )
        ]

    for text in shown:
        words = " ".join(text.split())
        assert "It was planned for" in words
        assert "Postponed" in words
        assert "Host is ill." in words
