"""A programme tells which programmes are below it, as its page shows them."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import make_programme

VERSIONS = ["v2", "v3"]


@pytest.fixture
def read(client, settings):
    def of(page, version):
        if version == "v3" and not settings.HAS_API_V3:
            pytest.skip("needs version 3 of Wagtail's API")
        answer = client.get(f"/api/{version}/pages/{page.pk}/")
        assert answer.status_code == 200, answer.content
        return answer.json()

    return of


@pytest.mark.parametrize("version", VERSIONS)
def test_programme_names_those_directly_below(programme, read, version, client):
    hall = make_programme(programme, "Hall", introduction="<p>In the <b>hall</b>.</p>")
    attic = make_programme(programme, "Attic", search_description="Under the roof.")
    make_programme(hall, "Room")
    make_programme(programme, "Draft", live=False)

    found = read(programme, version)["programmes"]

    kind, base = "wagtail_lift_pages.EventIndexPage", "http://testserver/conversations"
    shown = [("Hall", "hall", "In the hall."), ("Attic", "attic", "Under the roof.")]
    assert found == [
        {
            "id": page.pk,
            "type": kind,
            "title": title,
            "url": f"{base}/{slug}/",
            "slug": slug,
            "summary": summary,
        }
        for page, (title, slug, summary) in zip([hall, attic], shown, strict=True)
    ]
    soup = BeautifulSoup(client.get(programme.url).content, "html.parser")
    cards = soup.select(".lift-card--programme")
    assert [card.h3.get_text(strip=True) for card in cards] == [each["title"] for each in found]
    assert read(attic, version)["programmes"] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_programme_that_not_every_reader_may_read_is_not_named(programme, read, version):
    make_programme(programme, "Open")
    closed = make_programme(programme, "HIDDEN")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")

    found = read(programme, version)

    assert [each["title"] for each in found["programmes"]] == ["Open"]
    assert "HIDDEN" not in str(found)


@pytest.mark.parametrize("version", VERSIONS)
def test_programmes_below_cost_the_same_for_one_and_for_three(programme, read, version):
    counts = []
    for number in range(1, 4):
        make_programme(programme, f"Hall {number}")
        if number in (1, 3):
            read(programme, version)
            with CaptureQueriesContext(connection) as queries:
                read(programme, version)
            counts.append(len(queries))

    assert counts == [counts[0]] * 2
