"""A front end of its own shows pages and previews; calendars and feeds stay here."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_headless_preview.models import PagePreview

from tests.projects.admin_forms import values_of_form
from tests.projects.conftest import make_editor
from tests.projects.headless.talks.models import (
    Above,
    Between,
    OnSitePage,
    OursFirst,
    PreviewedOnly,
    ShownOnly,
    TheirsFirst,
    WithoutRoutes,
)
from wagtail_lift.actions import share_draft
from wagtail_lift.enums import Status
from wagtail_lift.models.kinds import EventKind, page_types
from wagtail_lift.pages.models import EventPage, InsightsPack

THERE = "https://front.example.org"
SHOWN_THERE = [Above, Between, EventPage, OnSitePage, OursFirst, ShownOnly, TheirsFirst]
PREVIEWED_THERE = [*(kind for kind in SHOWN_THERE if kind is not ShownOnly), PreviewedOnly]
API_VERSIONS = [2, *([3] if apps.is_installed("wagtail.api.v3") else [])]
ADDRESS = {2: "/api/v2/page_preview/", 3: "/api/v3/lift/preview/"}
MODES = ["", *(f"status-{status.value}" for status in Status)]

pytestmark = pytest.mark.django_db


def event_of(kind):
    return kind.objects.get(slug=kind.__name__.lower())


def preview_url(page, mode=""):
    """Return where the admin's preview of a page leads."""
    answer = page.make_preview_request(preview_mode=mode)
    assert (answer.status_code, answer["Cache-Control"]) == (302, "private, no-store")
    return answer["Location"]


def read(client, version, url):
    """Return what the API answers to a front end that was opened at an address."""
    return client.get(f"{ADDRESS[version]}?{urlsplit(url).query}")


def draft_of(kind):
    draft = event_of(kind)
    draft.title, draft.start_date = "A draft", draft.start_date + timedelta(days=1)
    return draft


def test_site_passes_every_check():
    call_command("check", fail_level="WARNING")


def test_every_event_type_is_covered():
    assert {*SHOWN_THERE, *PREVIEWED_THERE, WithoutRoutes} == set(page_types(EventKind))


@pytest.mark.parametrize("kind", [*SHOWN_THERE, WithoutRoutes])
def test_page_leads_to_the_front_end_and_keeps_its_query(client, kind):
    page = event_of(kind)

    answers = [client.get(f"{page.url}{query}") for query in ("", "?date=2099-06-01")]

    kept = "" if kind is WithoutRoutes else "?date=2099-06-01"
    assert [(a.status_code, a["Location"]) for a in answers] == [
        (302, f"{THERE}{page.url}"),
        (302, f"{THERE}{page.url}{kept}"),
    ]


@pytest.mark.parametrize("kind", [*SHOWN_THERE, PreviewedOnly])
def test_calendar_stays_here(client, kind):
    answer = client.get(f"{event_of(kind).url}ics/")

    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert b"BEGIN:VEVENT" in b"".join(answer.streaming_content)


def test_page_that_is_only_previewed_there_is_shown_here(client):
    assert "Kindness at work" in client.get(event_of(PreviewedOnly).url).text


def test_programme_and_pack_lead_there_and_their_sub_routes_stay(client, programme):
    pack = InsightsPack.objects.get()
    routes = ["feed/", "ics/", "calendar/", "insights/"]

    assert [client.get(page.url)["Location"] for page in (programme, pack)] == [
        f"{THERE}{programme.url}",
        f"{THERE}{pack.url}",
    ]
    assert [client.get(f"{programme.url}{route}").status_code for route in routes] == [200] * 4


@pytest.mark.parametrize("kind", PREVIEWED_THERE)
@pytest.mark.parametrize("mode", ["", "status-taken_place"])
def test_preview_leads_to_the_front_end_with_its_mode(kind, mode):
    url = preview_url(event_of(kind), mode)

    query = parse_qs(urlsplit(url).query)
    route = "/api/preview/" if issubclass(kind, OnSitePage) else "/"
    assert url.startswith(f"{THERE}{route}?")
    assert query["content_type"] == [kind._meta.label_lower]
    assert query.get("mode", [""]) == [mode]


@pytest.mark.parametrize("kind", PREVIEWED_THERE)
@pytest.mark.parametrize("version", API_VERSIONS)
def test_api_answers_the_draft_that_is_previewed(client, kind, version):
    draft = draft_of(kind)

    answer = read(client, version, preview_url(draft))

    body = answer.json()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert (body["id"], body["title"]) == (draft.pk, "A draft")
    assert [date["key"] for date in body["occurrences"]] == ["2099-06-02T12:30"]
    assert event_of(kind).occurrences[0].date_key == "2099-06-01T12:30"


