"""A front end of its own shows previews of the shipped types, and nothing else of them."""

import pytest
from django.core.management import call_command

from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

pytestmark = pytest.mark.django_db


def test_site_passes_every_check():
    call_command("check", fail_level="WARNING")


@pytest.mark.parametrize("kind", [EventPage, EventIndexPage, InsightsPack])
def test_page_is_shown_here_and_previewed_there(client, kind):
    page = kind.objects.first()

    preview = page.make_preview_request()

    assert page.title in client.get(page.url).text
    assert preview["Location"].startswith("https://front.example.org/?content_type=")
