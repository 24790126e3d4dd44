"""A pack's guide begins with the running order of its event, in a draft."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from wagtail.log_actions import registry

from tests.admin.conftest import grant_pages, make_team
from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.actions import guide_targets, start_guide
from wagtail_lift.exceptions import PackLocked, PackOfOtherEvent, RunningOrderEmpty
from wagtail_lift.pages.models import InsightsPack

PART = {"type": "part", "id": "p", "value": {"title": "Arrive", "minutes": 10, "who": "SECRET"}}
PURPOSE = {"type": "purpose", "id": "old", "value": "<p>What for</p>"}


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def event(programme):
    return make_event(programme, running_order=json.dumps([PART]))


def guide_of(pack):
    """Return kind and title of the parts of a pack's guide, published and in the draft."""
    live = InsightsPack.objects.get(pk=pack.pk)
    return [
        [(child.block_type, child.block_type != "purpose" and child.value["title"]) for child in g]
        for g in (live.guide, live.get_latest_revision_as_object().guide)
    ]


def test_guide_of_a_published_pack_begins_in_its_draft(event):
    pack = make_pack(event, guide=json.dumps([PURPOSE]))

    start_guide(event, pack=pack, user=None)

    pack.refresh_from_db()
    assert guide_of(pack) == [[("purpose", False)], [("purpose", False), ("round", "Arrive")]]
    assert (pack.live, pack.has_unpublished_changes) == (True, True)


def test_guide_begins_in_a_new_draft_below_the_event(event):
    user = get_user_model().objects.create_superuser("owner")

    pack = start_guide(event, user=user)

    stored = InsightsPack.objects.get()
    assert stored.pk == pack.pk
    assert (stored.title, stored.live) == ("What we learnt: Kindness at work", False)
    assert (stored.event_id, stored.get_parent().pk, stored.owner) == (event.pk, event.pk, user)
    assert stored.locale == event.locale
    assert stored.latest_revision.user == user
    assert guide_of(stored)[1] == [("round", "Arrive")]
    logs = registry.get_logs_for_instance(stored)
    assert [(entry.action, entry.user) for entry in logs] == [
        ("wagtail_lift.start_guide", user),
        ("wagtail.create", user),
    ]


def test_guide_begins_with_the_draft_of_the_running_order_and_what_was_drafted_stays(event):
    pack = make_pack(event)
    for page, values in ((event, {"running_order": []}), (pack, {"title": "New title"})):
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision()
    event.running_order = json.dumps([{**PART, "value": {"title": "Drafted"}}])
    event.save_revision()

    start_guide(event, pack=pack, user=None)

    assert guide_of(pack)[1] == [("round", "Drafted")]
    assert pack.get_latest_revision_as_object().title == "New title"
    assert InsightsPack.objects.get().title != "New title"


def test_log_says_nothing_private(event):
    pack = make_pack(event)

    start_guide(event, pack=pack, user=None)

    entry = registry.get_logs_for_instance(pack).first()
    assert entry.message == "Started the guide from the running order of its event"
    assert "SECRET" not in f"{entry.data} {entry.label} {pack.latest_revision}"


def test_empty_running_order_begins_nothing(programme):
    event = make_event(programme)

    with pytest.raises(RunningOrderEmpty):
        start_guide(event, user=None)

    assert not InsightsPack.objects.exists()


def test_pack_about_another_event_is_refused(event, programme):
    other = make_pack(make_event(programme, "Other"))

    with pytest.raises(PackOfOtherEvent):
        start_guide(event, pack=other, user=None)


def test_locked_pack_is_refused(event, programme):
    pack = make_pack(event)
    InsightsPack.objects.update(
        locked=True, locked_by=get_user_model().objects.create_user("somebody")
    )
    user = make_team("us", programme, "add", "change").user

    with pytest.raises(PackLocked):
        start_guide(event, pack=pack, user=user)

    assert guide_of(pack) == [[], []]


@pytest.mark.parametrize(
    ("event_words", "pack_words", "may_begin", "may_create"),
    [
        (("change",), ("change",), True, False),
        (("add", "change"), (), False, True),
        (("change",), (), False, False),
        (("change", "publish"), ("publish",), False, False),
        ((), ("change",), False, False),
        (("publish",), ("change",), False, False),
    ],
)
def test_right_to_edit_is_needed_on_both_pages(
    event, home, event_words, pack_words, may_begin, may_create
):
    pack = make_pack(make_programme(home, "Packs"), event=event)
    team = make_team("us", event, *event_words)
    grant_pages(team.group, pack, *pack_words)
    user = get_user_model().objects.get(pk=team.user.pk)

    def begins(**words):
        try:
            start_guide(event, user=user, **words)
        except PermissionDenied:
            return False
        return True

    targets = guide_targets(event, user=user)
    assert (begins(pack=pack), begins()) == (may_begin, may_create)
    if "change" in event_words:
        assert ([p.pk for p in targets.packs], targets.may_create) == (
            [pack.pk] if may_begin else [],
            may_create,
        )
