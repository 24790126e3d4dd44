"""A programme's list, its hosts and its open insights packs."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


def titles(part) -> list[str]:
    return [card.title for card in part.items]


def test_programme_lists_upcoming_soonest_first_and_past_latest_first(home, client, now):
    programme = make_programme(home)
    inner = make_programme(programme, "Inner")
    make_event(programme, "Next week", **when(now + timedelta(days=7)))
    make_event(inner, "Tomorrow", **when(now + timedelta(days=1)))
    make_event(programme, "Now", **when(now - timedelta(hours=1)))
    make_event(programme, "Some day", start_date=None)
    make_event(programme, "Yesterday", **when(now - timedelta(days=1)))
    make_event(programme, "Just ended", **when(now - timedelta(hours=2)))

    listing = client.get(programme.url).context["listing"]

    assert titles(listing.upcoming) == ["Now", "Tomorrow", "Next week", "Some day"]
    assert titles(listing.past) == ["Just ended", "Yesterday"]


def test_programme_lists_the_programmes_below_it(home, client):
    programme = make_programme(home)
    make_programme(programme, "Inner")
    make_programme(programme, "Draft", live=False)
    guarded = make_programme(programme, "Guarded")
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")

    context = client.get(programme.url).context

    assert [page.title for page in context["programmes"]] == ["Inner"]


def test_programme_shows_one_part_page_by_page(home, client, now, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 2
    programme = make_programme(home)
    for days in range(1, 6):
        make_event(programme, f"In {days} days", **when(now + timedelta(days=days)))
    make_event(programme, "Past", **when(now - timedelta(days=1)))

    first = client.get(programme.url).context["listing"]
    last = client.get(f"{programme.url}?when=upcoming&page=3").context["listing"]

    assert titles(first.upcoming) == ["In 1 days", "In 2 days"]
    assert (first.upcoming.has_next, first.when, titles(first.past)) == (True, "", ["Past"])
    assert titles(last.upcoming) == ["In 5 days"]
    assert (last.upcoming.has_previous, last.upcoming.has_next) == (True, False)
    assert (last.when, titles(last.past)) == ("upcoming", [])


@pytest.mark.parametrize(
    "query", ["when=x", "page=0", "page=-1", "page=²", "page=x", "when=past&page=9999999999"]
)
def test_programme_forgives_words_and_numbers_that_make_no_sense(query, home, client, now):
    programme = make_programme(home)
    make_event(programme, "Past", **when(now - timedelta(days=1)))

    response = client.get(f"{programme.url}?{query}")

    assert titles(response.context["listing"].past) == ["Past"]


def test_programme_hides_restricted_events_from_strangers_only(home, client, visitor, now):
    programme = make_programme(home)
    private = make_event(programme, "For members", **when(now + timedelta(days=1)))
    make_event(programme, "For all", **when(now + timedelta(days=2)))
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    stranger = client.get(programme.url).context["listing"]
    client.force_login(visitor)
    member = client.get(programme.url).context["listing"]

    assert titles(stranger.upcoming) == ["For all"]
    assert titles(member.upcoming) == ["For members", "For all"]


def test_programme_hides_from_a_member_what_another_restriction_guards(home, client, visitor, now):
    programme = make_programme(home)
    secret = make_event(programme, "With a password", **when(now + timedelta(days=1)))
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="x")
    client.force_login(visitor)

    listing = client.get(programme.url).context["listing"]

    assert titles(listing.upcoming) == []


def test_card_names_public_hosts_only(home, client, now):
    programme = make_programme(home)
    hosts = [make_host("Ada Bell", honorific="Dr"), make_host("Secret", is_listed=False)]
    make_event(programme, hosts=hosts, **when(now + timedelta(days=1)))

    card = client.get(programme.url).context["listing"].upcoming.items[0]

    assert card.host_names == ("Dr Ada Bell",)


def test_host_page_lists_the_events_of_this_host_in_this_programme(home, client, now):
    programme, other = make_programme(home), make_programme(home, "Other")
    ada, ben = make_host("Ada Bell"), make_host("Ben Cole")
    make_event(programme, "Ada's", hosts=[ada], **when(now + timedelta(days=1)))
    make_event(programme, "Ada's past", hosts=[ben, ada], **when(now - timedelta(days=1)))
    make_event(programme, "Ben's", hosts=[ben], **when(now + timedelta(days=1)))
    make_event(other, "Ada's elsewhere", hosts=[ada], **when(now + timedelta(days=1)))

    context = client.get(f"{programme.url}hosts/ada-bell/").context

    assert context["host"] == ada
    assert titles(context["listing"].upcoming) == ["Ada's"]
    assert titles(context["listing"].past) == ["Ada's past"]


def test_host_page_can_be_filtered_once_it_is_long(home, client, now, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 2
    programme = make_programme(home)
    ada, ben = make_host("Ada Bell"), make_host("Ben Cole")
    for days in (1, 2):
        make_event(programme, f"In {days}", hosts=[ada, ben], **when(now + timedelta(days=days)))
    url = f"{programme.url}hosts/ada-bell/"
    short = client.get(url)
    make_event(programme, "In 3", topics=["Care"], hosts=[ada], **when(now + timedelta(days=3)))

    long, filtered = client.get(url), client.get(f"{url}?tag=care&host=someone")

    assert short.context["filter_form"] is None
    assert [group.name for group in long.context["filter_form"].groups] == ["status"]
    assert titles(filtered.context["listing"].upcoming) == ["In 3"]
    assert [a.label for a in filtered.context["filter_form"].active] == ["Care"]


def test_host_page_offers_the_next_events_where_filters_leave_nothing(home, client, now):
    programme = make_programme(home)
    make_event(programme, "Ada's", hosts=[make_host("Ada Bell")], **when(now + timedelta(days=1)))
    make_event(programme, "Nobody's", **when(now + timedelta(days=1)))

    response = client.get(f"{programme.url}hosts/ada-bell/?from=2030-01-01")

    main = BeautifulSoup(response.content, "html.parser").select_one("main")
    assert [h.text for h in main.select("h2")][-2:] == ["Nothing found", "Coming up on other days"]
    assert [tag.text for tag in main.select(".lift-card__title")] == ["Ada's"]


@pytest.mark.parametrize("below", ["", "hosts/ada-bell/"])
def test_page_beyond_the_end_says_so_and_leads_back(below, home, client, now):
    programme = make_programme(home)
    make_event(programme, hosts=[make_host("Ada Bell")], **when(now - timedelta(days=1)))

    response = client.get(f"{programme.url}{below}?when=past&page=9")

    main = BeautifulSoup(response.content, "html.parser").select_one("main")
    assert main.select_one(".lift-empty").text == "Nothing lies further back."
    assert [a["href"] for a in main.select(".lift-pagination a, .lift-more a[href='?']")] == [
        "?when=past&page=8",
        "?",
    ]


@pytest.mark.parametrize("change", [{"is_listed": False}, {"live": False}])
def test_host_page_of_a_host_who_is_not_public_is_not_found(change, home, client):
    programme = make_programme(home)
    make_host("Ada Bell", **change)

    assert client.get(f"{programme.url}hosts/ada-bell/").status_code == 404


def test_host_page_prefers_the_profile_in_the_programmes_language(home, client):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    english = make_host("Ada Bell")
    translation = english.copy_for_translation(french)
    translation.slug, translation.live = "ada-bell", True
    translation.save()
    programme = make_programme(home)

    context = client.get(f"{programme.url}hosts/ada-bell/").context

    assert context["host"] == english


def test_insights_lists_open_packs_only(home, client, now):
    programme = make_programme(home)
    past = make_event(programme, "Past", **when(now - timedelta(days=1)))
    to_come = make_event(programme, "To come", **when(now + timedelta(days=1)))
    restricted = make_event(programme, "Restricted", **when(now - timedelta(days=1)))
    make_pack(past, "Open")
    make_pack(to_come, "Not yet")
    guarded = make_pack(restricted, "Guarded")
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")

    packs = client.get(f"{programme.url}insights/").context["packs"]

    assert [(card.title, card.event_title) for card in packs] == [("Open", "Past")]


def test_insights_lists_the_latest_published_first(home, client, now):
    programme = make_programme(home)
    for number, days in enumerate((2, None, 1, 3)):
        pack = make_pack(programme, f"Pack {number}", opens_early=True)
        published_at = days and now - timedelta(days=days)
        InsightsPack.objects.filter(pk=pack.pk).update(first_published_at=published_at)

    packs = client.get(f"{programme.url}insights/").context["packs"]

    assert [card.title for card in packs] == ["Pack 2", "Pack 0", "Pack 3", "Pack 1"]


def test_open_pack_of_a_private_event_is_listed_without_naming_the_event(home, client, now):
    programme = make_programme(home)
    private = make_event(programme, "Private", **when(now - timedelta(days=1)))
    make_pack(programme, "Public insights", event=private)
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    response = client.get(f"{programme.url}insights/")

    cards = [(card.title, card.event_title) for card in response.context["packs"]]
    assert cards == [("Public insights", "")]
    assert b"Private" not in response.content


def test_pack_opened_early_is_listed_before_its_event_has_ended(home, client, now):
    programme = make_programme(home)
    event = make_event(programme, **when(now + timedelta(days=1)))
    make_pack(event, "Early", opens_early=True)

    packs = client.get(f"{programme.url}insights/").context["packs"]

    assert [card.title for card in packs] == ["Early"]


def test_route_paths_name_the_sub_routes_for_redirects(home):
    programme, other = make_programme(home), make_programme(home, "Others")
    ada, secret = make_host("Ada Bell"), make_host("Secret", is_listed=False)
    nameless = make_host("Saved by a script")
    HostProfile.objects.filter(pk=nameless.pk).update(slug=None)
    make_event(programme, hosts=[ada, secret, nameless])
    make_event(programme, "Another", hosts=[ada])
    make_event(other, hosts=[make_host("Bo Carr")])

    assert programme.get_route_paths() == [
        "/",
        "/ics/",
        "/feed/",
        "/feed/json/",
        "/ics/host/ada-bell/",
        "/calendar/",
        "/insights/",
        "/hosts/ada-bell/",
    ]


def test_title_names_the_filters_that_are_set(home, client, now):
    programme = make_programme(home, "Talks")
    event = make_event(programme, topics=["Kindness"], **when(now - timedelta(days=1)))
    make_pack(event)

    titles_of_pages = [
        BeautifulSoup(client.get(f"{programme.url}{query}").content, "html.parser").title.text
        for query in ("", "?tag=kindness&q=tea", "insights/?tag=kindness")
    ]

    assert titles_of_pages == [
        "Talks",
        "Kindness · “tea” · Talks",
        "Kindness · Insights packs · Talks",
    ]
