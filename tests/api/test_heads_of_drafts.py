"""What stands around a draft is what will stand around the page once the draft is published."""

import json
from datetime import date, time, timedelta

import pytest
from django.apps import apps
from django.utils import translation
from wagtail.models import Locale

from tests.api.drafts import found, publish, shared, without_facts_about_publication
from tests.factories import (
    local,
    make_event,
    make_host,
    make_image,
    make_pack,
    make_programme,
    when,
)
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.pages.models import EventHost, EventIndexPage, EventPage, InsightsPack

VERSIONS = [2, *([3] if apps.is_installed("wagtail.api.v3") else [])]
GUIDE = json.dumps([{"type": "purpose", "value": "<p>Together</p>", "id": "p"}])


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


@pytest.fixture(autouse=True)
def account(superuser):
    return superuser


def drafted(page, **changes):
    """Save a draft of a page with some changes, and return the page as it is stored."""
    draft = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()
    return type(page).objects.get(pk=page.pk)


def heads(version, page):
    """Return the whole answer about a draft, and about the page after publishing it."""
    draft = shared(version, page, include="head")
    publish(page)
    return [*map(without_facts_about_publication, (draft, found(version, page, include="head")))]


EVENTS = {
    "nothing": {},
    "title": {"title": "Another", "seo_title": "For search engines", "summary": "Something else."},
    "slug": {"slug": "another"},
    "day": {"start_date": date(2027, 7, 6)},
    "no date": dict.fromkeys(("start_date", "start_time", "end_date", "end_time")),
    "past": {"start_date": date(2025, 7, 6)},
    "now": {"start_date": date(2026, 11, 23), "start_time": time(11), "end_time": time(13)},
    "series": {"recurrence_rule": "FREQ=DAILY;COUNT=3"},
    "zone": {"timezone": "Asia/Tokyo"},
    "online": {"attendance_mode": "online", "platform_name": "Zoom"},
    "place": {"venue_name": "The Mill", "map_url": "https://map.example/"},
    "booking": {"booking_mode": "elsewhere", "booking_url": "https://book.example/"},
    "full": {
        "booking_mode": "elsewhere",
        "booking_url": "https://book.example/",
        "booking_places": "full",
    },
    "open join link": {
        "start_date": date(2026, 11, 23),
        "start_time": time(11),
        "end_time": time(13),
        "attendance_mode": "online",
        "join_link_rule": "everyone",
    },
}


@pytest.mark.parametrize("change", EVENTS)
@pytest.mark.parametrize("is_live", [True, False], ids=["published", "never published"])
def test_draft_of_an_event_has_the_head_that_it_will_have(programme, version, change, is_live):
    event = make_event(programme, live=is_live, hosts=[make_host()], topics=["care"])
    make_event(programme, "Other")

    draft, live = heads(version, drafted(event, **EVENTS[change]))

    assert draft == live
    assert draft["head"]["sharing"]["title"]


def test_draft_with_a_picture_and_hosts_has_them_in_its_head(programme, version):
    event = make_event(programme, venue_name="The Mill")
    draft = EventPage.objects.get(pk=event.pk)
    draft.lead_image = make_image()
    draft.event_hosts = [EventHost(host=make_host("Bo Carr"), role="speaker")]
    draft.save_revision()

    draft, live = heads(version, event)

    assert draft == live
    assert draft["head"]["sharing"]["image"]["url"].startswith("http://testserver/")
    assert "Bo Carr" in str(draft["head"]["json_ld"])


@pytest.mark.parametrize("act", [cancel_meeting, postpone_meeting])
def test_what_was_done_to_a_date_is_in_the_head_of_a_draft(programme, version, superuser, act):
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    act(event.lift_event.meetings.order_by("starts_at").first(), user=superuser)

    draft, live = heads(version, drafted(event, title="Another", start_time=time(13)))

    assert draft == live


PACKS = {
    "title": {"title": "Another", "introduction": "<p>Much.</p>"},
    "slug": {"slug": "another"},
    "guide": {"guide": GUIDE},
    "opened": {"opens_early": True},
    "about nothing": {"event": None},
}