@pytest.mark.parametrize("version", API_VERSIONS)
def test_every_mode_has_an_answer_of_its_own(client, version):
    draft = draft_of(OursFirst)

    answers = [read(client, version, preview_url(draft, mode)).json() for mode in MODES]

    assert [a["status"] for a in answers] == ["drop_in", *(status.value for status in Status)]
    assert [a["status_label"] for a in answers[1:]] == [str(status.label) for status in Status]
    assert [a["occurrences"][0]["status"] for a in answers] == [a["status"] for a in answers]


@pytest.mark.parametrize("version", API_VERSIONS)
def test_preview_of_a_new_page_is_answered(client, editor, programme, version):
    form = f"/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/"
    streams = {f"{f.name}-count": "0" for f in EventPage._meta.fields if isinstance(f, StreamField)}
    typed = {**streams, **values_of_form(editor.get(form).content), "title": "Brand new"}
    url = f"{form}preview/"

    valid = editor.post(url, {**typed, "slug": "brand-new"}).json()
    answer = read(client, version, editor.get(url)["Location"])

    assert valid["is_valid"]
    body = answer.json()
    assert (answer.status_code, body["id"], body["title"]) == (200, 0, "Brand new")
    assert body["status"] == "date_to_come"
    assert not EventPage.objects.filter(slug="brand-new").exists()


@pytest.mark.parametrize("version", API_VERSIONS)
def test_translation_is_previewed_with_the_dates_of_its_source(client, version):
    event = event_of(OursFirst)
    french = Locale.objects.get_or_create(language_code="fr")[0]
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.title = "Bonté"

    body = read(client, version, preview_url(translation)).json()

    assert (body["title"], body["start_date"]) == ("Bonté", "2099-06-01")
    assert [date["key"] for date in body["occurrences"]] == ["2099-06-01T12:30"]


@pytest.mark.parametrize("version", API_VERSIONS)
def test_pack_that_is_not_open_is_previewed_whole(client, version):
    draft = InsightsPack(title="To come", introduction="<p>We shall learn.</p>", live=False)
    pack = event_of(EventPage).add_child(instance=draft)

    body = read(client, version, preview_url(pack)).json()

    assert (body["is_open"], body["introduction"]) == (False, "<p>We shall learn.</p>")


@pytest.mark.parametrize("version", API_VERSIONS)
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"token": "none"}, 404),
        ({"token": ""}, 404),
        ({"token": "\x00"}, 400),
        ({"content_type": "talks.theirsfirst"}, 404),
        ({"content_type": "wagtailcore.page"}, 404),
        ({"content_type": "auth.user"}, 404),
        ({"content_type": "nonsense"}, 404),
        ({"content_type": "a.b.c"}, 404),
        ({"mode": "status-nonsense"}, 400),
        ({"mode": "nonsense"}, 400),
    ],
)
def test_wrong_parameters_are_refused(client, version, change, code):
    query = {k: v[0] for k, v in parse_qs(urlsplit(preview_url(event_of(EventPage))).query).items()}

    answer = client.get(ADDRESS[version], {**query, **change})

    assert answer.status_code == code
    assert "mode" not in change or "mode" in answer.text
    assert "Kindness" not in answer.text


@pytest.mark.parametrize("version", API_VERSIONS)
def test_preview_can_be_read_for_a_day(client, version):
    url = preview_url(event_of(EventPage))
    now = timezone.now()
    answers = []
    for hours in (23, 25):
        with time_machine.travel(now + timedelta(hours=hours)):
            answers.append(read(client, version, url).status_code)

    assert answers == [200, 404]


@pytest.mark.parametrize("version", API_VERSIONS)
def test_preview_shows_no_private_value(client, version):
    draft = event_of(EventPage)
    draft.attendance_mode, draft.join_url = "online", "https://meet.example.org/secret"

    answer = read(client, version, preview_url(draft))

    assert answer.status_code == 200
    assert "secret" not in answer.text


def test_reading_a_preview_writes_nothing(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = preview_url(draft_of(EventPage))

    with CaptureQueriesContext(connection) as captured:
        for version in API_VERSIONS:
            read(client, version, url)

    assert [q["sql"] for q in captured if not q["sql"].startswith("SELECT")] == []
    assert (PagePreview.objects.count(), Page.objects.filter(title="A draft").count()) == (1, 0)


@pytest.mark.parametrize("version", API_VERSIONS)
@pytest.mark.parametrize("kind", [EventPage, OursFirst])
def test_link_to_a_draft_leads_to_the_front_end_which_reads_it(client, version, kind):
    draft_of(kind).save_revision()
    now = timezone.now()
    token = share_draft(event_of(kind), user=make_editor(), now=now)

    there = client.get(f"/lift/share/{token}/")
    body = read(client, version, there["Location"]).json()

    assert there["Location"].startswith(f"{THERE}/?content_type={kind._meta.label_lower}&token=")
    assert (there["Cache-Control"], body["title"]) == ("private, no-store", "A draft")
    wrong = there["Location"].replace(kind.__name__.lower(), TheirsFirst.__name__.lower())
    assert read(client, version, wrong).status_code == 404
    with time_machine.travel(now + timedelta(days=8)):
        assert read(client, version, there["Location"]).status_code == 404
