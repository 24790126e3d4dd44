"""A site that gets another name: its pages have other addresses, and the log tells."""

import pytest
from wagtail.models import Site

from wagtail_lift.webhooks.models import Change

pytestmark = pytest.mark.django_db


def told(changes):
    return {change.identity["slug"]: change for change in changes}


def renamed():
    site = Site.objects.get()
    site.hostname = "front.example.org"
    site.save()


def test_new_name_of_a_site_tells_of_every_page_and_host(world, committed):
    known = told(Change.objects.filter(is_latest=True, is_removal=False))

    found = told(committed(renamed))

    assert found.keys() == known.keys()
    talk = found["talk"]
    assert talk.identity["url"] == "http://front.example.org/town/talk/"
    assert {"http://testserver/town/talk/", "http://front.example.org/town/talk/"} <= {
        *talk.rebuild
    }


def test_site_that_keeps_its_name_tells_of_nothing(world, committed):
    assert committed(lambda: Site.objects.get().save()) == []


def test_site_that_holds_none_of_the_pages_tells_of_nothing(world, committed, root_page):
    other = root_page.add_child(title="Other", slug="other")

    found = committed(lambda: Site.objects.create(hostname="other.example.org", root_page=other))

    assert found == []
