"""What editors are told without being stopped: once published, and after each save by itself."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.admin.conftest import make_team
from tests.admin.posts import PUBLISH, add_url, edit_url, event_post, pack_post
from tests.factories import make_event, make_host, make_pack, when
from wagtail_lift.pages.models import EventPage

NO_HOST = "No host is named yet. (Event › Hosts, speakers and partners)"
NO_QUESTION = "The conversation has no question yet. (Conversation › Conversation)"
NO_PLACE = (
    "No venue is named yet. Search engines are not told of an event without a place. "
    "(Event › Venue)"
)
NO_CONTACT = "There is no contact. People do not know whom to ask. (Event › Contact name)"
NO_SUMMARY = "There is no summary. Cards, search and feeds will show none. (Event › Summary)"
PAST = "The date is in the past. (Event › Starts on)"
NOT_LISTED = "Readers do not see this host: Max Low (not listed: no consent) (Events › Hosts)"
VENUE = {"venue_name": "The Kettle", "contact_name": "Ada Bell"}


def told_in(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [item.text for item in soup.select(".help-warning li")]


def message_in(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    message = soup.select_one(".messages li.warning")
    return " ".join(message.get_text().split()).removesuffix(" Edit") if message else ""


def ask(client, page):
    return client.get(reverse("lift_notices", args=[page.pk]))


def test_event_published_at_once_is_told_what_a_reader_misses(admin_session, programme):
    yesterday = timezone.now() - timedelta(days=1)
    typed = {"summary": "", "start_date": f"{yesterday:%Y-%m-%d}", **PUBLISH}

    response = admin_session.post(add_url("eventpage", programme), event_post(**typed), follow=True)

    event = EventPage.objects.get()
    soup = BeautifulSoup(response.content, "html.parser")
    assert event.live
    assert message_in(response) == (
        f"Worth a look on “Kindness at work”: {PAST} {NO_HOST} {NO_QUESTION} {NO_PLACE} "
        f"{NO_CONTACT} {NO_SUMMARY}"
    )
    assert soup.select_one(".messages li.warning a")["href"] == edit_url(event)


def test_event_published_again_is_not_told_that_it_is_over(admin_session, programme):
    day = timezone.now() - timedelta(days=1)
    event = make_event(programme, live=False, hosts=[make_host()], **VENUE, **when(day))
    post = event_post(start_date=f"{day:%Y-%m-%d}", **VENUE, **PUBLISH)

    told = [
        " ".join(told_in(ask(admin_session, event))),
        *(message_in(admin_session.post(edit_url(event), post, follow=True)) for _ in range(2)),
        " ".join(told_in(ask(admin_session, event))),
    ]

    assert told == [
        f"{NO_QUESTION} {PAST}",
        f"Worth a look on “Kindness at work”: {PAST} {NO_QUESTION}",
        f"Worth a look on “Kindness at work”: {NO_QUESTION}",
        NO_QUESTION,
    ]


def test_pack_published_before_the_end_is_told(admin_session, event):
    response = admin_session.post(
        add_url("insightspack", event), pack_post(event=event.pk, **PUBLISH), follow=True
    )

    told = "The event has not ended yet. The pack stays closed until then."
    assert message_in(response).endswith(f"”: {told}")


def test_programme_is_told_nothing(admin_session, programme):
    assert told_in(ask(admin_session, programme)) == []


def test_form_asks_about_the_draft_it_saved(admin_session, programme):
    event = make_event(programme, hosts=[make_host("Max Low", is_listed=False)], **VENUE)
    event.summary = ""
    event.conversation = [("question", {"question": "Who was kind to you?"})]
    event.save_revision()

    told = told_in(ask(admin_session, event))

    assert told == [NO_SUMMARY, NOT_LISTED]


@pytest.mark.parametrize("kind", ["eventpage", "insightspack"])
def test_form_says_where_to_ask(admin_session, event, kind):
    parent = event if kind == "insightspack" else event.get_parent()

    response = admin_session.get(add_url(kind, parent))

    soup = BeautifulSoup(response.content, "html.parser")
    panel = soup.select_one("[data-lift-notices]")
    assert panel["data-lift-notices"] == reverse("lift_notices", args=[0])
    assert panel.get_text(strip=True) == ""
    assert soup.select_one('script[src*="wagtail_lift/admin/notices.js"]')


def test_notices_are_for_those_who_may_edit_the_page(log_in, client, programme, event, home):
    pack = make_pack(event)
    anonymous = ask(client, event)
    ours = log_in(make_team("us", programme, "change").user)
    mine = [ask(ours, page).status_code for page in (event, pack, home)]
    gone = ours.get(reverse("lift_notices", args=[10**9])).status_code
    posted = ours.post(reverse("lift_notices", args=[event.pk])).status_code
    theirs = log_in(make_team("them", None).user)
    other = [ask(theirs, page) for page in (event, pack)]

    assert anonymous["Location"].startswith("/admin/login/")
    assert (mine, gone, posted) == ([200, 200, 404], 404, 405)
    assert [r["Location"] for r in other] == ["/admin/", "/admin/"]
