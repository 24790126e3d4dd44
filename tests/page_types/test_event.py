"""The event page as a model: defaults, what is refused, and what a draft may hold."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.models import Locale, Page

from tests.factories import (
    LONDON,
    local,
    make_event,
    make_host,
    make_pack,
    make_programme,
    meeting_of,
    when,
)
from wagtail_lift.api.values import events as api_content
from wagtail_lift.enums import Stage, Status
from wagtail_lift.models import EventFacet, EventIndexPage, EventPage, InsightsPack
from wagtail_lift.page_types import event_attendance
from wagtail_lift.projection import rebuild_occurrences

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(home):
    return make_programme(home)


def refused(programme, **fields) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        make_event(programme, **fields)
    return {name: [e.code for e in errors] for name, errors in error.value.error_dict.items()}


def test_zone_is_copied_from_the_programme_once(programme):
    event = make_event(programme, timezone="")
    programme.default_timezone = "America/New_York"
    programme.save()

    event.save()

    assert EventPage.objects.get(pk=event.pk).timezone == LONDON


def test_zone_of_the_site_is_used_where_the_programme_has_none(home, settings):
    settings.TIME_ZONE = "Asia/Kolkata"
    programme = make_programme(home, default_timezone="")

    assert make_event(programme, start_date=None).timezone == "Asia/Kolkata"


def test_end_follows_the_start(programme):
    event = make_event(programme, start_date=date(2027, 6, 1), start_time=time(23, 0))

    assert (event.end_date, event.end_time) == (date(2027, 6, 2), time(1, 0))


def test_end_that_was_typed_is_kept(programme):
    event = make_event(
        programme, start_date=date(2027, 6, 1), start_time=time(9), end_time=time(10)
    )

    assert (event.end_date, event.end_time) == (None, time(10, 0))


JUNE = {"start_date": date(2027, 6, 1), "start_time": time(12, 30), "end_time": time(14, 0)}
BOOKED = {**JUNE, "booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/"}


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({**JUNE, "end_time": time(12, 0)}, {"end_time": ["end_before_start"]}),
        ({**JUNE, "end_date": date(2027, 5, 1)}, {"end_date": ["end_before_start"]}),
        ({**JUNE, "timezone": "Mars/Olympus"}, {"timezone": ["timezone_unknown"]}),
        ({"start_date": None, "start_time": time(9)}, {"start_date": ["start_date_missing"]}),
        (
            {"start_date": date(2027, 6, 1)},
            {
                "start_time": ["start_time_missing"],
                "end_time": ["end_time_missing"],
            },
        ),
        ({**BOOKED, "booking_url": ""}, {"booking_url": ["booking_url_missing"]}),
        (
            {**BOOKED, "booking_opens_date": date(2027, 6, 2)},
            {"booking_opens_date": ["booking_opens_late"]},
        ),
        (
            {
                **BOOKED,
                "booking_opens_date": date(2027, 5, 2),
                "booking_closes_date": date(2027, 5, 1),
            },
            {"booking_closes_date": ["booking_closes_early"]},
        ),
        (
            {
                **BOOKED,
                "booking_closes_date": date(2027, 6, 1),
                "booking_closes_time": time(15, 0),
            },
            {"booking_closes_date": ["booking_closes_late"]},
        ),
        (
            {**BOOKED, "booking_opens_before": 2, "booking_opens_date": date(2027, 5, 1)},
            {"booking_opens_before": ["booking_end_twice"]},
        ),
        (
            {**BOOKED, "booking_opens_before": 2, "booking_closes_before": 48},
            {"booking_closes_before": ["booking_closes_early"]},
        ),
        (
            {**BOOKED, "booking_opens_time": time(9)},
            {
                "booking_opens_date": ["booking_date_missing"],
            },
        ),
    ],
)
def test_publishing_is_refused_at_the_field(fields, problems, programme):
    assert refused(programme, **fields) == problems


@pytest.mark.parametrize("slug", EventIndexPage.reserved_slugs)
def test_slug_that_hides_a_sub_route_is_refused(slug, programme):
    assert refused(programme, slug=slug) == {"slug": ["slug_reserved"]}


@pytest.mark.parametrize(
    "fields",
    [
        {**JUNE, "end_time": time(12, 0)},
        {**JUNE, "timezone": "Mars/Olympus"},
        {"start_date": date(2027, 6, 1)},
        {**BOOKED, "booking_url": ""},
    ],
)
def test_draft_may_hold_what_publishing_refuses(fields, programme, client, superuser):
    event = make_event(programme, live=False, **fields)

    draft = EventPage.objects.get(pk=event.pk)

    assert draft.lifecycle.status in Status
    assert draft.get_context(client.get("/").wsgi_request)["occurrence"] is not None


def test_nothing_that_depends_on_the_clock_is_refused(programme, now):
    event = make_event(programme, **when(now - timedelta(days=400)))

    event.full_clean()

    assert event.lifecycle.stage == Stage.TAKEN_PLACE


def test_translation_is_not_checked_for_what_the_source_decides(programme):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(programme)
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.start_time, translation.live = None, True

    translation.full_clean()

    assert not translation.is_source


def test_two_live_packs_for_one_event_are_refused(programme):
    event = make_event(programme)
    make_pack(event, "First")

    with pytest.raises(ValidationError) as error:
        make_pack(event, "Second")

    assert set(error.value.message_dict) == {"event"}


def test_pack_scheduled_beside_a_live_one_is_refused(programme):
    event = make_event(programme)
    scheduled = make_pack(event, "Scheduled", live=False)
    with time_machine.travel(local(2027, 1, 1, 9)):
        scheduled.go_live_at = local(2027, 1, 2, 9)
        scheduled.save_revision().publish()

        with pytest.raises(ValidationError):
            make_pack(event, "Second")


def test_packs_in_two_languages_live_side_by_side(programme):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    pack = make_pack(make_event(programme), "Insights")
    translation = pack.copy_for_translation(french, copy_parents=True)
    translation = InsightsPack.objects.get(pk=translation.pk)

    translation.save_revision().publish()

    assert InsightsPack.objects.live().count() == 2


def test_page_types_know_their_place_in_the_tree():
    allowed = {
        model: {child.__name__ for child in model.allowed_subpage_models()}
        for model in (EventIndexPage, EventPage, InsightsPack)
    }

    assert {"EventIndexPage", "EventPage", "InsightsPack"} <= allowed[EventIndexPage]
    assert "EventPage" not in allowed[EventPage]
    assert "InsightsPack" in allowed[EventPage]
    assert allowed[InsightsPack] == set()
    assert Page not in EventPage.allowed_parent_page_models()
    assert Page in InsightsPack.allowed_parent_page_models()


def test_live_page_without_stored_rows_still_knows_its_status(programme):
    event = make_event(programme)
    event.lift_occurrences.all().delete()

    assert EventPage.objects.get(pk=event.pk).lifecycle.headline.starts_at == local(
        2027, 6, 1, 12, 30
    )


def test_names_of_topics_and_audiences_of_a_draft_are_the_drafts(programme):
    event = make_event(programme, topics=["Kindness"], audiences=["Health"], live=False)

    assert (event.topic_names, event.audience_names) == (["Kindness"], ["Health"])


@pytest.mark.parametrize("live", [True, False])
def test_topics_and_audiences_are_shown_by_name_whatever_their_rows(programme, live):
    names = ["kindness", "Listening", "care"]
    event = make_event(programme, topics=names, audiences=names, live=live)
    event = EventPage.objects.get(pk=event.pk)

    shown = [event.topic_names, event.audience_names]
    shown += [read(event, None) for read in (api_content.topics, api_content.audiences)]
    shown.append([facet.label for facet in event.get_facets() if facet.kind == "topic"])
    assert shown == [["care", "kindness", "Listening"]] * 5


def test_facets_name_access_and_attendance(programme):
    event = make_event(
        programme, hosts=[make_host()], step_free=True, captions=True, attendance_mode="both"
    )

    found = {(facet.kind, facet.value) for facet in event.facets if facet.kind != "host"}
    assert found == {("access", "step_free"), ("access", "captions"), ("mode", "both")}


@pytest.mark.parametrize(
    ("mode", "place"),
    [
        ("in_person", "Library"),
        ("online", "Zoom"),
        ("both", "Library · Zoom"),
    ],
)
def test_place_says_in_one_line_where_it_is(mode, place):
    event = EventPage(attendance_mode=mode, venue_name="Library", platform_name="Zoom")

    assert event.place == place


def test_place_online_without_a_platform_is_online():
    assert EventPage(attendance_mode="online").place == "Online"


def test_words_that_are_stored_are_in_the_language_of_the_page_whoever_asks(programme, monkeypatch):
    monkeypatch.setattr(event_attendance, "label_in", lambda code, word: f"{word.label} ({code})")
    event = make_event(programme, attendance_mode="both", venue_name="", step_free=True)

    with override("de"):
        rebuilt = next(iter(rebuild_occurrences()))
        place = event.place

    facets = EventFacet.objects.filter(page=event.pk)
    labels = dict(facets.values_list("kind", "label"))
    assert (place, rebuilt.has_drifted) == ("Online (en)", False)
    assert labels == {"access": "Step-free access", "mode": "In person and online"}
    assert meeting_of(event).sequence == 0


def test_booking_page_of_the_source_serves_its_translations(programme):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(programme, **BOOKED)
    translation = event.copy_for_translation(french, copy_parents=True)
    translation = EventPage.objects.get(pk=translation.pk)
    translation.booking_url = ""

    assert translation.source_booking_url == "https://tickets.example.org/"
