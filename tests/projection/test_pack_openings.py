"""A pack that has been open to all stays open until its editor closes it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, meeting_of, when
from tests.projection.tuesdays import added, publish
from wagtail_lift.actions import cancel_meeting, change_meeting, close_pack
from wagtail_lift.enums import Status
from wagtail_lift.exceptions import PackNotOpen, PackOpenByItself
from wagtail_lift.models import EventPage, InsightsPack, PackOpening
from wagtail_lift.packs.openness import only_open
from wagtail_lift.projection.pack_openings import note_openings

AFTER = datetime(2027, 6, 2, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(datetime(2027, 5, 1, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home, clock):
    return make_event(make_programme(home))


@pytest.fixture
def pack(event, clock):
    """A pack that has been open since its event ended, a day ago."""
    pack = make_pack(event)
    clock.move_to(AFTER)
    return pack


def is_open(pack):
    """Return whether a pack is open, by itself and in lists alike."""
    now = datetime.now(UTC)
    found = InsightsPack.objects.get(pk=pack.pk)
    listed = only_open(InsightsPack.objects.all(), now).filter(pk=pack.pk).exists()
    assert listed == found.is_open
    return listed


def add_a_date(event):
    publish(event, added_dates=added(event, date(2028, 7, 1)))


def type_a_day_to_come(event):
    publish(event, start_date=date(2028, 6, 1))


def cancel_the_date(event):
    cancel_meeting(meeting_of(event), user=None)


def move_the_date(event):
    change_meeting(
        meeting_of(event),
        starts_at=datetime(2028, 6, 1, 12, tzinfo=UTC),
        ends_at=datetime(2028, 6, 1, 13, tzinfo=UTC),
        user=None,
    )


def unpublish_and_add_a_date(event):
    EventPage.objects.get(pk=event.pk).unpublish()
    add_a_date(event)


@pytest.mark.parametrize(
    "change", [add_a_date, type_a_day_to_come, cancel_the_date, unpublish_and_add_a_date]
)
def test_pack_stays_open_whatever_is_edited_at_the_event(event, pack, change):
    was_open = is_open(pack)

    change(event)

    assert (was_open, is_open(pack)) == (True, True)
    assert EventPage.objects.get(pk=event.pk).get_lifecycle(AFTER).has_open_pack


def test_pack_that_was_never_open_waits_for_the_new_date(event, clock):
    pack = make_pack(event)

    add_a_date(event)
    clock.move_to(AFTER)

    assert not is_open(pack)
    assert not PackOpening.objects.exists()


def test_pack_that_is_hidden_for_a_while_is_open_again(event, pack):
    add_a_date(event)
    restriction = PageViewRestriction.objects.create(page=pack, restriction_type="login")
    while_private = is_open(pack)
    restriction.delete()
    after_that = is_open(pack)
    InsightsPack.objects.get(pk=pack.pk).unpublish()
    while_unpublished = is_open(pack)
    InsightsPack.objects.get(pk=pack.pk).save_revision().publish()

    assert (while_private, after_that, while_unpublished) == (False, True, False)
    assert is_open(pack)


def publish_pack(pack, **fields):
    found = InsightsPack.objects.get(pk=pack.pk)
    for name, value in fields.items():
        setattr(found, name, value)
    found.save_revision().publish()


@pytest.mark.parametrize("change", [add_a_date, cancel_the_date])
def test_pack_that_was_hidden_before_the_event_is_edited_is_open_again(event, pack, change):
    InsightsPack.objects.get(pk=pack.pk).unpublish()

    change(event)
    publish_pack(pack)

    assert is_open(pack)


def test_pack_that_expired_before_the_event_was_edited_is_open_again(event, clock):
    pack = make_pack(event, expire_at=AFTER)
    clock.move_to(AFTER + timedelta(days=1))
    call_command("publish_scheduled")
    was_live = InsightsPack.objects.get(pk=pack.pk).live

    add_a_date(event)
    publish_pack(pack, expire_at=None)

    assert (was_live, is_open(pack)) == (False, True)


@pytest.mark.parametrize("change", [cancel_the_date, move_the_date])
def test_action_on_an_event_that_is_hidden_closes_no_pack(event, clock, change):
    pack = make_pack(event.get_parent(), event=event)
    EventPage.objects.get(pk=event.pk).unpublish()
    clock.move_to(AFTER)

    change(event)

    assert is_open(pack)


def test_pack_that_comes_to_be_about_another_event_stays_open(event, clock):
    pack = make_pack(event.get_parent(), event=event)
    other = make_event(event.get_parent(), "Later", **when(datetime(2028, 1, 1, 12, tzinfo=UTC)))
    clock.move_to(AFTER)

    publish_pack(pack, event=other.page_ptr)

    assert is_open(pack)


@pytest.mark.parametrize("change", [add_a_date, cancel_the_date])
def test_pack_that_was_open_early_and_then_by_its_dates_stays_open(event, clock, change):
    pack = make_pack(event, opens_early=True)
    clock.move_to(AFTER)
    change(event)

    publish_pack(pack, opens_early=False)

    assert is_open(pack)


def test_clock_that_opens_a_pack_is_noted_by_itself(event, pack):
    call_command("lift_tick", verbosity=0)

    assert list(PackOpening.objects.values_list("pack", flat=True)) == [pack.pk]


def test_opening_that_another_process_has_noted_meanwhile_stays(event, pack, monkeypatch):
    noted = PackOpening.objects.create(pack=pack, opened_at=AFTER - timedelta(hours=1))
    with monkeypatch.context() as patch:
        patch.setattr(PackOpening.objects, "filter", lambda **asked: PackOpening.objects.none())
        note_openings([InsightsPack.objects.get(pk=pack.pk)], AFTER)

    assert PackOpening.objects.get().opened_at == noted.opened_at


def test_closing_lets_the_dates_decide_again(event, pack, clock):
    add_a_date(event)

    close_pack(InsightsPack.objects.get(pk=pack.pk), user=None)

    assert not is_open(pack)
    page = EventPage.objects.get(pk=event.pk)
    assert page.get_lifecycle(AFTER).status == Status.DROP_IN
    clock.move_to(datetime(2028, 7, 2, tzinfo=UTC))
    assert is_open(pack)


def test_closing_is_logged_and_closes_no_other_pack(event, pack, clock, superuser):
    clock.move_to(datetime(2027, 5, 1, tzinfo=UTC))
    other = make_pack(make_event(event.get_parent(), "Other"), "Other")
    clock.move_to(AFTER)
    add_a_date(event)
    publish(EventPage.objects.get(title="Other"), **when(datetime(2028, 6, 1, tzinfo=UTC)))

    close_pack(InsightsPack.objects.get(pk=pack.pk), user=superuser)

    assert (is_open(pack), is_open(other)) == (False, True)
    entry = PageLogEntry.objects.get(action="wagtail_lift.close_pack")
    assert (entry.page_id, entry.user) == (pack.pk, superuser)
    shown = EventPage.objects.get(title="Other").get_lifecycle(AFTER)
    assert shown.has_open_pack


def test_closing_refuses_what_it_does_not_hold(event, pack):
    with pytest.raises(PackNotOpen):
        close_pack(pack, user=None)
    PackOpening.objects.create(pack=pack, opened_at=AFTER)
    with pytest.raises(PackOpenByItself):
        close_pack(InsightsPack.objects.get(pk=pack.pk), user=None)
    assert PackOpening.objects.exists()


def test_tick_that_is_taken_back_closes_a_pack_that_was_open_early(event, clock):
    pack = make_pack(event, opens_early=True)
    was_open = is_open(pack)

    found = InsightsPack.objects.get(pk=pack.pk)
    found.opens_early = False
    found.save_revision().publish()

    assert (was_open, is_open(pack)) == (True, False)


def test_editor_is_told_and_closes_it_in_the_admin(event, pack, admin_session):
    add_a_date(event)
    edit_url = reverse("wagtailadmin_pages:edit", args=[pack.pk])
    told = admin_session.get(edit_url).content.decode()

    asked = admin_session.get(reverse("lift_close_pack", args=[pack.pk]))
    answer = admin_session.post(reverse("lift_close_pack", args=[pack.pk]))

    assert "has been open to all since 1 Jun 2027" in told
    assert "Close this insights pack?" in asked.content.decode()
    assert answer.url == edit_url
    assert not is_open(pack)


def test_wrong_person_closes_nothing(event, pack, client, visitor):
    add_a_date(event)
    client.force_login(visitor)

    client.post(reverse("lift_close_pack", args=[pack.pk]))

    assert is_open(pack)


def test_publish_that_changes_nothing_writes_no_opening_twice(event, pack):
    publish(event, summary="Once more.")
    before = list(PackOpening.objects.values())

    publish(event, summary="And again.", start_time=time(12, 30))

    assert list(PackOpening.objects.values()) == before
