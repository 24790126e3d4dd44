"""The edit form of an event, through what a browser sends to the admin."""

from datetime import date, time

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from tests.admin.posts import (
    PUBLISH,
    add_url,
    edit_url,
    errors_of,
    event_post,
    hosts,
    programme_post,
    questions,
)
from tests.factories import make_host, make_pack, make_programme, meeting_of
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_form_has_a_tab_for_each_part_of_the_work(admin_session, event):
    soup = soup_of(admin_session.get(edit_url(event)))

    tabs = [tab.get_text(" ").partition("(")[0].strip() for tab in soup.select("[role=tab]")]
    wanted = ["Event", "Conversation", "More dates", "Booking", "For facilitators"]
    assert tabs[:6] == [*wanted, "After the event"]


def test_form_publishes_an_event_from_nothing(admin_session, programme):
    first, second = make_host("Ada Bell"), make_host("Bo Chen")
    post = event_post(
        event_hosts=hosts(second, first),
        conversation=questions("Who was kind to you?"),
        topics="kindness, work",
        audiences="health",
        **PUBLISH,
    )

    response = admin_session.post(add_url("eventpage", programme), post)

    event = EventPage.objects.get()
    assert response.status_code == 302
    assert event.live
    assert [link.host.name for link in event.event_hosts.order_by("sort_order")] == [
        "Bo Chen",
        "Ada Bell",
    ]
    assert [q.question for q in event.questions] == ["Who was kind to you?"]
    assert sorted(tag.name for tag in event.topics.all()) == ["kindness", "work"]
    assert meeting_of(event).date_label == "2027-06-01 12:30 Europe/London"


def test_form_starts_with_the_zone_of_the_programme(admin_session, home):
    programme = make_programme(home, default_timezone="Pacific/Auckland")

    soup = soup_of(admin_session.get(add_url("eventpage", programme)))

    assert soup.select_one("#id_timezone option[selected]")["value"] == "Pacific/Auckland"


@pytest.mark.parametrize(("above", "zone"), [("", "Asia/Kolkata"), ("Asia/Tokyo", "Asia/Tokyo")])
def test_zone_of_a_new_programme_and_of_its_events_is_shown(
    admin_session, home, settings, above, zone
):
    settings.TIME_ZONE = "Asia/Kolkata"
    programme = make_programme(home, default_timezone=above)

    forms = [
        (soup_of(admin_session.get(add_url("eventindexpage", programme))), "default_timezone"),
        (soup_of(admin_session.get(add_url("eventpage", programme))), "timezone"),
    ]

    shown = [soup.select_one(f"#id_{name} option[selected]")["value"] for soup, name in forms]
    assert shown == [zone, zone]


def test_form_lets_the_end_follow_the_start(admin_session, programme):
    post = event_post(start_time="23:00", end_date="", end_time="", timezone="", **PUBLISH)

    admin_session.post(add_url("eventpage", programme), post)

    event = EventPage.objects.get()
    assert (event.end_date, event.end_time, event.timezone) == (
        date(2027, 6, 2),
        time(1, 0),
        "Europe/London",
    )


def test_booking_here_is_not_offered(admin_session, event):
    soup = soup_of(admin_session.get(edit_url(event)))

    offered = [option["value"] for option in soup.select("#id_booking_mode option")]
    assert offered == ["not_needed", "elsewhere"]


def test_fields_that_do_not_apply_are_stored_all_the_same(admin_session, event):
    post = event_post(booking_url="https://example.org/book", venue_name="Hall", **PUBLISH)

    admin_session.post(edit_url(event), post)

    event.refresh_from_db()
    assert (event.booking_url, event.venue_name) == ("https://example.org/book", "Hall")


def test_event_is_inspired_by_an_insights_pack_alone(admin_session, programme, event):
    pack = make_pack(programme)
    url = edit_url(event)

    refused = admin_session.post(url, event_post(inspired_by=programme.pk, **PUBLISH))
    saved = admin_session.post(url, event_post(inspired_by=programme.pk))
    draft = EventPage.objects.get().get_latest_revision_as_object()
    form = admin_session.get(url).content.decode()
    published = admin_session.post(url, event_post(inspired_by=pack.pk, **PUBLISH))

    event.refresh_from_db()
    assert errors_of(refused) == {"inspired_by": ["no_pack"]}
    assert (saved.status_code, draft.inspired_by_id) == (302, programme.pk)
    assert "wagtail_lift_pages.insightspack" in form
    assert (published.status_code, event.inspired_by_id) == (302, pack.pk)


def test_form_loads_its_script_from_a_file(admin_session, event):
    soup = soup_of(admin_session.get(edit_url(event)))

    sources = [script["src"] for script in soup.select("script[src]")]
    assert any("wagtail_lift/admin/event_form.js" in source for source in sources)


