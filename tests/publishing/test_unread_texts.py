"""A draft with a text that no field could take goes live on no way; tests/admin has the forms."""

from datetime import UTC, datetime

import pytest
import wagtail
from django.core.management import call_command

from tests.factories import make_event, make_programme
from tests.publishing import admin_ways, ways
from tests.publishing.incomplete import Incomplete
from tests.publishing.ways import Case, Way
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventPage

UNREAD = {"start_date": "20/13/2027"}
WAYS = [
    ways.code_publishes,
    ways.somebody_publishes,
    ways.the_base_page_publishes,
    ways.code_schedules,
    ways.code_makes_it_live,
    admin_ways.a_workflow,
    admin_ways.the_bulk_action,
    admin_ways.the_bulk_action_on_what_is_above,
]
V3 = ("v3_patches_nothing", "v3_publishes", "v3_reverts", "the_private_route_publishes")


class UnreadCase(Case):
    """An event that is complete but for what its draft could not take."""

    def draft(self) -> EventPage:
        """Return it as a stored draft."""
        page = make_event(self.parent, "Incomplete", live=False)
        page.unread_texts = UNREAD
        page.save_revision()
        return page


@pytest.fixture
def case(home, admin_session, superuser, settings) -> UnreadCase:
    settings.WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # who would get mail
    made = Incomplete(EventPage, {}, {("start_date",)})
    return UnreadCase(made, make_programme(home), superuser, admin_session)


def is_live() -> bool:
    return EventPage.objects.get(title="Incomplete").live


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_publishes_it(case: UnreadCase, way: Way):
    assert set(way(case)) == {("start_date",)}
    assert not is_live()


@pytest.mark.skipif(wagtail.VERSION < (8, 0), reason="Wagtail 8 brought version 3 of the API")
@pytest.mark.parametrize("name", V3)
def test_no_way_of_version_3_publishes_it(case: UnreadCase, name: str):
    from tests.publishing import v3_ways  # here: it cannot be imported before Wagtail 8

    assert set(getattr(v3_ways, name)(case)) == {("start_date",)}
    assert not is_live()


def test_clock_does_not_publish_it(case: UnreadCase):
    case.draft().save_revision(approved_go_live_at=datetime(2026, 11, 1, tzinfo=UTC))

    call_command("publish_scheduled")

    assert not is_live()


def test_host_profile_with_one_is_not_published(db):
    host = HostProfile(name="Ada Bell", live=False)
    host.save()
    host.unread_texts = {"website": "exam"}

    assert ways.places_of(host.save_revision().publish) == {("website",)}
