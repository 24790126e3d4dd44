"""What must work on every site: run in each test project, with its own settings."""

from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command

from tests.projects.conftest import make_editor
from wagtail_lift.models import EventOccurrence, Meeting, get_host_model
from wagtail_lift.models.kinds import EventKind, PackKind, page_types

EVENT_TYPES = page_types(EventKind)
SHOWN_BY_API = {"status": "drop_in", "stage": "upcoming", "timezone": "Europe/London"}


@pytest.fixture(params=EVENT_TYPES, ids=lambda event_type: event_type.__name__)
def event(request, db):
    """The event to come, of each of the site's types."""
    return request.param.objects.get(title="Kindness at work")


@pytest.fixture
def past_event(db):
    """The event that has taken place."""
    return EVENT_TYPES[-1].objects.get(title="Listening")


def text_of(response):
    assert response.status_code == 200
    return response.text


def test_site_passes_every_check():
    call_command("check", fail_level="WARNING")


@pytest.mark.django_db
def test_site_lacks_no_migration(capsys):
    call_command("makemigrations", check_changes=True, dry_run=True)

    assert capsys.readouterr().out == "No changes detected\n"


def test_event_published_in_the_admin_is_shown(client, event):
    occurrence = EventOccurrence.objects.get(page=event.pk)

    shown = text_of(client.get(event.url))

    assert f"{occurrence.starts_at:%Y-%m-%d %H:%M}" == "2099-06-01 11:30"
    assert "Kindness at work" in shown
    assert ("Ada Bell" in shown) == hasattr(event, "event_hosts")


def test_programme_lists_every_event(client, programme):
    listing = client.get(programme.url).context_data["listing"]

    assert [card.title for card in listing.upcoming.items] == ["Kindness at work"] * len(
        EVENT_TYPES
    )
    assert [card.title for card in listing.past.items] == ["Listening"]


def test_event_is_read_through_api_v2(client, event):
    name = "events" if len(EVENT_TYPES) == 1 else f"{type(event).__name__.lower()}s"

    in_pages = client.get(f"/api/v2/pages/{event.pk}/").json()
    listed = client.get(f"/api/v2/{name}/?slug={event.slug}").json()["items"]

    assert {key: in_pages[key] for key in SHOWN_BY_API} == SHOWN_BY_API
    assert [{key: row[key] for key in SHOWN_BY_API} for row in listed] == [SHOWN_BY_API]


needs_api_v3 = pytest.mark.skipif(
    not apps.is_installed("wagtail.api.v3"), reason="Wagtail 8 brought version 3."
)


@needs_api_v3
def test_event_is_read_through_api_v3(client, event):
    shown = client.get(f"/api/v3/pages/{event.pk}/").json()

    assert {key: shown[key] for key in SHOWN_BY_API} == SHOWN_BY_API


@needs_api_v3
def test_event_is_published_through_api_v3(client, programme, event):
    from wagtail.models import APIToken  # here, because Wagtail 7.4 lacks it

    event_type = type(event)
    body = {
        "meta": {
            "type": event_type._meta.label,
            "parent_id": programme.pk,
            "action": "publish",
        },
        "title": "Told by a machine",
        "start_date": "2099-07-01",
        "start_time": "10:00:00",
        "timezone": "Europe/London",
        "conversation": [{"type": "question", "value": {"question": "Who wrote this?"}}],
    }
    if hasattr(event_type, "event_hosts"):
        body["event_hosts"] = [{"host_id": get_host_model().objects.get().pk, "role": "host"}]
    _, token = APIToken.create_token(user=make_editor(), name="story")

    answer = client.post(
        "/api/v3/pages/",
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )

    assert answer.status_code == 201, answer.text
    made = event_type.objects.get(title="Told by a machine")
    shown = text_of(client.get(made.url))
    assert "Who wrote this?" in shown
    assert ("Ada Bell" in shown) == hasattr(event_type, "event_hosts")


