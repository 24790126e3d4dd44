"""Who may see and change which dates: the model's permission and, always, the page's."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.locks import BasicLock
from wagtail_modeladmin.helpers import PermissionHelper

from ..access.group_rights import DATE_RIGHTS
from ..models import Meeting


def visible_meetings(user: AbstractBaseUser) -> QuerySet:
    """Return the dates of events whose page the user may edit, without withdrawn ones.

    Superusers also see dates of events without a page. Each row is annotated with its current
    status, and with ``may_publish``: whether the user may publish its page.
    """
    publishable = Meeting.objects.publishable_by(user).filter(pk=OuterRef("pk")).order_by()
    return (
        Meeting.objects.editable_by(user)
        .with_status(timezone.now())
        .annotate(may_publish=Exists(publishable))
        .shown()
        .select_related("event__source")
    )


class MeetingPermissionHelper(PermissionHelper):
    """Dates come from pages, so nobody adds, edits or deletes one by hand.

    Pass only objects from ``visible_meetings``.
    """

    def get_all_model_permissions(self) -> QuerySet:
        """Return the permissions that can be granted to groups."""
        granted = [self.get_perm_codename(action) for action in DATE_RIGHTS]
        return super().get_all_model_permissions().filter(codename__in=granted)

    def user_can_create(self, user: AbstractBaseUser) -> bool:
        """Return ``False``: nobody may."""
        return False

    def user_can_edit_obj(self, user: AbstractBaseUser, obj: Meeting) -> bool:
        """Return ``False``: nobody may."""
        return False

    def user_can_delete_obj(self, user: AbstractBaseUser, obj: Meeting) -> bool:
        """Return ``False``: nobody may."""
        return False

    def user_can_act_on(self, user: AbstractBaseUser, meeting: Meeting) -> bool:
        """Return whether the user may change dates and publish the page, and no lock prevents it.

        Other users' locks do, and with ``WAGTAILADMIN_GLOBAL_EDIT_LOCK`` so does their own.
        """
        may_change = self.user_has_specific_permission(user, self.get_perm_codename("change"))
        page = meeting.event.source
        is_locked = page is not None and page.locked and BasicLock(page).for_user(user)
        return may_change and meeting.may_publish and not is_locked