def test_times_are_typed_in_the_zone_of_the_event_by_an_editor_elsewhere(
    admin_session, superuser, event
):
    UserProfile.objects.create(user=superuser, current_time_zone="Pacific/Auckland")

    soup = soup_of(admin_session.get(edit_url(event)))
    admin_session.post(edit_url(event), event_post(start_time="13:00", **PUBLISH))

    shown = [soup.select_one(f"#id_{name}")["value"] for name in ("start_date", "start_time")]
    assert shown == ["2027-06-01", "12:30"]
    assert meeting_of(event).date_label == "2027-06-01 13:00 Europe/London"


@pytest.fixture
def translated(event):
    french = Locale.objects.create(language_code="fr")
    translation_page = event.copy_for_translation(french, copy_parents=True)
    translation_page.save_revision().publish()
    return translation_page


def test_translation_shows_what_its_source_says_and_changes_nothing(
    admin_session, event, translated
):
    EventPage.objects.filter(pk=event.pk).update(start_time=time(9, 30))
    post = event_post(
        slug=translated.slug, title="La bonté", start_time="20:00", timezone="Asia/Tokyo", **PUBLISH
    )

    soup = soup_of(admin_session.get(edit_url(translated)))
    response = admin_session.post(edit_url(translated), post)

    translated = EventPage.objects.get(pk=translated.pk)
    field = soup.select_one("#id_start_time")
    assert (field["value"], field.has_attr("disabled")) == ("09:30", True)
    assert soup.select_one("#id_booking_mode").has_attr("disabled")
    assert (
        soup.select_one("[data-lift-when]")
        .get_text(strip=True)
        .startswith("Tuesday 1 June 2027, 09:30 to 14:00")
    )
    assert response.status_code == 302
    assert (translated.title, translated.start_time, translated.timezone) == (
        "La bonté",
        time(9, 30),
        "Europe/London",
    )


def test_translation_leads_to_the_page_with_the_dates(admin_session, event, translated):
    response = admin_session.get(edit_url(translated))

    links = [a["href"] for a in soup_of(response).select(".help-block a")]
    assert edit_url(event) in links


def test_publishing_a_programme_says_nothing_about_clocks(admin_session, programme):
    post = programme_post(title="Talks", **PUBLISH)

    response = admin_session.post(edit_url(programme), post, follow=True)

    programme.refresh_from_db()
    assert programme.title == "Talks"
    assert "clocks" not in response.content.decode()


def test_programme_with_an_unknown_zone_is_refused(admin_session, programme):
    post = programme_post(default_timezone="Mars/Olympus", **PUBLISH)

    response = admin_session.post(edit_url(programme), post)

    assert errors_of(response) == {"default_timezone": ["timezone_unknown"]}


@pytest.mark.parametrize("slug", EventIndexPage.reserved_slugs)
def test_slug_of_a_programme_may_not_hide_a_sub_route(admin_session, programme, slug):
    refused = admin_session.post(
        add_url("eventindexpage", programme), programme_post(slug=slug, **PUBLISH)
    )
    saved = admin_session.post(add_url("eventindexpage", programme), programme_post(slug=slug))

    assert errors_of(refused) == {"slug": ["slug_reserved"]}
    assert saved.status_code == 302


def test_meeting_is_left_alone_by_a_draft(admin_session, event):
    admin_session.post(edit_url(event), event_post(start_date="2027-07-01"))

    assert Meeting.objects.get().date_label == "2027-06-01 12:30 Europe/London"


def test_new_event_offers_the_currency_of_the_programme_and_publishes_its_cost(
    admin_session, programme
):
    EventIndexPage.objects.update(default_currency="GBP")
    url = add_url("eventpage", programme)
    cost = {"cost_kind": "amount", "cost_amount": "5.50"}

    offered = soup_of(admin_session.get(url)).find(id="id_cost_currency")
    refused = admin_session.post(url, event_post(cost_kind="amount", **PUBLISH))
    admin_session.post(url, event_post(**cost, **PUBLISH))

    assert offered["value"] == "GBP"
    assert errors_of(refused) == {"cost_amount": ["cost_missing"]}
    event = EventPage.objects.get()
    assert (event.live, str(event.cost_amount), event.cost_currency) == (True, "5.50", "GBP")


def test_currency_of_a_programme_is_one_that_exists(admin_session, programme):
    url = edit_url(programme)

    refused = admin_session.post(url, programme_post(default_currency="XQQ", **PUBLISH))
    saved = admin_session.post(url, programme_post(default_currency="eur", **PUBLISH))

    assert errors_of(refused) == {"default_currency": ["currency_unknown"]}
    assert saved.status_code == 302
    assert EventIndexPage.objects.get(pk=programme.pk).default_currency == "EUR"
