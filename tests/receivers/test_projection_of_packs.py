"""An event knows its insights pack exactly while the pack is live and public."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, meeting_of
from wagtail_lift.models import EventOccurrence, InsightsPack


def restrict(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def open_a_pack(event):
    return make_pack(event), True


def open_a_pack_elsewhere(event):
    return make_pack(event.get_parent(), event=event), True


def draft_a_pack(event):
    return make_pack(event, live=False), False


def unpublish_the_pack(event):
    pack = make_pack(event)
    pack.unpublish()
    return pack, False


def delete_the_pack(event):
    pack = make_pack(event)
    pack.delete()
    return pack, False


def restrict_the_pack(event):
    pack = make_pack(event)
    restrict(pack)
    return pack, False


def move_the_pack_to_a_restricted_place(event):
    private = make_programme(event.get_parent(), "Members")
    restrict(private)
    pack = make_pack(event)
    pack.move(private, pos="last-child")
    return pack, False


def give_the_pack_to_another_event(event):
    other = make_event(event.get_parent(), "Another")
    pack = make_pack(event.get_parent(), event=event)
    pack.event = other
    pack.save()
    assert EventOccurrence.objects.get(page=other.pk).pack_id == pack.pk
    return pack, False


@pytest.mark.parametrize(
    "way",
    [
        open_a_pack,
        open_a_pack_elsewhere,
        draft_a_pack,
        unpublish_the_pack,
        delete_the_pack,
        restrict_the_pack,
        move_the_pack_to_a_restricted_place,
        give_the_pack_to_another_event,
    ],
    ids=lambda way: way.__name__,
)
def test_event_knows_its_pack_exactly_while_it_is_live_and_public(way, home):
    event = make_event(make_programme(home))

    pack, expected = way(event)

    occurrence = EventOccurrence.objects.get(page=event.pk)
    assert occurrence.pack_id == (pack.pk if expected else None)
    assert occurrence.pack_opens_at == (occurrence.ends_at if expected else None)


def test_translation_of_a_pack_is_about_the_same_event(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(make_programme(home))
    pack = make_pack(event, meeting=meeting_of(event))
    pack.save_revision().publish()

    translation = pack.copy_for_translation(french, copy_parents=True)

    stored = InsightsPack.objects.get(pk=translation.pk)
    latest = stored.get_latest_revision_as_object()
    assert (stored.event_id, stored.meeting_id) == (event.pk, meeting_of(event).pk)
    assert (latest.event_id, latest.meeting_id) == (event.pk, meeting_of(event).pk)
