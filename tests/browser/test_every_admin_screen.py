"""Each screen of ours in the admin: axe finds nothing, and nothing is wider than the window."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from tests.admin.test_permissions import patterns_of
from tests.browser.editor import Editor
from tests.factories import (
    make_event,
    make_host,
    make_image,
    make_pack,
    make_programme,
    make_venue,
    meeting_of,
    when,
)
from wagtail_lift.actions import postpone_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.webhooks.actions import give_first_secret
from wagtail_lift.webhooks.models import Delivery, Endpoint

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDGETS_OF_WAGTAIL = [".public-DraftEditor-content", ".tagit-new", "#w-minimap-toggle"]
CONTEXT = {"include": ["html"], "exclude": [[selector] for selector in WIDGETS_OF_WAGTAIL]}
WIDTHS = (1280, 390)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DATES, EVENTS, PACKS = "lift_dates_modeladmin", "lift_events", "lift_packs"
WEBHOOKS, DELIVERIES = "lift_webhooks", "lift_deliveries"
OURS = (
    "lift_",
    "wagtailsnippets_wagtail_lift_",
    "wagtailsnippetchoosers_wagtail_lift_",
    "host_chooser",
    "venue_chooser",
)
SECRET = "lift_webhook_secret"  # shown once, after a press on a button
NO_SCREENS = {
    "lift_close_pack",  # these only take a form, and lead to a screen
    "lift_past_dates",
    "lift_webhook_rotate",
    "lift_webhook_test",
    "lift_delivery_again",
    "lift_when",  # these give a part of a screen
    "lift_plan",
    "lift_plan_new",
    "lift_notices",
    "lift_add",  # leads to a form
    f"{DATES}_keep",  # needs a date that is no longer planned
}
OF_WAGTAIL = ("_results", "preview", "revisions", "workflow", "lock", "chosen", "choose", "create")
"""What Wagtail makes of our models itself, and shows in its own words and places."""

AGENDA = [
    {"type": "session", "value": {"title": "Welcome", "minutes": 10}},
    {"type": "break", "value": {"title": "Tea", "minutes": 10}},
]
TALK = {"title": "Talk", "url": "https://films.example.org/1", "kind": "film"}
MATERIALS = [
    {"type": "recording", "value": {**TALK, "captions": "no"}},
]
UPDATES = [{"type": "update", "value": {"text": "<p>We moved to room 2.</p>"}}]
TABLE = b"Title;Date;Time;Place\nKindness;20.1.2027;19:00;Library\nBroken;=1+1;;\n"


def names_of_addresses() -> set[str]:
    """Return the names of our addresses, without those that Wagtail shows as its own."""
    names = {name for name in patterns_of(get_resolver()) if name.startswith(OURS)}
    return {name for name in names if not any(part in name for part in OF_WAGTAIL)}


@pytest.fixture
def screens(superuser, live_home) -> dict[str, str]:
    """The path of each screen by the name of its address, or by what it is in Wagtail's forms."""
    programme = make_programme(live_home)
    host, venue = make_host(), make_venue()
    full: dict[str, Any] = {
        "hosts": [host],
        "venue": venue,
        "agenda": AGENDA,
        "materials": MATERIALS,
        "updates": UPDATES,
        "cost_kind": "amount",
        "cost_amount": Decimal(5),
        "cost_currency": "GBP",
        "lead_image": make_image(),
    }
    event = make_event(programme, **full)
    plain = make_event(programme, "A walk by the sea")
    past = make_event(programme, "Past", **when(timezone.now() - timedelta(days=2)))
    pack = make_pack(past)
    told = make_event(programme, "Long ago", **when(timezone.now() - timedelta(days=9)))
    meeting = postpone_meeting(meeting_of(plain), user=superuser, public_note="Flooded.")
    Meeting.objects.filter(pk=meeting.pk).update(problem="date_not_planned")
    endpoint = Endpoint.objects.create(name="Mirror", url="https://mirror.example.org/")
    give_first_secret(endpoint)
    delivery = Delivery.objects.create(endpoint=endpoint, type="test")
    client = Client()
    client.force_login(superuser)
    file = SimpleUploadedFile("events.csv", TABLE)
    sent = {"file": file, "page_type": "wagtail_lift_pages.eventpage"}
    client.post(reverse("lift_import", args=[programme.pk]), sent)

    def at(name: str, *args: Any) -> tuple[str, str]:
        return name, reverse(name, args=args)

    snippets = [
        at(f"wagtailsnippets_wagtail_lift_{model}:{view}", *args)
        for model, pk in (("hostprofile", host.pk), ("venue", venue.pk))
        for view, args in (
            ("list", ()),
            ("add", ()),
            *((view, (pk,)) for view in ("edit", "delete", "usage", "history", "copy")),
            ("unpublish", (pk,)),
        )
    ]
    dates = ("inspect", "cancel", "postpone", "reinstate", "change", "move", "places")
    pages = {
        "form of a programme": programme,
        "form of an event": event,
        "form of an event that has a date of its own": plain,
        "form of a pack": pack,
    }
    new = ("wagtail_lift_pages", "eventpage", programme.pk)
    return {
        **dict(snippets),
        **dict(at(f"{DATES}_{name}", meeting.pk) for name in dates),
        **dict(at(name) for name in (f"{DATES}_index", "lift_calendar", "lift_help")),
        **dict(at(f"{name}:index") for name in (EVENTS, PACKS, WEBHOOKS, DELIVERIES)),
        **dict(at(f"{WEBHOOKS}:{name}", endpoint.pk) for name in ("edit", "delete", "inspect")),
        **dict(at(f"{WEBHOOKS}:{name}", endpoint.pk) for name in ("usage", "history")),
        **dict(at(f"{name}", programme.pk) for name in ("lift_import", "lift_import_look")),
        **dict(at(name, event.pk) for name in ("lift_duplicate", "lift_share")),
        **dict(at(name, event.pk) for name in ("lift_running_order", "lift_start_guide")),
        **{name: reverse("wagtailadmin_pages:edit", args=[p.pk]) for name, p in pages.items()},
        **dict(
            [
                at(f"{WEBHOOKS}:add"),
                at(f"{DELIVERIES}:inspect", delivery.pk),
                at("lift_act", event.pk, "cancel"),
                at("lift_gather", told.pk),
                at("lift_help_chapter", "dates"),
                at("lift_host_link", host.pk),
            ]
        ),
        "form of a new event": reverse("wagtailadmin_pages:add", args=new),
        "home": "/admin/",
        "calendar by week": "/admin/lift/calendar/?day=2027-06-01&view=week",
        "list of a programme": reverse("wagtailadmin_explore", args=[programme.pk]),
    }


