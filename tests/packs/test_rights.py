"""A pack is published by those who look after its event, whichever way and whatever stands in.

Ways × teams × stand-ins: the pack names the event, its alias or its translation.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone
from wagtail.models import Locale

from tests.admin.conftest import make_team
from tests.factories import make_event, make_pack, make_programme, meeting_of
from wagtail_lift.exceptions import PublishingFault, PublishingRefused
from wagtail_lift.pages.models import InsightsPack


@pytest.fixture
def ours(home):
    return make_programme(home, "Ours")


@pytest.fixture
def theirs(home):
    return make_event(make_programme(home, "Theirs"))


def alias_in(ours: Any, theirs: Any) -> Any:
    """An alias that our team made of their event, in our programme."""
    return theirs.create_alias(parent=ours)


def translation_in(ours: Any, theirs: Any) -> Any:
    """A translation that our team may edit, of their event."""
    german = Locale.objects.create(language_code="de")
    translation = theirs.copy_for_translation(german, copy_parents=True)
    translation.move(ours, pos="last-child")
    translation = type(translation).objects.get(pk=translation.pk)
    translation.save_revision().publish()
    return type(translation).objects.get(pk=translation.pk)


def event_itself(ours: Any, theirs: Any) -> Any:
    return theirs


def publish(draft: Any, user: Any) -> None:
    draft.save_revision(user=user).publish(user=user)


def schedule(draft: Any, user: Any) -> None:
    draft.go_live_at = timezone.now() + timezone.timedelta(days=1)
    draft.save_revision(user=user).publish(user=user)


def _through_v3(user: Any, method: str, path: str, body: Any) -> None:
    """Raise what the answer says, as the other ways do."""
    from tests.api.v3.conftest import V3Client

    status, answer = V3Client(user)(method, path, body)
    assert status == 422, answer
    raise PublishingRefused(
        InsightsPack(),
        [
            PublishingFault(place=tuple(e["loc"]), label="", code=e["type"], message=e["msg"])
            for e in answer["errors"]
        ],
    )


def v3_patches_something_else(draft: Any, user: Any) -> None:
    body = {"people_count": 3, "meta": {"action": "publish"}}
    _through_v3(user, "patch", f"pages/{draft.pk}/", body)


def v3_publishes(draft: Any, user: Any) -> None:
    draft.save_revision(user=user)
    _through_v3(user, "post", f"pages/{draft.pk}/actions/publish/", {})


def v3_creates(draft: Any, user: Any) -> None:
    meta = {
        "type": "wagtail_lift_pages.InsightsPack",
        "parent_id": draft.get_parent().pk,
        "action": "publish",
    }
    body = {"title": "Another", "event_id": draft.event_id, "meta": meta}
    _through_v3(user, "post", "pages/", body)


STAND_INS = (event_itself, alias_in, translation_in)
WAYS = (publish, schedule)
if apps.is_installed("wagtail.api.v3"):
    WAYS = (*WAYS, v3_patches_something_else, v3_publishes, v3_creates)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("stand_in", STAND_INS)
def test_team_publishes_no_pack_about_an_event_of_others(
    ours: Any, theirs: Any, stand_in: Callable[..., Any], way: Callable[..., None]
):
    user = make_team("us", ours, "add", "change", "publish").user
    draft = make_pack(ours, event=stand_in(ours, theirs), live=False)

    with pytest.raises(PublishingRefused) as refused:
        way(draft, user)

    stored = InsightsPack.objects.get()
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [
        (("event_id",), "event_of_others")
    ]
    assert (stored.live, stored.approved_schedule) == (False, False)


@pytest.mark.parametrize("stand_in", [alias_in, translation_in])
def test_pack_below_what_stands_in_lends_nothing(
    ours: Any, theirs: Any, stand_in: Callable[..., Any]
):
    user = make_team("us", ours, "add", "change", "publish").user
    draft = make_pack(stand_in(ours, theirs), live=False)

    with pytest.raises(PublishingRefused):
        publish(draft, user)


@pytest.mark.parametrize("stand_in", STAND_INS)
def test_team_of_the_event_publishes_a_pack_about_it(
    ours: Any, theirs: Any, stand_in: Callable[..., Any]
):
    team = make_team("them", theirs.get_parent(), "add", "change", "publish")
    draft = make_pack(theirs.get_parent(), event=stand_in(ours, theirs), live=False)

    publish(draft, team.user)

    assert InsightsPack.objects.get().live


def test_translation_of_a_published_pack_is_for_its_translators(ours: Any, theirs: Any, home: Any):
    pack = make_pack(theirs)
    german = Locale.objects.create(language_code="de")
    translation = pack.copy_for_translation(german, copy_parents=True)
    user = make_team("translators", translation, "add", "change", "publish").user

    publish(translation, user)

    assert InsightsPack.objects.filter(live=True).count() == 2


def test_code_and_clock_are_not_asked_who_they_are(ours: Any, theirs: Any):
    draft = make_pack(ours, event=theirs, live=False)

    draft.save_revision().publish()

    assert InsightsPack.objects.get().live


def test_pack_about_a_date_of_another_event_is_not_published(ours: Any, theirs: Any):
    other = make_event(ours, "Another")
    draft = make_pack(ours, event=other, live=False)
    draft.meeting = meeting_of(theirs)

    with pytest.raises(PublishingRefused) as refused:
        draft.save_revision().publish()

    assert [(fault.place, fault.code) for fault in refused.value.faults] == [
        (("meeting_id",), "date_of_other_event")
    ]
