"""Fixtures that any test may need; what only one part needs lives beside that part's tests."""

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from wagtail.models import Locale, Page, Site

from tests.indexing import indexing
from tests.site import make_home, make_locale, make_root

# A suite makes many objects that live as long as it does: looking at them all is seldom worth it.
gc.set_threshold(50_000, 50, 50)

# How fast a machine is says nothing about a property: no example has a time limit.
settings.register_profile(
    "any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any_machine")

searches_at_once = pytest.mark.skipif(
    connection.vendor == "mysql", reason="MariaDB's full-text search sees committed rows only."
)
"""Marks tests that search for what they have just made."""

locks_rows = pytest.mark.skipif(
    not connection.features.has_select_for_update, reason="SQLite locks the database, not rows."
)
"""Marks tests of who waits for whom."""

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """Return the path of a Chromium: what ``CHROMIUM`` names, else what is on the path."""
    names = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else CHROMIUM_NAMES
    return next(filter(None, map(shutil.which, names)), None)


def pytest_report_header() -> str:
    """Say on which database the suite runs."""
    return f"database: {connection.vendor} {connection.settings_dict['NAME']}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run browser tests last; skip them where no Chromium is found, unless one is required."""
    # Playwright leaves its event loop running, which other tests must not see.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    browser_items = [item for item in items if item.get_closest_marker("browser")]
    if not browser_items or find_chromium():
        return
    if os.environ.get("CI_REQUIRE_BROWSER") == "1":
        raise pytest.UsageError("CI_REQUIRE_BROWSER is 1, but no Chromium was found.")
    no_browser = pytest.mark.skip(reason="No Chromium was found; CHROMIUM= may name one.")
    for item in browser_items:
        item.add_marker(no_browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Start the Chromium of the system, without its errands over the network."""
    return {
        **browser_type_launch_args,
        "executable_path": find_chromium(),
        "args": [
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--no-first-run",
        ],
    }


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Make the home page once, before any test: making it for each took a tenth of the suite.

    A test project with a page model of its own makes its own.
    """
    if not Page._meta.swapped:
        with django_db_blocker.unblock():
            make_home()


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Forget what an earlier test put aside: rows that are rolled back use keys again."""
    cache.clear()


@pytest.fixture
def indexed() -> Iterator[None]:
    """Keep search and references up to date in a test, as a site does with each save."""
    with indexing():
        yield


@pytest.fixture
def now() -> datetime:
    """The instant at which a test happens: a Monday noon, far from a clock change."""
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@contextmanager
def built_once(django_db_blocker) -> Iterator[None]:
    """Keep what is built inside for all tests of a module, and take it back after the last one.

    What a test does to it is taken back after that test, as ever.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def locale(db) -> Locale:
    """The default locale, made anew after a test that flushed the database."""
    return make_locale()


@pytest.fixture
def root_page(db) -> Page:
    """The root of the page tree, made anew after a test that flushed the database."""
    return make_root()


@pytest.fixture
def home(db) -> Page:
    """The home page of the only site, served at ``testserver``."""
    return make_home()


@pytest.fixture
def site(home) -> Site:
    """The only site."""
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def superuser(db):
    """An account that may do everything."""
    return get_user_model().objects.create_superuser("superuser", "superuser@example.org", "pass")


@pytest.fixture
def visitor(db):
    """An account without any permission."""
    return get_user_model().objects.create_user("visitor", "visitor@example.org", "pass")


@pytest.fixture
def admin_session(client, superuser):
    """A client that is logged in as the superuser."""
    client.force_login(superuser)
    return client
