"""axe finds nothing on any public page, in any status, light or dark."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_image, make_pack, make_programme, when
from tests.statuses import event_with
from wagtail_lift.actions import share_draft
from wagtail_lift.enums import Status

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
GUIDE = [
    ("purpose", "<p>To listen to one another.</p>"),
    ("round", {"title": "Arrive", "minutes": 20, "what_to_say": "<p>Welcome.</p>"}),
    ("break", {"title": "Tea", "minutes": 10}),
    ("closing", {"title": "One word each", "minutes": 5}),
]
INSIGHTS = [("quote", {"text": "I felt heard.", "credit": "A participant"})]


@pytest.fixture(params=["light", "dark"])
def reader(request, browser):
    """A reader who prefers a light or a dark page."""
    with browser.new_context(color_scheme=request.param) as context:
        yield context.new_page()


def violations(reader, url: str) -> list[str]:
    response = reader.goto(url)
    assert response.status == 200
    return violations_here(reader)


def violations_here(reader) -> list[str]:
    results = Axe().run(reader, options=RULES)
    return [
        f"{found['id']}: {[node['html'] for node in found['nodes']]}"
        for found in results.response["violations"]
    ]


def full(programme):
    """Return the fields of an event that shows all that an event page can show."""
    return {
        "hosts": [make_host("Ada Bell", photo=make_image()), make_host("Ben Cole")],
        "topics": ["Kindness"],
        "audiences": ["Health"],
        "lead_image": make_image(),
        "lead_image_alt_text": "An empty room with chairs in a circle",
        "body": [
            ("heading", {"text": "What to expect"}),
            ("paragraph", "<p>Tea, and time to talk.</p>"),
        ],
        "conversation": [
            ("question", {"question": "What is kind?", "why": "<p>We ask too rarely.</p>"})
        ],
        "audience": "Anyone who cares for somebody.",
        "step_free": True,
        "languages": "English",
        "contact_name": "Cy Dunn",
        "contact_email": "cy@example.org",
        "attendance_mode": "both",
        "venue_name": "Library",
        "platform_name": "Zoom",
    }


def test_event_page_is_accessible_in_each_status(reader, live_home, live_server):
    programme = make_programme(live_home)
    content, now = full(programme), timezone.now()
    events = {
        status: event_with(status, programme, now, title=f"An event: {status}", **content)
        for status in Status
    }

    found = {
        status: violations(reader, f"{live_server.url}{event.get_url()}")
        for status, event in events.items()
    }

    assert found == {status: [] for status in Status}


def test_programme_and_what_belongs_to_it_are_accessible(reader, live_home, live_server):
    now = timezone.now()
    programme = make_programme(live_home)
    events = {"title": "Next", "programme": programme, "what": "upcoming", "count": 2}
    make_programme(programme, "Inner", body=[("events", events)])
    for status in Status:
        if status != Status.INSIGHTS_OPEN:
            event_with(status, programme, now, title=f"An event: {status}")
    past = make_event(programme, **full(programme), **when(now - timedelta(days=9)))
    pack = make_pack(
        past, guide=GUIDE, insights=INSIGHTS, people_count=3, introduction="<p>We met.</p>"
    )
    addresses = [
        programme.get_url(),
        f"{programme.get_url()}inner/",
        f"{programme.get_url()}hosts/ada-bell/",
        f"{programme.get_url()}hosts/ada-bell/?from=2000-01-01&to=2000-01-02",
        f"{programme.get_url()}insights/?tag=kindness",
        f"{programme.get_url()}insights/?tag=nothing",
        f"{programme.get_url()}calendar/",
        pack.get_url(),
        f"{pack.get_url()}guide/",
    ]

    found = {url: violations(reader, f"{live_server.url}{url}") for url in addresses}

    assert found == {url: [] for url in addresses}


def test_drafts_by_their_links_are_accessible(reader, live_home, live_server, superuser):
    programme = make_programme(live_home)
    event = make_event(programme, **full(programme))
    pack = make_pack(event, live=False, guide=GUIDE, insights=INSIGHTS)
    now = timezone.now()
    tokens = [share_draft(page, user=superuser, now=now) for page in (programme, event, pack)]
    addresses = [f"/lift/share/{token}/" for token in tokens]
    addresses.append(f"{addresses[-1]}guide/")

    found = {url: violations(reader, f"{live_server.url}{url}") for url in addresses}

    assert found == {url: [] for url in addresses}
    banner = reader.get_by_role("note")
    assert banner.inner_text().startswith("This is a draft. Anybody with this link can see it")


def test_empty_pages_are_accessible(reader, live_home, live_server):
    programme = make_programme(live_home)
    event = make_event(programme, start_date=None, summary="")
    pack = make_pack(event)
    addresses = [programme.get_url(), event.get_url(), pack.get_url()]

    found = {url: violations(reader, f"{live_server.url}{url}") for url in addresses}

    assert found == {url: [] for url in addresses}


def test_asking_for_a_password_is_accessible(reader, live_home, live_server):
    event = make_event(make_programme(live_home), summary="Hushed words")
    PageViewRestriction.objects.create(page=event, restriction_type="password", password="sesame")

    asked = violations(reader, f"{live_server.url}{event.get_url()}")
    reader.get_by_label("Password").fill("guess")
    reader.keyboard.press("Enter")
    reader.get_by_role("alert").wait_for()
    refused = violations_here(reader)
    reader.get_by_label("Password").fill("sesame")
    reader.keyboard.press("Enter")
    reader.get_by_text("Hushed words").first.wait_for()

    assert (asked, refused) == ([], [])


def test_pages_read_at_320_pixels_without_scrolling_sideways(browser, live_home, live_server):
    programme = make_programme(live_home)
    event = event_with(Status.BOOKING_AVAILABLE, programme, timezone.now(), **full(programme))
    round_with_a_long_word = {"title": "Acknowledgements and introductions", "minutes": 90}
    pack = make_pack(programme, opens_early=True, guide=[("round", round_with_a_long_word)])
    addresses = [event.get_url(), f"{pack.get_url()}guide/?starts=12:30"]

    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        overflow = {url: overflow_of(page, f"{live_server.url}{url}") for url in addresses}

    assert overflow == dict.fromkeys(addresses, 0)


def overflow_of(page, url: str) -> int:
    """Return by how much something stands out: clipped or not, it is lost at this width."""
    page.goto(url)
    return page.evaluate(
        """() => {
            const ends = [...document.querySelectorAll("main table, main p, main form")].map(
                (shown) => shown.getBoundingClientRect().right
            );
            const root = document.documentElement;
            return Math.max(0, Math.ceil(Math.max(root.scrollWidth, ...ends)) - root.clientWidth);
        }"""
    )


def test_keyboard_alone_reaches_booking(browser, live_home, live_server):
    event = event_with(Status.BOOKING_AVAILABLE, make_programme(live_home), timezone.now())

    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}{event.get_url()}")
        reached: list[str] = []
        for _ in range(12):
            page.keyboard.press("Tab")
            reached += page.locator(":focus").all_inner_texts()

    assert reached[0].strip() == "Skip to the content"
    assert any("Book a place" in text for text in reached)
