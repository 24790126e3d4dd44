"""Gather the insights of an event that has taken place: one step from the day to its pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from ..access.privacy import original_page
from ..blocks import guide_parts, question_rounds, with_shared_minutes
from ..enums import Hours
from ..events.identity import event_ids_of, lock_events
from ..exceptions import EventNotOver, PackExists, PublishingFault, PublishingRefused
from ..formats.points import points_html
from ..models import Meeting
from ..models.kinds import EventKind, PackKind
from ..packs.gathering import Gatherable, gatherable
from .new_pack import add_pack

NUMBERS = ("people_count", "organisations_count", "stories_count")


@dataclass(frozen=True, slots=True)
class ToldInsights:
    """What somebody told of the day.

    ``learnt`` is plain text. ``meeting`` is the date that it is about, ``None`` for the event as a
    whole. ``shares_running_order``: the running order, which is private, may become the guide; else
    the questions are. ``opens_at``: when to publish the pack, ``None`` for at once.
    """

    learnt: str = ""
    people_count: int | None = None
    organisations_count: int | None = None
    stories_count: int | None = None
    meeting: Meeting | None = None
    shares_running_order: bool = False
    is_published: bool = False
    opens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GatheredInsights:
    """The pack, and whether it was published or scheduled; else why not.

    ``faults`` is empty if nobody asked for it or if the user may not publish.
    """

    pack: PackKind
    is_published: bool
    faults: Sequence[PublishingFault] = ()


def gather_insights(
    page: EventKind, told: ToldInsights, *, user: AbstractBaseUser, now: datetime
) -> GatheredInsights:
    """Draft a pack below an event from what was told and from the event; publish it if asked to.

    It is published only if the user may publish below the event and the pack's own gate lets it
    pass; else it stays a draft, with all that was told in it. Of an alias, the original gets the
    pack. Raises ``PermissionDenied``, ``EventNotOver``, and ``PackExists`` if a pack covers the
    date already: two requests at once make one pack.
    """
    event = original_page(page).specific
    keys = event_ids_of([event.pk]).values()
    with transaction.atomic():
        lock_events(keys)  # the first query of the transaction, so that the next sees all packs
        known = gatherable(event, now)
        meeting = told.meeting if known.is_series else None
        _refuse_what_is_covered(known, meeting)
        pack = add_pack(event, user=user, meeting=meeting)
        _fill_in(pack, event, told, _minutes_of(meeting or known.dates[0]))
        revision = pack.save_revision(user=user, clean=False)
        action = "wagtail_lift.gather_insights"
        log(instance=pack, action=action, user=user, revision=revision)
    return _published(pack, revision, told, user)


def _refuse_what_is_covered(known: Gatherable, meeting: Meeting | None) -> None:
    if not known.has_taken_place:
        raise EventNotOver
    if known.is_covered:
        raise PackExists(pack=known.packs[0])
    if meeting is None or meeting in known.dates:
        return
    about = [pack for pack in known.packs if pack.meeting_id == meeting.pk]
    raise PackExists(pack=about[0]) if about else EventNotOver


def _minutes_of(meeting: Meeting) -> int:
    """Return how long a date took, zero if that was not said."""
    if meeting.current_hours != Hours.START_AND_END:
        return 0
    starts_at, ends_at = meeting.current_starts_at, meeting.current_ends_at
    return int((ends_at - starts_at).total_seconds() // 60) if starts_at and ends_at else 0


def _fill_in(pack: PackKind, event: EventKind, told: ToldInsights, minutes: int) -> None:
    for name in NUMBERS:
        setattr(pack, name, getattr(told, name))
    html = points_html(told.learnt)
    learnt = [{"type": "paragraph", "value": html}] if html else []
    pack.insights = pack.insights.stream_block.to_python(learnt)
    pack.go_live_at = told.opens_at
    shown = event if event.live else event.get_latest_revision_as_object()
    parts = with_shared_minutes(_guide_of(shown, told), minutes)
    pack.guide = pack.guide.stream_block.to_python(parts)


def _guide_of(shown: EventKind, told: ToldInsights) -> list[dict[str, Any]]:
    if told.shares_running_order:
        return guide_parts(shown.source.running_order, shown.source.questions)
    return question_rounds(shown.questions)


def _published(
    pack: PackKind, revision: Any, told: ToldInsights, user: AbstractBaseUser
) -> GatheredInsights:
    if not (told.is_published and pack.permissions_for_user(user).can_publish()):
        return GatheredInsights(pack, is_published=False)
    try:
        with transaction.atomic():
            revision.publish(user=user)
    except PublishingRefused as refusal:
        return GatheredInsights(pack, is_published=False, faults=refusal.faults)
    pack.refresh_from_db()
    return GatheredInsights(pack, is_published=True)


def is_told_again(pack: PackKind, told: ToldInsights, user: AbstractBaseUser) -> bool:
    """Return whether the same person has told the same before, as with a second click."""
    draft = pack.get_latest_revision_as_object()
    numbers = [(getattr(draft, name), getattr(told, name)) for name in NUMBERS]
    learnt = "".join(c.value.source for c in draft.insights if c.block_type == "paragraph")
    is_same = learnt == points_html(told.learnt) and all(a == b for a, b in numbers)
    return is_same and pack.owner_id == user.pk
