"""Migrations only grow: a release keeps those it has, and a site of it is upgraded and back."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {"wagtail_lift": "wagtail_lift", "wagtail_lift_pages": "wagtail_lift/pages"}
RELEASED = json.loads(Path(__file__).with_name("released.json").read_text())
LAST_RELEASED = [(app, max(migrations)) for app, migrations in RELEASED.items()]
STARTS_AT = datetime(2027, 6, 1, 11, 30, tzinfo=UTC)


def path_of(app: str, name: str) -> Path:
    return ROOT / FOLDERS[app] / "migrations" / f"{name}.py"


@pytest.mark.parametrize("app", FOLDERS)
def test_released_migrations_are_unchanged(app):
    found = {
        name: hashlib.sha256(path_of(app, name).read_bytes()).hexdigest() for name in RELEASED[app]
    }

    assert found == RELEASED[app]


def migrate_to(targets):
    """Migrate the apps of the package there; return the models as they were then."""
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


def head():
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    return [(app, name) for app, name in leaves if app in FOLDERS]


def populate(apps) -> None:
    """Store a meeting of an event, a host, and the page that shows the event."""
    locale = apps.get_model("wagtailcore", "Locale").objects.create(language_code="xx")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtail_lift_pages", model="eventpage"
    )
    page = apps.get_model("wagtail_lift_pages", "EventPage").objects.create(
        title="Kindness",
        draft_title="Kindness",
        slug="kindness",
        path="9999",
        depth=1,
        url_path="/kindness/",
        content_type=kind,
        locale=locale,
        start_date=STARTS_AT.date(),
        timezone="Europe/London",
    )
    event = apps.get_model("wagtail_lift", "Event").objects.create(
        title="Kindness", source_id=page.pk, plan={"start_date": "2027-06-01"}
    )
    apps.get_model("wagtail_lift", "EventPageLink").objects.create(page_id=page.pk, event=event)
    apps.get_model("wagtail_lift", "Meeting").objects.create(
        event=event,
        date_key="2027-06-01T12:30",
        timezone="Europe/London",
        starts_at=STARTS_AT,
        state="cancelled",
        public_note="No room.",
    )
    apps.get_model("wagtail_lift", "HostProfile").objects.create(
        name="Ada Bell", slug="ada", is_listed=True, locale=locale
    )


def stored(apps):
    """Return what a site must not lose."""
    meetings = apps.get_model("wagtail_lift", "Meeting").objects
    return [
        *meetings.values_list("event__title", "date_key", "uid", "sequence", "state", "starts_at"),
        *apps.get_model("wagtail_lift", "HostProfile").objects.values_list("name", "is_listed"),
        *apps.get_model("wagtail_lift_pages", "EventPage").objects.values_list(
            "title", "start_date", "timezone", "lift_event_link__event__title"
        ),
    ]


@pytest.mark.django_db(transaction=True)
def test_site_of_the_last_release_is_upgraded_and_goes_back():
    try:
        released = migrate_to(LAST_RELEASED)
        populate(released)
        before = stored(released)

        upgraded = stored(migrate_to(head()))
        back = stored(migrate_to(LAST_RELEASED))
    finally:  # going back has taken along the apps of the tests, which depend on the newest
        migrate_to(MigrationExecutor(connection).loader.graph.leaf_nodes())

    assert len(before) == 3
    assert before == upgraded == back