@needs_api_v3
@pytest.mark.django_db
def test_api_v3_describes_every_page_type(client):
    described = text_of(client.get("/api/v3/openapi.json"))

    assert all(f'"{event_type._meta.label}"' in described for event_type in EVENT_TYPES)


@pytest.mark.django_db
def test_hosts_and_packs_are_read_through_api_v2(client):
    hosts = client.get("/api/v2/hosts/").json()["items"]
    packs = client.get("/api/v2/insights/").json()["items"]

    assert [host["name"] for host in hosts] == ["Ada Bell"]
    assert [pack["title"] for pack in packs] == ["What we learnt"]


def test_pack_made_below_an_event_is_open_once_it_has_ended(client, past_event):
    (pack_type,) = page_types(PackKind)
    pack = pack_type.objects.get()

    assert (pack.event_id, pack.is_open) == (past_event.pk, True)
    assert f'href="{pack.url}"' in text_of(client.get(past_event.url))
    assert "What we learnt" in text_of(client.get(pack.url))


def test_admin_lists_events_packs_and_dates(editor):
    menu = text_of(editor.get("/admin/"))

    assert all(f'"name": "lift-{name}"' in menu for name in ("events", "packs", "dates"))
    assert "Kindness at work" in text_of(editor.get("/admin/lift/events/"))
    assert "What we learnt" in text_of(editor.get("/admin/lift/packs/"))
    assert "Listening" in text_of(editor.get("/admin/lift/dates/"))


def test_date_is_cancelled_in_the_admin(editor, event):
    meeting = Meeting.objects.get(event__page_links__page=event.pk)

    answer = editor.post(f"/admin/lift/dates/cancel/{meeting.pk}/", {"public_note": "Snow."})

    meeting.refresh_from_db()
    assert answer.status_code == 302
    assert (meeting.state, meeting.public_note) == ("cancelled", "Snow.")
    assert "Snow." in text_of(editor.get(event.url))


def test_pages_are_edited_again_in_the_admin(editor, programme, event):
    for page in (programme, event):
        assert page.title in text_of(editor.get(f"/admin/pages/{page.pk}/edit/"))


def test_event_is_found_by_its_title(event):
    assert list(type(event).objects.search("work")) == [event]


def test_no_link_on_the_pages_leads_nowhere(client, programme):
    asked, answers = [programme.url], {}

    while asked:
        address = asked.pop()
        response = client.get(address)
        answers[address] = response.status_code
        asked += [link for link in internal_links(response) if link not in {*answers, *asked}]

    assert {address: code for address, code in answers.items() if code != 200} == {}
    assert len(answers) > len(EVENT_TYPES) + 1


def internal_links(response):
    """Return the addresses below the site's root that a page links to, without their anchors."""
    soup = BeautifulSoup(response.content, "html.parser")
    links = [urljoin(response.request["PATH_INFO"], a["href"]) for a in soup.select("main a[href]")]
    return {urldefrag(link).url for link in links if link.startswith("/")}


def test_event_is_previewed_in_each_status(event):
    modes = [mode for mode, label in event.preview_modes]

    answers = {mode: event.make_preview_request(preview_mode=mode).status_code for mode in modes}

    assert answers == dict.fromkeys(modes, 200)
    assert len(modes) == 13


def test_copy_of_an_event_made_in_the_admin_has_a_date_of_its_own(editor, programme, event):
    typed = {"new_title": "Once more", "new_slug": "once-more", "publish_copies": "on"}

    answer = editor.post(
        f"/admin/pages/{event.pk}/copy/",
        {**typed, "new_parent_page": programme.pk, "copy_subpages": ""},
    )

    assert answer.status_code == 302
    dates = Meeting.objects.filter(
        event__source__in=[event, type(event).objects.get(slug="once-more")]
    )
    assert len({meeting.uid for meeting in dates}) == 2


@pytest.mark.django_db
def test_nothing_that_is_projected_has_drifted(capsys):
    call_command("rebuild_occurrences")

    assert "0 had drifted" in capsys.readouterr().out
