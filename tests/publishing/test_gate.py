"""What the gate lets through: drafts, copies, locks; and that it asks nobody else."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.embeds import embeds
from wagtail.models import Page

from tests.factories import make_event, make_programme
from wagtail_lift.exceptions import PublishingRefused
from wagtail_lift.pages.models import EventPage

EMPTY = [{"type": "heading", "value": {"text": "", "level": "2"}, "id": "h"}]


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def from_before(programme):
    """A live event with an empty heading, as one from before the gate may have."""
    event = make_event(programme)
    event.save_revision().publish()
    event = EventPage.objects.get()
    event.body = event.body.stream_block.to_python(EMPTY)
    event.save(clean=False)
    return EventPage.objects.get()


def test_draft_is_saved_incomplete(programme):
    draft = make_event(programme, live=False, start_time=None, start_date=None)
    draft.body = draft.body.stream_block.to_python(EMPTY)
    draft.attendance_mode = ""

    revision = draft.save_revision()

    assert revision.as_object().attendance_mode == ""


def test_draft_is_not_stored_with_a_slug_that_is_taken(programme):
    make_event(programme, slug="taken")
    draft = make_event(programme, slug="free", live=False)
    draft.slug = "taken"

    with pytest.raises(ValidationError) as refused:
        draft.save_revision()

    assert list(refused.value.message_dict) == ["slug"]


def test_live_page_from_before_the_gate_is_refused_once_it_is_saved(from_before):
    from_before.summary = "Another"

    with pytest.raises(PublishingRefused) as refused:
        from_before.save()

    assert refused.value.words == ["Body, block 1 (Heading), Text: This field is required."]


def test_live_page_from_before_the_gate_can_be_locked(from_before, superuser):
    from_before.locked, from_before.locked_by = True, superuser

    from_before.save(update_fields=["locked", "locked_by"])

    assert EventPage.objects.get().locked


def test_copy_that_stays_live_is_not_asked(from_before, programme):
    copy = from_before.copy(to=programme, update_attrs={"slug": "again"}, keep_live=True)

    assert EventPage.objects.get(pk=copy.pk).live


def test_page_that_passed_is_asked_again_at_its_next_save(programme):
    event = make_event(programme)
    event.save()
    event.body = event.body.stream_block.to_python(EMPTY)

    with pytest.raises(PublishingRefused):
        event.save()


def test_no_other_website_is_asked_for_an_embed(programme, monkeypatch):
    def fetched(*args: object, **kwargs: object) -> None:
        raise AssertionError("The gate asked another website.")

    monkeypatch.setattr(embeds, "get_finders", fetched)
    film = [{"type": "embed", "value": {"embed": "https://www.youtube.com/watch?v=1"}, "id": "e"}]
    event = make_event(programme, live=False)
    event.body = event.body.stream_block.to_python(film)

    event.save_revision().publish()

    stored = EventPage.objects.get()
    assert (stored.live, stored.body[0].value["embed"].url) == (True, film[0]["value"]["embed"])


def test_refusal_is_keyed_by_field_for_whoever_knows_no_places(programme):
    event = make_event(programme, live=False)
    event.inspired_by = Page.objects.get(pk=programme.pk)

    with pytest.raises(ValidationError) as refused:
        event.save_revision().publish()

    assert refused.value.message_dict == {
        "inspired_by": ["Inspired by: Choose the page of an insights pack."]
    }
