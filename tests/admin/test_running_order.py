"""The running order in the admin: its tab, the sheet to print, the start of a guide."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import streamfield

from tests.admin.conftest import make_team
from tests.admin.posts import edit_url, event_post, questions
from tests.factories import make_event, make_pack
from wagtail_lift.pages.models import EventPage, InsightsPack

LOST = (
    "In the running order, the question of this part is no longer there. "
    "Its note is kept: <bdi>2</bdi>"
)


def stream(*blocks):
    return json.dumps([{"type": t, "id": f"b{n}", "value": v} for n, (t, v) in enumerate(blocks)])


@pytest.fixture
def event(programme):
    return make_event(
        programme,
        conversation=stream(("question", {"question": "What now?", "minutes": 20})),
        running_order=stream(
            (
                "part",
                {
                    "title": "Arrive",
                    "minutes": 90,
                    "purpose": "Nobody waits.",
                    "what_to_say": "<p>Welcome.</p>",
                    "materials": "Name cards",
                    "who": "Ada",
                },
            ),
            ("question_note", {"question": "b0", "minutes": None, "note": "Wait for Ada."}),
        ),
    )


def sheet(page):
    return reverse("lift_running_order", args=[page.pk])


def guide(page):
    return reverse("lift_start_guide", args=[page.pk])


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def lines_in(response):
    rows = soup_of(response).select(".lift-run-sheet tbody tr")
    return [" ".join(row.get_text(" ").split()) for row in rows]


def test_sheet_starts_when_the_event_does(admin_session, event):
    response = admin_session.get(sheet(event))

    assert lines_in(response) == [
        "12:30 p.m. Arrive 1 hour 30 minutes",
        "2 p.m. What now? 20 minutes",
        "2:20 p.m. End",
    ]
    text = " ".join(soup_of(response).select_one("main").get_text(" ").split())
    told = ("Nobody waits.", "Welcome.", "Name cards", "Ada", "Wait for Ada.", "1 hour 50 minutes")
    assert [words for words in told if words not in text] == []


@pytest.mark.parametrize(
    ("query", "first"), [("?starts=23:00", "11 p.m."), ("?starts=25:00", "12:30 p.m."), ("", "1")]
)
def test_sheet_counts_from_any_start(admin_session, event, query, first):
    assert lines_in(admin_session.get(f"{sheet(event)}{query}"))[0].startswith(first)


def test_sheet_shows_the_draft_and_is_kept_by_no_cache(admin_session, event):
    draft = event.get_latest_revision_as_object()
    draft.running_order = stream(("break", {"title": "Tea", "minutes": 5}))
    draft.save_revision()

    response = admin_session.get(sheet(event))

    assert lines_in(response)[0] == "12:30 p.m. Tea 5 minutes"
    assert "private, no-store" in response["Cache-Control"]
    assert soup_of(response).select_one('meta[name="robots"]')["content"] == "noindex"
    assert soup_of(response).select('script[type="application/ld+json"]') == []


def test_sheet_of_an_event_without_date_and_running_order_is_empty(admin_session, programme):
    event = make_event(programme, start_date=None, start_time=None, end_time=None, live=False)

    response = admin_session.get(sheet(event))

    assert "There is no running order yet." in response.content.decode()


def test_sheet_of_a_translation_is_that_of_the_page_with_the_dates(admin_session, event, log_in):
    french = Locale.objects.create(language_code="fr")
    translation = event.copy_for_translation(french, copy_parents=True)

    lines = [lines_in(admin_session.get(sheet(page))) for page in (translation, event)]
    translators = log_in(make_team("translators", translation, "change").user)

    assert lines[0] == lines[1] != []
    assert translators.get(edit_url(translation)).status_code == 200
    assert translators.get(sheet(translation)).status_code == 302


@pytest.mark.parametrize("address", [sheet, guide])
def test_addresses_are_for_those_who_may_edit_the_event(log_in, programme, event, address):
    teams = {"us": (programme, "change"), "publishers": (programme, "publish"), "others": (None,)}
    codes = {"nobody": Client().get(address(event)).status_code}
    for name, words in teams.items():
        codes[name] = log_in(make_team(name, *words).user).get(address(event)).status_code

    assert codes == {"nobody": 302, "us": 200, "publishers": 302, "others": 302}


@pytest.mark.parametrize("address", [sheet, guide])
def test_page_that_is_no_event_has_no_running_order(admin_session, programme, address):
    assert admin_session.get(address(programme)).status_code == 404


def test_form_of_a_translation_holds_no_running_order_and_leads_to_it(admin_session, event):
    french = Locale.objects.create(language_code="fr")
    translation = event.copy_for_translation(french, copy_parents=True)

    html = admin_session.get(edit_url(translation)).content.decode()

    assert 'name="running_order-count"' not in html
    assert "The running order is kept with the dates, and never translated:" in html
    assert "Wait for Ada." not in html


def test_saving_a_translation_writes_no_running_order(admin_session, event):
    french = Locale.objects.create(language_code="fr")
    translation = event.copy_for_translation(french, copy_parents=True)
    typed = streamfield([("break", {"title": "Tea", "minutes": "5"})])

    admin_session.post(edit_url(translation), event_post(running_order=typed))

    draft = EventPage.objects.get(pk=translation.pk).get_latest_revision_as_object()
    assert not draft.running_order


def test_removing_a_question_tells_that_its_note_is_kept(admin_session, event):
    note = {"question": "b0", "minutes": "", "who": "", "note": "Wait for Ada."}
    kept = streamfield([("break", {"title": "Tea", "minutes": "5"}), ("question_note", note)])

    admin_session.post(
        edit_url(event), event_post(conversation=questions("Other?"), running_order=kept)
    )

    told = admin_session.get(reverse("lift_notices", args=[event.pk]))
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert LOST in told.content.decode()
    assert "Wait for Ada." not in told.content.decode()
    assert draft.running_order[1].value["note"] == "Wait for Ada."
    assert "A question that is no longer there" in admin_session.get(sheet(event)).content.decode()


def test_guide_begins_in_the_pack_that_is_chosen(admin_session, event):
    pack = make_pack(event, live=False)

    asked = admin_session.get(guide(event))
    response = admin_session.post(guide(event), {"pack": pack.pk})

    choices = [
        label.get_text(" ", strip=True) for label in soup_of(asked).select("form li, form label")
    ]
    draft = InsightsPack.objects.get().get_latest_revision_as_object()
    assert any(pack.title in choice for choice in choices)
    assert response["Location"] == edit_url(pack)
    assert [child.block_type for child in draft.guide] == ["preparation", "round", "round"]
    assert "Wait for Ada." not in str(draft.guide.get_prep_value())
    assert not InsightsPack.objects.get().live


def test_guide_begins_in_a_new_pack(admin_session, event):
    admin_session.post(guide(event), {"pack": "new"})

    pack = InsightsPack.objects.get()
    assert (pack.event_id, pack.live) == (event.pk, False)


def test_guide_that_has_parts_already_says_so(admin_session, event):
    make_pack(event, guide=stream(("purpose", "<p>Why</p>")))

    html = admin_session.get(guide(event)).content.decode()

    assert "its guide has parts already: 1; the new ones come after them" in html


def test_nobody_begins_the_guide_of_a_pack_of_others(log_in, programme, event, other_programme):
    theirs = make_pack(other_programme, event=event, live=False)
    us = log_in(make_team("us", event, "change").user)

    asked = us.get(guide(event)).content.decode()
    us.post(guide(event), {"pack": theirs.pk})

    theirs.refresh_from_db()
    assert "You may neither edit a pack about this event nor make one below it." in asked
    assert (theirs.title in asked, theirs.latest_revision) == (False, None)


def test_guide_of_nothing_is_not_begun(admin_session, programme):
    event = make_event(programme)

    response = admin_session.post(guide(event), {"pack": "new"}, follow=True)

    assert "There is no running order yet to start a guide from." in (response.content.decode())
    assert not InsightsPack.objects.exists()