@pytest.mark.parametrize("change", PACKS)
@pytest.mark.parametrize("is_live", [True, False], ids=["published", "never published"])
@pytest.mark.parametrize("days", [-9, 9], ids=["open", "closed"])
def test_draft_of_a_pack_has_the_head_that_it_will_have(
    programme, version, today, change, is_live, days
):
    event = make_event(programme, **when(today + timedelta(days=days)))
    pack = make_pack(event, "Learnt", live=is_live, introduction="<p>We learnt.</p>")

    draft, live = heads(version, drafted(pack, **PACKS[change]))

    assert draft == live


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another", "introduction": "<p>Come.</p>"},
        {"slug": "a-much-longer-slug"},
        {"slug": "x"},
    ],
)
def test_draft_of_a_programme_has_the_head_that_it_will_have(programme, version, changes):
    make_event(programme, hosts=[make_host()])
    make_pack(make_event(programme, "Over", **when(local(2025, 6, 1, 12))), opens_early=True)
    make_programme(programme, "Inner")

    draft, live = heads(version, drafted(programme, **changes))

    assert draft == live
    assert "kindness-at-work" in str(draft["head"]["json_ld"])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("changes", [{"title": "Bonté"}, {"slug": "bonte", "summary": "Viens."}])
@pytest.mark.parametrize("is_live", [True, False], ids=["published", "never published"])
def test_draft_of_a_translation_has_the_head_that_it_will_have(
    programme, version, language, changes, is_live
):
    event = make_event(programme)
    french = Locale.objects.get_or_create(language_code="fr")[0]
    programme.copy_for_translation(french, copy_parents=True).save_revision().publish()
    copy = event.copy_for_translation(french)
    copy.slug = "gentillesse"
    copy.save()
    if is_live:
        copy.save_revision().publish()

    with translation.override(language):
        draft, live = heads(version, drafted(copy, **changes))

    assert draft == live
    assert draft["locale"] == draft["head"]["language"] == "fr"
    assert [each["locale"] for each in draft["head"]["alternates"]] == ["en", "fr"]


def test_closed_pack_says_no_more_in_the_head_of_its_draft_than_it_will(programme, version):
    pack = make_pack(make_event(programme), introduction="<p>SECRET</p>", live=False)

    answer = shared(version, drafted(pack, title="To come"), include="head")

    assert answer["head"]["sharing"]["title"] == "To come"
    assert "SECRET" not in str(answer)


def test_head_of_a_draft_holds_no_join_link(programme, version, today):
    secret = "https://meet.example.org/secret-room"
    fields = {"attendance_mode": "online", "join_url": secret, "join_link_rule": "everyone"}
    event = make_event(programme, **fields, **when(today))

    answer = shared(version, drafted(event, title="Another"), include="head")

    assert secret in str(found(version, event, include="head"))
    assert secret not in str(answer)


def test_mode_has_a_head_of_its_own(programme, version):
    event = drafted(make_event(programme, venue_name="The Mill"), title="Another")
    modes = ("", "status-taken_place", "status-fully_booked", "status-cancelled")

    answers = [shared(version, event, include="head", mode=mode) for mode in modes]

    statuses = [answer["head"]["status"]["status"] for answer in answers]
    assert statuses == ["drop_in", "taken_place", "fully_booked", "cancelled"]
    assert "EventCancelled" in answers[3]["head"]["json_ld"]


@pytest.mark.parametrize("include", ["", "all", "detail,head", "head,"])
def test_unknown_part_is_refused(programme, client, version, include):
    event = make_event(programme)

    with pytest.raises(AssertionError, match="include"):
        shared(version, drafted(event), include=include)


@pytest.mark.skipif(3 not in VERSIONS, reason="Wagtail 8 brought version 3 of the API")
@pytest.mark.parametrize("kind", [EventPage, InsightsPack, EventIndexPage])
def test_draft_comes_whole_as_the_page_will(programme, kind):
    make_pack(make_event(programme), opens_early=True, guide=GUIDE)
    page = drafted(kind.objects.first(), title="Another")
    query = {"include": "head,detail", "rich_text_format": "html"}

    draft = without_facts_about_publication(shared(3, page, **query))
    alone = shared(3, page, rich_text_format="html")
    only_detail = shared(3, page, include="detail", rich_text_format="html")
    publish(page)
    live = without_facts_about_publication(found(3, page, **query))

    assert draft["detail"] == alone == only_detail["detail"]
    assert {**draft, "detail": None} == {**live, "detail": None}
    assert {**only_detail, "head": draft["head"]} == draft
