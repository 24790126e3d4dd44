"""The code of conduct and the safeguarding contact that hold for a page, at every place."""

import pytest
from wagtail.models import Page, PageViewRestriction

from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.domain.conduct import Safeguarding
from wagtail_lift.events.conduct import prefetch_conduct
from wagtail_lift.models.kinds import ProgrammeKind, page_types
from wagtail_lift.pages.models import EventPage

pytestmark = pytest.mark.django_db
ADA = {"safeguarding_name": "Ada", "safeguarding_email": "ada@example.org"}


@pytest.fixture
def code(home):
    return home.add_child(instance=Page(title="Our code"))


@pytest.fixture
def outer(home, code):
    return make_programme(home, "Outer", conduct_page=code, **ADA)


@pytest.fixture
def inner(outer):
    return make_programme(outer, "Inner")


def fresh(page):
    """Return a page as another request would read it."""
    return type(page).objects.get(pk=page.pk)


def addresses(*pages):
    """Return the address of each page's code of conduct, empty without one."""
    found = [fresh(page).get_conduct().code for page in pages]
    return [code.url if code else "" for code in found]


def test_event_and_pack_show_what_the_nearest_programme_says(outer, inner):
    event = make_event(inner)
    pack = make_pack(event)

    assert addresses(outer, inner, event, pack) == ["/our-code/"] * 4
    contact = Safeguarding("Ada", "ada@example.org", "")
    assert [fresh(page).get_conduct().safeguarding for page in (event, pack)] == [contact] * 2


def test_event_and_inner_programme_say_it_for_themselves(outer, inner):
    inner.conduct_url = "https://inner.example.org/"
    inner.save()
    event = make_event(inner, safeguarding_phone="0300 1")
    pack = make_pack(event)

    assert addresses(outer, inner, event, pack) == [
        "/our-code/",
        *["https://inner.example.org/"] * 3,
    ]
    assert fresh(event).get_conduct().safeguarding == Safeguarding(phone="0300 1")
    assert fresh(pack).get_conduct().safeguarding == Safeguarding(phone="0300 1")


@pytest.mark.parametrize("way", ["unpublished", "restricted"])
def test_code_that_not_everybody_may_read_is_not_linked(way, outer, inner, code, client):
    event = make_event(inner)
    if way == "unpublished":
        code.unpublish()
    else:
        PageViewRestriction.objects.create(page=code, restriction_type="login")

    body = client.get(event.url).content.decode()

    assert addresses(event) == [""]
    assert "/our-code/" not in body
    assert "ada@example.org" in body


def test_address_elsewhere_takes_the_place_of_a_hidden_code(outer, inner, code):
    event = make_event(inner, conduct_page=code, conduct_url="https://example.org/code/")
    code.unpublish()

    assert addresses(event) == ["https://example.org/code/"]


def test_draft_of_a_programme_says_nothing_yet(outer, inner):
    event = make_event(inner)
    draft = fresh(outer)
    draft.safeguarding_name = "Somebody else"
    draft.save_revision()
    unpublished = make_programme(
        inner, "Unpublished", live=False, conduct_url="https://no.example/"
    )

    assert fresh(event).get_conduct().safeguarding.name == "Ada"
    assert addresses(make_event(unpublished, "Below")) == ["/our-code/"]


def test_event_that_is_not_stored_yet_shows_that_of_its_planned_parent(outer, inner):
    event = EventPage(title="New")
    event.planned_parent = inner

    assert event.get_conduct().code.url == "/our-code/"


def test_page_shows_both_as_links(outer, inner, client):
    outer.safeguarding_phone = "+44 300 1"
    outer.save()

    body = client.get(make_event(inner).url).content.decode()

    for shown in ("/our-code/", "mailto:ada@example.org", "tel:+443001", "Safeguarding contact"):
        assert shown in body


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_pages_or_programmes(
    count, outer, inner, code, django_assert_num_queries
):
    for number in range(count):
        make_event(make_programme(inner, f"Deep {number}"), f"Event {number}")
    pages = list(EventPage.objects.all())
    code.get_full_url()  # fills Wagtail's cache of the addresses of sites
    types = len(page_types(ProgrammeKind))

    with django_assert_num_queries(types + 2):  # the code that is a page, and who may read it
        prefetch_conduct(pages)


def test_page_with_its_own_asks_nothing_above(outer, inner, django_assert_num_queries):
    own = {"conduct_url": "https://example.org/", "safeguarding_name": "Me"}
    event = fresh(make_event(inner, **own))

    with django_assert_num_queries(0):
        event.get_conduct()
