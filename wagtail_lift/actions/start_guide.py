"""Start a pack's DIY event guide from the running order of its event."""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import AbstractPage

from ..blocks import guide_parts
from ..exceptions import PackLocked, PackOfOtherEvent, RunningOrderEmpty
from ..models.kinds import EventKind, PackKind
from ..packs.lookup import packs_of
from .new_pack import add_pack, new_pack_type


@dataclass(frozen=True, slots=True)
class GuideTargets:
    """Where the user may start a guide: packs they may edit, and whether they may create one."""

    packs: tuple[PackKind, ...]
    may_create: bool


def guide_targets(event: EventKind, *, user: AbstractBaseUser | None) -> GuideTargets:
    """Return where ``user`` may start a guide from the running order of ``event``."""
    packs = tuple(pack for pack in packs_of(event) if _may_edit(pack, user))
    return GuideTargets(packs, new_pack_type(event, user) is not None)


def start_guide(
    event: EventKind, *, user: AbstractBaseUser | None, pack: PackKind | None = None
) -> PackKind:
    """Add the parts of an event's running order to the guide in a pack's draft; return the draft.

    Without ``pack``, create a new draft pack below the event. Nothing is published, and parts
    already in the guide stay. The running order is that of the event's latest draft.

    Raises ``PermissionDenied`` unless the user may edit both pages, or add a pack below the event;
    ``RunningOrderEmpty``, ``PackOfOtherEvent``, ``PackLocked``.
    """
    if not _may_edit(event, user):
        raise PermissionDenied
    draft = event.get_latest_revision_as_object()
    parts = guide_parts(draft.running_order, draft.questions)
    if not parts:
        raise RunningOrderEmpty
    with transaction.atomic():
        target = add_pack(event, user=user) if pack is None else _locked_draft(event, pack, user)
        guide = target.guide
        target.guide = guide.stream_block.to_python([*guide.get_prep_value(), *parts])
        revision = target.save_revision(user=user, clean=False)
        log(instance=target, action="wagtail_lift.start_guide", user=user, revision=revision)
    return target


def _locked_draft(event: EventKind, pack: PackKind, user: AbstractBaseUser | None) -> PackKind:
    locked = type(pack)._default_manager.select_for_update().get(pk=pack.pk)
    if not _may_edit(locked, user):
        raise PermissionDenied
    if locked.pk not in {found.pk for found in packs_of(event)}:
        raise PackOfOtherEvent
    lock = locked.get_lock()
    if lock is not None and user is not None and lock.for_user(user):
        raise PackLocked
    draft: PackKind = locked.get_latest_revision_as_object()
    return draft


def _may_edit(page: AbstractPage, user: AbstractBaseUser | None) -> bool:
    return user is None or page.permissions_for_user(user).can_edit()
