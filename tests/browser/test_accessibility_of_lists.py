"""axe finds nothing on lists, months and events that have several dates, light or dark."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.test_accessibility import full, overflow_of, violations
from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.many_events import make_many_events
from wagtail_lift.actions import cancel_meeting

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
TABLET = {"width": 768, "height": 1024}
MONTHLY = "FREQ=MONTHLY;COUNT=20"


@pytest.fixture
def addresses(live_home, live_server):
    """A programme with a long list, a month in use, open packs, a host and a monthly event."""
    now = timezone.now()
    programme = make_programme(live_home)
    make_many_events(programme, 60, now)
    programme.refresh_from_db()
    repeating = full(programme) | {"recurrence_rule": MONTHLY}
    event = make_event(programme, "Every month", **repeating, **when(now - timedelta(days=200)))
    for n, date in enumerate(event.lift_event.meetings.order_by("starts_at")):
        if n in (1, 12):
            cancel_meeting(date, user=None, public_note="No room.")
    past = event.lift_event.meetings.order_by("starts_at").first()
    make_pack(event, introduction="<p>We met.</p>", meeting=past, opens_early=True)
    day = past.starts_at.astimezone(past.zone).date()
    url = f"{live_server.url}{programme.get_url()}"
    return [
        f"{url}?tag=kindness&mode=both&q=month",
        f"{url}?q=nothing-of-the-kind&mode=online",
        f"{url}?when=upcoming&page=2",
        f"{url}?when=past&each=date",
        f"{url}calendar/",
        f"{url}hosts/ada-bell/",
        f"{url}insights/",
        f"{url}insights/?tag=nothing-of-the-kind",
        f"{live_server.url}{event.get_url()}",
        f"{live_server.url}{event.get_url()}?date={day}",
    ]


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
def test_lists_months_and_dates_are_accessible(browser, addresses, scheme, size):
    with browser.new_context(color_scheme=scheme, viewport=size) as context:
        reader = context.new_page()
        found = {url: (violations(reader, url), overflow_of(reader, url)) for url in addresses}

    assert found == dict.fromkeys(addresses, ([], 0))


def test_dates_keep_within_a_narrow_screen_whatever_the_weekday(browser, live_home, live_server):
    now = timezone.now()
    wednesday = now - timedelta(days=now.weekday() - 2 + 28)
    event = make_event(
        make_programme(live_home), recurrence_rule="FREQ=WEEKLY;COUNT=9", **when(wednesday)
    )
    url = f"{live_server.url}{event.get_url()}?date={wednesday.date()}"

    with browser.new_context(viewport=NARROW) as context:
        assert overflow_of(context.new_page(), url) == 0


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_words_longer_than_the_screen_break(browser, live_home, live_server, size):
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    programme = make_programme(live_home, word)
    content = full(programme) | {
        "hosts": [make_host(word)],
        "topics": [word],
        "summary": word,
        "venue_name": word,
        "contact_email": f"{'a' * 64}@example.org",
        "body": [
            ("call_to_action", {"label": word, "url": "https://example.org"}),
            ("events", {"programme": programme, "what": "upcoming", "count": 3}),
        ],
    }
    event = make_event(programme, word, **content, **when(timezone.now() + timedelta(days=9)))
    urls = [f"{live_server.url}{page.get_url()}" for page in (event, programme)]

    with browser.new_context(viewport=size) as context:
        reader = context.new_page()
        assert [overflow_of(reader, url) for url in urls] == [0, 0]
        within = reader.evaluate(
            """() => [...document.querySelectorAll(".lift-card__body > *")].every(
                (part) => part.scrollWidth <= part.parentElement.clientWidth
            )"""
        )

    assert within


def test_month_is_a_table_or_on_a_narrow_screen_a_list(browser, addresses):
    calendar = next(url for url in addresses if url.endswith("calendar/"))

    shown = []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(calendar)
        for size in (WIDE, TABLET, NARROW):
            page.set_viewport_size(size)
            shown.append(
                [page.locator(f".lift-{part}").is_visible() for part in ("month", "agenda")]
            )

    assert shown == [[True, False], [False, True], [False, True]]


def test_lines_through_and_below_a_date_end_with_its_words(browser, addresses):
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(addresses[-2])
        struck = page.locator(".lift-dates s .lift-when").first
        decorated = struck.evaluate(
            """when => [when.querySelector(".lift-when__times"), when].map(
                (node) => getComputedStyle(node).textDecorationLine
            )"""
        )
        display = struck.evaluate("node => getComputedStyle(node).display")

    assert (decorated, display) == (["line-through", "none"], "inline-block")
