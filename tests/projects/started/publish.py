"""Publishes a programme and an event through the admin of a site; ``test_readme.py`` runs it there.

Prints the site's missing migrations, and the titles and statuses of what can be read afterwards.
"""

import json
import sys

import django
from django.core.management import call_command
from django.test import Client


def main() -> None:
    """Publish, read, and print what was found as one line of JSON."""
    from django.contrib.auth import get_user_model
    from wagtail.models import Site

    from tests.projects.admin_forms import publish_in_admin
    from wagtail_lift.models import EventIndexPage, EventPage

    call_command("check", fail_level="WARNING")
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(is_superuser=True))
    home = Site.objects.get(is_default_site=True).root_page
    programme = publish_in_admin(
        client,
        EventIndexPage,
        home,
        title="Evenings",
        slug="evenings",
        default_timezone="Europe/London",
    )
    event = publish_in_admin(
        client,
        EventPage,
        programme,
        title="Mending",
        slug="mending",
        start_date="2099-06-01",
        start_time="18:30",
    )
    shown, listed = client.get(event.url), client.get(programme.url)
    found = {
        "address": event.url,
        "status": shown.context_data["lifecycle"].status.value,
        "is_shown": "Mending" in shown.text,
        "listed": [card.title for card in listed.context_data["listing"].upcoming.items],
        "in_menu": '"name": "lift"' in client.get("/admin/").text,
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    django.setup()
    main()
