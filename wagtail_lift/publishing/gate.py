"""The gate: checks on publishing, which includes scheduling, and on saving a live page.

Everything that goes live passes one of the two, whatever started it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from wagtail.models import AbstractPage, Revision

from ..enums import Problem
from ..exceptions import PublishingFault, PublishingRefused
from ..models.page_model import get_page_model
from .faults import problem_faults, publishing_faults
from .schedules import SCHEDULED, give_up_schedule
from .unread_texts import UnreadTextsMixin

UNSEEN = frozenset(
    {
        "alias_of",
        "alias_of_id",
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    }
)
"""Columns whose change makes nothing live, as when a page is locked."""


class GatedMixin(UnreadTextsMixin, models.Model):
    """A model that only goes live when complete; put it before the class with ``publish()``.

    Extend ``get_permission_problems`` and ``get_contended_problems`` to add checks.
    """

    _has_passed_gate = False

    class Meta:
        abstract = True

    def get_permission_problems(self, user: AbstractBaseUser) -> dict[str, Problem]:
        """Return, by field, why ``user`` may not publish this, though others may."""
        return {}

    def get_publishing_faults(self, user: AbstractBaseUser | None = None) -> list[PublishingFault]:
        """Return what blocks publishing this, in general or (if given) by ``user``."""
        return publishing_faults(self, user)

    def get_contended_problems(self) -> dict[str, Problem]:
        """Return, by field, problems that only the saving transaction can check without a race."""
        return {}

    @property
    def is_validation_deferred(self) -> bool:
        """Return whether a draft is being saved, so that only its structure is validated."""
        return bool(getattr(self, "_is_validation_deferred", False))

    def save_revision(self, *args: Any, clean: bool = True, **kwargs: Any) -> Revision:
        """Save a draft, which may be incomplete; publishing checks the rest."""
        if clean:
            with deferred_validation(self):
                self.clean_draft()
        return super().save_revision(*args, clean=False, **kwargs)

    def clean_draft(self) -> None:
        """Raise ``ValidationError`` for what no draft may have, such as a slug that is taken."""
        self.clean()

    save_revision.alters_data = True

    def publish(
        self,
        revision: Revision,
        user: AbstractBaseUser | None = None,
        changed: bool = True,
        log_action: bool | str = True,
        previous_revision: Revision | None = None,
        skip_permission_checks: bool = False,
    ) -> Any:
        """Publish or schedule a revision; raise ``PublishingRefused`` if it is not complete.

        A refused schedule is logged instead of raised, so that it does not hold up others.
        """
        action = publishing_action(type(self))(
            revision,
            user=user,
            changed=changed,
            log_action=log_action,
            previous_revision=previous_revision,
        )
        try:
            return action.execute(skip_permission_checks=skip_permission_checks)
        except PublishingRefused as refusal:
            if log_action != SCHEDULED:
                raise
            return give_up_schedule(revision, refusal)

    publish.alters_data = True

    def pass_gate(self, user: AbstractBaseUser | None = None) -> None:
        """Raise ``PublishingRefused`` if this has faults; ``None`` skips the user's permissions."""
        refuse(self, self.get_publishing_faults(user))
        self._has_passed_gate = True


class AskingFirst:
    """Mixin that makes one of Wagtail's publishing actions pass the gate before it writes."""

    def check(self, skip_permission_checks: bool = False) -> None:
        """Raise ``PublishingRefused`` for a page or host of the package that is not complete."""
        super().check(skip_permission_checks=skip_permission_checks)
        if isinstance(self.object, GatedMixin):
            self.object.pass_gate(None if skip_permission_checks else self.user)


def asking_first(action: type) -> type:
    """Return ``action`` with the gate in front, unchanged if it has it already."""
    if issubclass(action, AskingFirst):
        return action
    return type(f"Gated{action.__name__}", (AskingFirst, action), {})


@cache
def publishing_action(model: type) -> type:
    """Return the gated action that publishes a revision of ``model``."""
    try:
        from wagtail.actions.registry import action_registry  # Wagtail 8
    except ImportError:
        from wagtail.actions.publish_page_revision import PublishPageRevisionAction
        from wagtail.actions.publish_revision import PublishRevisionAction

        is_page = issubclass(model, get_page_model())
        return asking_first(PublishPageRevisionAction if is_page else PublishRevisionAction)
    return asking_first(action_registry.get_action_class(model, "publish"))


def refuse(instance: GatedMixin, faults: list[PublishingFault]) -> None:
    """Raise ``PublishingRefused`` if there are any faults."""
    if faults:
        raise PublishingRefused(instance, faults)


@contextmanager
def deferred_validation(instance: GatedMixin) -> Iterator[None]:
    """Validate ``instance`` as a draft inside this context."""
    before = instance.is_validation_deferred
    instance._is_validation_deferred = True
    try:
        yield
    finally:
        instance._is_validation_deferred = before


@contextmanager
def asked_before_saving(
    page: AbstractPage, *, clean: bool, columns: Iterable[str] | None
) -> Iterator[bool]:
    """Pass the gate if saving makes ``page`` live; yield whether Wagtail still has to clean it.

    Of a copy that stays live only the slug is checked, because it depends on the new place: the
    rest is as complete as the original. Saving only ``UNSEEN`` columns is not checked.
    """
    if not (clean and page.live):
        yield clean
    elif columns is not None and UNSEEN.issuperset(columns):
        with deferred_validation(page):
            yield True
    elif is_copy(page):
        refuse(page, problem_faults(page, page.get_problems_of_place()))
        with deferred_validation(page):
            yield True
    elif page._has_passed_gate:
        page._has_passed_gate = False
        refuse(page, problem_faults(page, page.get_contended_problems()))
        yield False
    else:
        refuse(page, publishing_faults(page))
        yield False


def is_copy(page: AbstractPage) -> bool:
    """Return whether an unsaved page is a copy of a published page, and not an alias.

    Nothing else has a live revision before it has a row.
    """
    is_new = page._state.adding and page.live_revision_id is not None
    return is_new and page.alias_of_id is None