def test_every_address_has_a_visit(screens):
    names = names_of_addresses()

    assert names - NO_SCREENS == {name for name in screens if name in names} | {SECRET}


def found_at(editor: Editor, path: str) -> list[str]:
    """Return what is wrong with the screen at a path."""
    response = editor.page.goto(f"{editor.address}{path}")
    return found_here(editor) if response.status == 200 else [f"status {response.status}"]


def found_here(editor: Editor) -> list[str]:
    """Return what axe finds on the screen, and whether it is wider than the window."""
    found = Axe().run(editor.page, context=CONTEXT, options=RULES).response["violations"]
    told = [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]
    too_wide = editor.page.evaluate(OVERFLOW)
    return [*told, f"{too_wide} pixels too wide"] if too_wide > 0 else told


@pytest.mark.parametrize("width", WIDTHS)
def test_screens_are_accessible_and_fit(editor, screens, width):
    editor.page.set_viewport_size({"width": width, "height": 900})

    found = {name: found_at(editor, path) for name, path in screens.items()}
    editor.page.goto(f"{editor.address}{screens[f'{WEBHOOKS}:inspect']}")
    editor.page.get_by_role("button", name="Show the secret").click()
    expect(editor.page.get_by_role("heading", level=1, name="Secret")).to_be_visible()
    found[SECRET] = found_here(editor)

    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_covers_a_tab_of_the_form(editor, superuser, live_home, language):
    profile = UserProfile.get_for_user(superuser)
    profile.preferred_language = language
    profile.save()
    event = make_event(make_programme(live_home))
    editor.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    editor.page.goto(f"{editor.address}{reverse('wagtailadmin_pages:edit', args=[event.pk])}")
    tabs = editor.page.get_by_role("tablist").first.get_by_role("tab")
    expect(tabs).to_have_count(7)

    for tab in tabs.all():
        tab.click(timeout=5_000)
        expect(tab).to_have_attribute("aria-selected", "true")
