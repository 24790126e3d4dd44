"""A programme with an event, a pack and a host, at addresses that tests know."""

import pytest
from wagtail.models import Site

from tests.factories import make_event, make_host, make_pack, make_programme


@pytest.fixture
def site(home):
    programme = make_programme(home, slug="talks")
    host = make_host("Ada Bell", slug="ada-bell")
    event = make_event(programme, slug="kindness", hosts=[host], topics=["care"])
    make_pack(event, slug="pack", event=event, opens_early=True, guide=[("preparation", ["Tea"])])
    Site.clear_site_root_paths_cache()
    return event
