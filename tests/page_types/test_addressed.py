from django.core.cache import cache
from django.template.loader import render_to_string
from wagtail.models import Page
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from tests.factories import make_event, make_programme
from wagtail_lift.models import EventPage


def test_page_has_an_address_though_the_process_remembers_other_sites(home, rf):
    event = make_event(make_programme(home, slug="talks"), slug="kindness")
    url = event.get_url()
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, [], 3600, version=SITE_ROOT_PATHS_CACHE_VERSION)
    request = rf.get(url)
    assert home.get_url(request) is None  # what Wagtail's own pages say until an hour is over

    page = EventPage.objects.get(pk=event.pk)

    assert page.get_url(request) == url
    assert page.get_full_url(request).endswith(url)


def test_page_that_no_site_has_is_linked_nowhere(home):
    outside = Page.get_first_root_node().add_child(instance=Page(title="Outside", slug="outside"))
    programme = make_programme(outside, slug="talks")
    event = make_event(programme, slug="kindness")

    assert event.get_url() is None
    html = render_to_string(
        "wagtail_lift/components/breadcrumb.html", {"parent": programme, "request": None}
    )
    assert "None" not in html
    assert "Conversations" in html
