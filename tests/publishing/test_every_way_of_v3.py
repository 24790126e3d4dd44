"""Whatever publishing refuses API version 3 refuses too, at the place in the body."""

import pytest

pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")

from tests.factories import make_programme
from tests.publishing.incomplete import incomplete
from tests.publishing.v3_ways import V3, the_private_route_publishes
from tests.publishing.ways import Case, Way
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

PAGES = (EventPage, EventIndexPage, InsightsPack)


def names(value: object) -> str:
    return getattr(value, "__name__", str(value))


@pytest.fixture
def case(home, client, superuser, request) -> Case:
    programme = make_programme(home)
    return Case(incomplete(request.param, programme), programme, superuser, client)


@pytest.mark.parametrize("way", V3, ids=names)
@pytest.mark.parametrize("case", [*PAGES, HostProfile], ids=names, indirect=True)
def test_no_way_of_version_3_publishes_what_is_incomplete(case: Case, way: Way):
    places = set(way(case))

    assert places == case.made.places
    assert not case.made.model.objects.exclude(pk=case.parent.pk).filter(live=True).exists()


@pytest.mark.parametrize("case", [EventPage, HostProfile], ids=names, indirect=True)
def test_private_route_publishes_nothing_incomplete(case: Case):
    places = the_private_route_publishes(case)

    assert places == case.made.places
    assert not case.made.model.objects.exclude(pk=case.parent.pk).filter(live=True).exists()
