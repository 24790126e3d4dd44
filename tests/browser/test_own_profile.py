"""A host's own profile in a real browser: narrow, without scripts, and with axe."""

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page as BrowserPage

from tests.browser.test_accessibility import violations_here
from tests.factories import make_event, make_host, make_programme, when
from wagtail_lift.actions import give_host_link
from wagtail_lift.models import HostProfile

SHOTS = os.environ.get("SHOTS", "")


@pytest.fixture
def ada(live_home):
    host = make_host("Ada Bell", email="ada@example.org", biography="<p>I listen.</p>")
    host.save_revision().publish()
    return HostProfile.objects.get(pk=host.pk)


@pytest.fixture
def link(ada, superuser) -> str:
    """The path of a link to a host's profile."""
    token, _end = give_host_link(ada, user=superuser, now=timezone.now())
    return reverse("wagtail_lift_host_link", args=[token])


@pytest.fixture
def phone(browser, live_server) -> Iterator[BrowserPage]:
    """A narrow browser without scripts."""
    with browser.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        viewport={"width": 360, "height": 700},
    ) as context:
        yield context.new_page()


def test_host_edits_and_withdraws_on_a_phone_without_scripts(phone, link, ada):
    phone.goto(link)
    phone.get_by_label("Role").fill("Nurse")
    phone.get_by_role("button", name="Send the changes").click()

    assert phone.get_by_role("status").inner_text().startswith("Thank you.")
    assert phone.get_by_label("Role").input_value() == "Nurse"
    assert link.split("/")[-2] not in phone.url
    width = phone.locator("body").bounding_box()["width"]
    boxes = [
        each.bounding_box() for each in phone.locator("form.lift-form :is(input, textarea)").all()
    ]
    assert all(box["x"] + box["width"] <= width <= 360 for box in boxes if box)

    phone.get_by_role("button", name="Do not list me any more").click()

    assert "no longer listed" in phone.get_by_role("status").inner_text()
    assert HostProfile.objects.get().is_listed is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_profile_is_accessible(browser, live_server, link, scheme):
    with browser.new_context(base_url=live_server.url, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(link)
        found = {"asked": violations_here(page)}
        for width in (360, 1280) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{SHOTS}/profile_{width}_{scheme}.png", full_page=True)
        page.get_by_label("Website").fill("nonsense")
        page.get_by_role("button", name="Send the changes").click()
        found["refused"] = violations_here(page)
        if SHOTS:
            page.set_viewport_size({"width": 360, "height": 900})
            page.screenshot(path=f"{SHOTS}/refused_{scheme}.png", full_page=True)
        page.goto("/lift/profile/open/nonsense/")
        found["gone"] = violations_here(page)

    assert found == {"asked": [], "refused": [], "gone": []}


def test_insights_are_gathered_by_keyboard_alone(editor, live_home):
    now = timezone.now()
    past = make_event(make_programme(live_home), **when(now - timedelta(days=2)))
    page = editor.page
    page.goto(f"{editor.address}{reverse('lift_gather', args=[past.pk])}")
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/gather_1280.png", full_page=True)
        page.set_viewport_size({"width": 360, "height": 900})
        page.screenshot(path=f"{SHOTS}/gather_360.png", full_page=True)

    page.get_by_label("People").focus()
    page.keyboard.type("24")
    for _field in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("Small things carry far.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/edit/")
    assert "The insights pack is published." in page.locator(".messages").inner_text()
