"""Two events of one title get two slugs; a slug that somebody chose is never changed."""

import pytest

from tests.admin.posts import PUBLISH, add_url, errors_of, event_post, programme_post
from wagtail_lift.pages.models import EventIndexPage, EventPage

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.mark.parametrize("how", [{}, PUBLISH])
def test_second_event_of_a_title_gets_a_number(admin_session, event, programme, how):
    for _ in range(2):
        admin_session.post(add_url("eventpage", programme), event_post(**how))

    slugs = EventPage.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["kindness-at-work", "kindness-at-work-2", "kindness-at-work-3"]


def test_open_form_is_told_the_slug_so_that_its_next_save_has_it(admin_session, event, programme):
    answer = admin_session.post(add_url("eventpage", programme), event_post(), **JSON).json()

    assert answer["field_updates"]["slug"] == "kindness-at-work-2"
    saved = admin_session.post(answer["url"], event_post(slug="kindness-at-work-2"), **JSON)
    assert saved.json()["success"]


def test_slug_that_was_chosen_and_is_taken_is_refused_when_publishing(
    admin_session, event, programme
):
    post = event_post(title="Other words", **PUBLISH)

    response = admin_session.post(add_url("eventpage", programme), post)

    assert errors_of(response).keys() == {"slug"}
    assert EventPage.objects.count() == 1


def test_title_in_other_letters_has_the_slug_that_the_form_made_of_it(admin_session, programme):
    for _ in range(2):
        post = event_post(title="Café für alle", slug="cafe-fur-alle", **PUBLISH)
        admin_session.post(add_url("eventpage", programme), post)

    assert EventPage.objects.filter(slug="cafe-fur-alle-2").exists()


def test_programmes_too(admin_session, programme, home):
    admin_session.post(add_url("eventindexpage", home), programme_post())

    assert EventIndexPage.objects.filter(slug="conversations-2").exists()
