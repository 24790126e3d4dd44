"""Pictures in the API: with their words and a rendition that a browser can show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from tests.factories import make_event, make_host, make_image


@pytest.fixture
def image(db):
    model = get_image_model()
    return model.objects.create(title="Chairs", file=get_test_image_file(size=(640, 480)))


def test_event_carries_its_picture_and_its_hosts_photo(programme, image, client):
    host = make_host("Ada Bell", photo=image, photo_alt_text="Ada laughs")
    event = make_event(
        programme, hosts=[host], lead_image=image, lead_image_alt_text="Chairs in a circle"
    )

    answer = client.get(f"/api/v2/events/{event.pk}/").json()

    renditions = {r.filter_spec: r for r in image.renditions.all()}
    wide, square = renditions["max-1600x1600"], renditions["fill-400x400"]
    assert answer["lead_image"] == {
        "id": image.pk,
        "alt": "Chairs in a circle",
        "rendition": {"url": wide.full_url, "width": 640, "height": 480},
        "sizes": {},
        "srcset": "",
    }
    assert answer["hosts"][0]["photo"] == {
        "id": image.pk,
        "alt": "Ada laughs",
        "rendition": {"url": square.full_url, "width": 400, "height": 400},
        "sizes": {},
        "srcset": "",
    }


def test_picture_whose_file_is_gone_has_no_rendition(programme, image, client):
    event = make_event(programme, lead_image=image)
    image.file.storage.delete(image.file.name)

    answer = client.get(f"/api/v2/events/{event.pk}/").json()

    nothing = {"rendition": None, "sizes": {}, "srcset": ""}
    assert answer["lead_image"] == {"id": image.pk, "alt": "", **nothing}


def test_pictures_are_addressed_on_the_site_and_not_on_the_admins(
    programme, image, client, settings
):
    settings.WAGTAILADMIN_BASE_URL = "https://admin.example.org"
    host = make_host("Ada Bell", photo=image, photo_alt_text="Ada laughs")
    image.contextual_alt_text, image.decorative = "Chairs", False
    event = make_event(
        programme,
        hosts=[host],
        lead_image=image,
        body=[("picture", {"image": image, "caption": "A room"})],
    )
    paths = (f"/api/v2/events/{event.pk}/", f"/api/v2/hosts/{host.pk}/", event.url)

    answers = {path: client.get(path).text for path in paths}
    site = Site.objects.get().root_url

    assert {path: "admin.example.org" in text for path, text in answers.items()} == dict.fromkeys(
        paths, False
    )
    assert {path: f"{site}/media/images/" in text for path, text in answers.items()} == (
        dict.fromkeys(paths, True)
    )


@pytest.mark.parametrize("count", [1, 3])
def test_list_with_pictures_costs_the_same_for_one_and_for_three(
    programme, image, client, django_assert_num_queries, count
):
    path = "/api/v2/events/?fields=lead_image"
    for number in range(count):
        make_event(programme, f"Event {number}", lead_image=image)
    client.get(path)  # makes the renditions

    with django_assert_num_queries(8):
        client.get(path)


SIZES = {"small": "width-320", "square": "fill-200x200", "large": "width-1280", "same": "width-320"}


def test_pictures_come_in_the_sizes_that_a_site_names(programme, image, client, settings):
    settings.WAGTAIL_LIFT_API_IMAGE_SIZES = SIZES
    settings.WAGTAILAPI_BASE_URL = "https://cms.example"
    host = make_host("Ada Bell", photo=image)
    image.contextual_alt_text, image.decorative = "Chairs", False
    event = make_event(
        programme,
        hosts=[host],
        lead_image=image,
        body=[("image", {"image": image, "caption": ""})],
    )

    answer = client.get(f"/api/v2/events/{event.pk}/").json()

    made = {r.filter_spec: f"https://cms.example{r.url}" for r in image.renditions.all()}
    small = {"url": made["width-320"], "width": 320, "height": 240}
    expected = {
        "small": small,
        "square": {"url": made["fill-200x200"], "width": 200, "height": 200},
        "large": {"url": made["width-1280"], "width": 640, "height": 480},
        "same": small,
    }
    srcset = f"{made['fill-200x200']} 200w, {made['width-320']} 320w, {made['width-1280']} 640w"
    pictures = (answer["lead_image"], answer["hosts"][0]["photo"], answer["body"][0]["value"])
    assert [(p["sizes"], p["srcset"]) for p in pictures] == [(expected, srcset)] * 3


def test_picture_whose_file_is_gone_has_no_sizes(programme, image, client, settings):
    settings.WAGTAIL_LIFT_API_IMAGE_SIZES = SIZES
    event = make_event(programme, lead_image=image)
    image.file.storage.delete(image.file.name)

    answer = client.get(f"/api/v2/events/{event.pk}/").json()

    assert (answer["lead_image"]["sizes"], answer["lead_image"]["srcset"]) == ({}, "")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("version", ["v2", "v3"])
def test_pictures_of_lists_come_in_these_sizes_at_the_same_cost(
    programme, client, settings, version, count
):
    if version == "v3" and not settings.HAS_API_V3:
        pytest.skip("needs version 3 of Wagtail's API")
    paths = {
        "v2": ("events/?fields=_,card", "hosts/?fields=photo"),
        "v3": ("lift/events/", "lift/hosts/"),
    }[version]
    for number in range(count):
        image = make_image(f"Picture {number}")
        host = make_host(f"Host {number}", photo=image)
        make_event(programme, f"Event {number}", hosts=[host], lead_image=image)
    costs, answers = [], []
    for sizes in ({}, SIZES):
        settings.WAGTAIL_LIFT_API_IMAGE_SIZES = sizes
        for path in paths:
            client.get(f"/api/{version}/{path}")  # makes the renditions
            with CaptureQueriesContext(connection) as queries:
                answers.append(client.get(f"/api/{version}/{path}").json()["items"])
            costs.append(len(queries))

    events, hosts = answers[2:]
    pictures = [(event.get("card") or event)["lead_image"] for event in events]
    pictures += [host["photo"] for host in hosts]
    assert [list(picture["sizes"]) for picture in pictures] == [list(SIZES)] * 2 * count
    for picture in pictures:
        files = {f"{size['url']} {size['width']}w" for size in picture["sizes"].values()}
        assert set(picture["srcset"].split(", ")) <= files
        assert picture["srcset"].count(" ") > 1
    assert costs[2:] == costs[:2]
    assert max(costs) <= 12
