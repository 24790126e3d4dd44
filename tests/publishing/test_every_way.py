"""Whatever publishing refuses it refuses on each way, and each refusal names its place."""

import pytest

from tests.factories import make_programme
from tests.publishing.admin_ways import ADMIN, ADMIN_FOR_PAGES, FORMS
from tests.publishing.incomplete import incomplete
from tests.publishing.ways import CODE, CODE_FOR_PAGES, Case, Way
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

PAGES = (EventPage, EventIndexPage, InsightsPack)


def names(value: object) -> str:
    return getattr(value, "__name__", str(value))


@pytest.fixture
def case(home, admin_session, superuser, request, settings) -> Case:
    settings.WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # who would get mail
    programme = make_programme(home)
    return Case(incomplete(request.param, programme), programme, superuser, admin_session)


@pytest.mark.parametrize("way", [*CODE, *CODE_FOR_PAGES, *ADMIN, *ADMIN_FOR_PAGES], ids=names)
@pytest.mark.parametrize("case", PAGES, ids=names, indirect=True)
def test_no_way_publishes_an_incomplete_page(case: Case, way: Way):
    places = set(way(case))

    assert places == (case.made.places_in_form if way in FORMS else case.made.places)
    assert not case.made.model.objects.filter(title="Incomplete", live=True).exists()


@pytest.mark.parametrize("way", [*CODE, *ADMIN], ids=names)
@pytest.mark.parametrize("case", [HostProfile], ids=names, indirect=True)
def test_no_way_publishes_an_incomplete_host(case: Case, way: Way):
    places = set(way(case))

    assert places == (case.made.places_in_form if way in FORMS else case.made.places)
    assert not HostProfile.objects.filter(live=True).exists()
