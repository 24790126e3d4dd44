"""A site with content that was published through its admin, whatever its models are."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Collection, Locale, Site

from tests.projects.admin_forms import publish_in_admin
from wagtail_lift.models import get_host_model, get_page_model
from wagtail_lift.models.kinds import EventKind, PackKind, ProgrammeKind, page_types

EVENT = {
    "title": "Kindness at work",
    "slug": "kindness",
    "summary": "A conversation about kindness.",
    "start_date": "2099-06-01",
    "start_time": "12:30",
    "end_time": "14:00",
}
PAST_EVENT = {**EVENT, "title": "Listening", "slug": "listening", "start_date": "2020-06-01"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Publish a programme, an event of each type and a pack, once for all tests of the site."""
    with django_db_blocker.unblock():
        publish_content(log_in(Client()), make_home(), make_host())


def publish_content(editor, home, host):
    """Publish through the admin what the tests read."""
    (programme_type,) = page_types(ProgrammeKind)
    (pack_type,) = page_types(PackKind)
    programme = publish_in_admin(
        editor,
        programme_type,
        home,
        title="Conversations",
        slug="conversations",
        default_timezone="Europe/London",
    )
    for event_type in page_types(EventKind):
        typed = {**EVENT, "slug": event_type.__name__.lower()}
        if hasattr(event_type, "event_hosts"):
            typed |= hosted_by(host)
        publish_in_admin(editor, event_type, programme, **typed)
    past = publish_in_admin(editor, event_type, programme, **PAST_EVENT)
    publish_in_admin(editor, pack_type, past, title="What we learnt", slug="learnt")


def hosted_by(host):
    """Return what an editor types to name one host."""
    return {
        "event_hosts-TOTAL_FORMS": "1",
        "event_hosts-0-id": "",
        "event_hosts-0-ORDER": "1",
        "event_hosts-0-DELETE": "",
        "event_hosts-0-host": host.pk,
        "event_hosts-0-role": "host",
        "event_hosts-0-line": "",
    }


def make_home():
    """Return the home page of the only site, served at ``testserver``."""
    page_model = get_page_model()
    locale = Locale.objects.get_or_create(language_code="en-us")[0]
    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")
    root = page_model.get_first_root_node() or page_model.add_root(
        instance=page_model(title="Root", slug="root", locale=locale)
    )
    page = root.add_child(instance=page_model(title="Start", slug="start", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=page, is_default_site=True)
    return page


def make_host():
    """Return a public host of the site's own model."""
    return get_host_model().objects.create(
        name="Ada Bell",
        slug="ada-bell",
        is_listed=True,
        consent_given_by="Ada Bell",
        consent_given_on=date(2026, 1, 15),
    )


def make_editor():
    """Return somebody who may do everything."""
    users = get_user_model()
    name = {users.USERNAME_FIELD: "editor@example.org"}
    known = users.objects.filter(**name).first()
    return known or users.objects.create_superuser(password="pass", **name)


def log_in(client):
    """Log a client in as somebody who may do everything."""
    client.force_login(make_editor())
    return client


@pytest.fixture
def editor(client, db):
    """A client that is logged in as somebody who may do everything."""
    return log_in(client)


@pytest.fixture
def programme(db):
    """The published programme."""
    (programme_type,) = page_types(ProgrammeKind)
    return programme_type.objects.get()
