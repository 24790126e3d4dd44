"""Control characters in a title break no export, feed, calendar or page."""

import json
from datetime import timedelta
from io import BytesIO
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from openpyxl import load_workbook
from wagtail.log_actions import log
from wagtail.models import Site

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import HostProfile

CONTROL = "\x01\x0b\x0c\x1f"
"""What a database takes, and what XML, iCalendar and the files of spreadsheets do not."""


@pytest.fixture
def odd_site(home):
    odd = f"Tea{CONTROL}room"
    programme = make_programme(home, odd, slug="talks")
    host = make_host(odd, slug="tea", organisation=odd, position=odd)
    event = make_event(
        programme,
        odd,
        slug="tea",
        hosts=[host],
        topics=[odd],
        summary=odd,
        venue_name=odd,
        **when(timezone.now() + timedelta(days=7)),
    )
    make_pack(event, odd, slug="pack", event=event, opens_early=True, introduction=f"<p>{odd}</p>")
    cancel_meeting(meeting_of(event), user=None, public_note=odd)
    Site.clear_site_root_paths_cache()
    return event


@pytest.mark.parametrize("list_path", ["events", "packs", "dates", "hosts"])
def test_export_has_no_control_characters(odd_site, admin_client, list_path):
    url = f"/admin/lift/{list_path}/"
    if list_path == "hosts":
        url = reverse(HostProfile.snippet_viewset.get_url_name("list"))

    csv = admin_client.get(url, {"export": "csv"}).getvalue().decode()
    xlsx = load_workbook(BytesIO(admin_client.get(url, {"export": "xlsx"}).getvalue()))

    title = "Tea\n\nroom" if list_path == "hosts" else "Tea room"
    assert title in csv
    assert not set(csv) & set(CONTROL)
    assert title in [cell.value for row in xlsx.active for cell in row]


@pytest.mark.parametrize("report", ["site_history", "aging_pages"])
def test_reports_of_wagtail_can_be_exported(odd_site, admin_client, report):
    url = reverse(f"wagtailadmin_reports:{report}")
    odd_site.save_revision().publish()
    host = make_host("Ada", slug="ada")
    host.name = f"Tea{CONTROL}room"
    host.save_revision().publish()
    log(instance=host, action="wagtail.edit")

    xlsx = load_workbook(BytesIO(admin_client.get(url, {"export": "xlsx"}).getvalue()))

    assert "Tea room" in [cell.value for row in xlsx.active for cell in row]


@pytest.mark.parametrize("path", ["/talks/feed/"])
def test_xml_can_be_read_whatever_a_title_holds(odd_site, client, path):
    root = ElementTree.fromstring(client.get(path).content)  # noqa: S314 -- our own feed

    assert [element for element in root.iter() if set(element.text or "") & set(CONTROL)] == []
    assert len(list(root.iter())) > 1


def test_calendars_can_be_read_whatever_a_title_holds(odd_site, client):
    for path in ("/talks/ics/", "/talks/tea/ics/", "/talks/ics/host/tea/"):
        text = client.get(path).getvalue().decode()

        (entry,) = Calendar.from_ical(text).walk("VEVENT")
        assert not set(text) & set(CONTROL)
        assert "Tea room" in str(entry["SUMMARY"])


@pytest.mark.parametrize(
    "path", ["/talks/", "/talks/tea/", "/talks/tea/pack/", "/talks/hosts/tea/"]
)
def test_structured_data_can_be_read_whatever_a_title_holds(odd_site, client, path):
    soup = BeautifulSoup(client.get(path).content, "html.parser")

    scripts = soup.select("script[type='application/ld+json']")

    assert "room" in str([json.loads(script.string) for script in scripts])
    assert not set("".join(script.string for script in scripts)) & set(CONTROL)
