"""Purge shared caches, and tell followers, of what is shown without a projection.

Every change of an event goes through its projection, which purges. These receivers cover the rest:
programmes, packs, hosts, view restrictions, and URLs that stop existing.
"""

from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from ..access.privacy import showing
from ..events.conduct import stored_conduct
from ..models import AbstractHostProfile, get_page_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ..projection import (
    is_watched,
    purge_host,
    purge_leaving,
    purge_old_address,
    purge_when_committed,
)

OURS = (EventKind, PackKind, ProgrammeKind)

_INHERITED = "_lift_inherited_before"
"""Attribute in which a programme that is being saved keeps what pages below inherited from it."""


def connect() -> None:
    """Connect all receivers; called once when the app is ready."""
    pre_save.connect(note_what_is_inherited, dispatch_uid="wagtail_lift.note_inherited")
    post_save.connect(purge_what_inherits, dispatch_uid="wagtail_lift.purge_inheriting")
    post_save.connect(purge_what_changed, dispatch_uid="wagtail_lift.purge_saved")
    post_delete.connect(purge_what_changed, dispatch_uid="wagtail_lift.purge_deleted")
    pre_delete.connect(purge_what_leaves, dispatch_uid="wagtail_lift.purge_leaving")
    page_unpublished.connect(purge_what_leaves, dispatch_uid="wagtail_lift.purge_unpublished")
    page_slug_changed.connect(purge_old_slug, dispatch_uid="wagtail_lift.purge_slug")
    post_page_move.connect(purge_old_place, dispatch_uid="wagtail_lift.purge_moved")


def purge_what_changed(
    sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any
) -> None:
    """Purge after a programme, pack or host is saved or deleted, or a view restriction changes.

    A restriction also covers every page below, and aliases and other pages of their events
    elsewhere: caches must no longer show any of them.
    """
    if raw or not is_watched():
        return
    if isinstance(instance, PageViewRestriction):
        purge_when_committed(*_ours(showing(instance.page).inside()))
    elif isinstance(instance, PackKind | ProgrammeKind) and instance.live:
        purge_when_committed(instance)
    elif isinstance(instance, AbstractHostProfile):
        purge_host(instance)


def note_what_is_inherited(
    sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any
) -> None:
    """Note what pages below inherit from a programme before it is saved."""
    if isinstance(instance, ProgrammeKind) and instance.pk and not raw and is_watched():
        setattr(instance, _INHERITED, stored_conduct(instance))


def purge_what_inherits(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Purge every page below a programme if what they inherit from it has changed."""
    if _INHERITED in vars(instance):
        before = vars(instance).pop(_INHERITED)
        if before != stored_conduct(instance):
            purge_when_committed(*_ours_below(instance))


def purge_what_leaves(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Purge the URLs of an event, pack or programme that is unpublished or deleted."""
    if isinstance(instance, OURS) and instance.depth:
        purge_leaving(instance)


def purge_old_slug(
    sender: type[Model], instance: AbstractPage, instance_before: AbstractPage, **kwargs: Any
) -> None:
    """Purge the URLs that a page, and the pages below it, had before its slug changed."""
    if is_watched():
        _purge_old_addresses(instance, instance_before.url_path)


def purge_old_place(
    sender: type[Model],
    instance: AbstractPage,
    url_path_before: str,
    parent_page_before: AbstractPage,
    **kwargs: Any,
) -> None:
    """Purge the URLs that a page had before it was moved, and the lists it was in."""
    if is_watched():
        _purge_old_addresses(instance, url_path_before)
        purge_when_committed(parent_page_before)


def _purge_old_addresses(page: AbstractPage, url_path_before: str) -> None:
    moved = get_page_model()._default_manager.filter(pk=page.pk).first()
    with transaction.atomic():  # the signal may come after the commit; this makes it one batch
        for below in _ours_below(moved) if moved else ():
            rest = below.url_path.removeprefix(moved.url_path)
            below.url_path = f"{url_path_before}{rest}"
            purge_old_address(below)


def _ours_below(page: AbstractPage) -> list[AbstractPage]:
    """Return every event, pack and programme at or below a page."""
    return _ours(Q(path__startswith=page.path))


def _ours(condition: Q) -> list[AbstractPage]:
    """Return every event, pack and programme that meets a condition."""
    return [
        found for model in page_types(*OURS) for found in model._default_manager.filter(condition)
    ]
