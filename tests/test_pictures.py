"""Pictures of events and hosts at every place where they are shown."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.images import get_image_model

from tests.factories import make_event, make_host, make_image, make_programme, when
from tests.seo.heads import told
from wagtail_lift.enums import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def logo():
    """A logo that is four times as wide as high."""
    file = BytesIO()
    PillowImage.new("RGB", (800, 200), "navy").save(file, "PNG")
    content = ContentFile(file.getvalue(), "logo.png")
    return get_image_model().objects.create(title="Logo", file=content)


def shown_on(client, url: str, selector: str):
    return BeautifulSoup(client.get(url).content, "html.parser").select_one(selector)


@pytest.mark.parametrize(("kind", "ratio"), [("organisation", 4), ("person", 1)])
def test_logo_of_an_organisation_is_never_cropped(programme, client, now, logo, kind, ratio):
    host = make_host("The Mill", kind=kind, photo=logo)
    event = make_event(programme, hosts=[host], **when(now + timedelta(days=7)))

    small = shown_on(client, event.url, ".lift-host img")
    large = shown_on(client, f"{programme.url}hosts/{host.slug}/", ".lift-profile img")
    shared = told(client, f"{programme.url}hosts/{host.slug}/")
    page = json.loads(client.get(f"/api/v2/pages/{event.pk}/").content)

    sizes = [(int(image["width"]), int(image["height"])) for image in (small, large)]
    is_logo = kind == "organisation"
    found = shared["Organization"]["logo"] if is_logo else shared["Person"]["image"]
    rendition = page["hosts"][0]["photo"]["rendition"]
    sizes += [(each["width"], each["height"]) for each in (found, rendition)]
    assert [round(width / height) for width, height in sizes] == [ratio] * 4
    assert ("lift-portrait--logo" in small["class"]) is is_logo


@pytest.mark.parametrize(
    ("own", "description", "expected"),
    [("", "A mill", "A mill"), ("Our mill", "A mill", "Our mill"), (" ", "", "")],
)
def test_lead_image_has_the_words_of_its_page_or_else_its_own(
    programme, client, now, own, description, expected
):
    image = make_image()
    image.description = description
    image.save()
    picture = {"lead_image": image, "lead_image_alt_text": own}
    event = make_event(programme, venue_name="Hall", **picture, **when(now + timedelta(days=7)))

    page = shown_on(client, event.url, ".lift-hero__picture img, img.lift-hero__picture")
    card = shown_on(client, programme.url, "img.lift-card__image")
    found = json.loads(client.get(f"/api/v2/pages/{event.pk}/").content)["lead_image"]["alt"]
    notices = {notice.notice for notice in event.get_editor_notices(now)}

    assert [page["alt"], card["alt"], found] == [expected] * 3
    assert told(client, event.url)["Event"]["image"].get("caption", "") == expected
    assert (Notice.IMAGE_WITHOUT_ALT in notices) is (expected == "")
