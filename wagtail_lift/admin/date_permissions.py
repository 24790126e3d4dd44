"""What the list of dates lets an account do; ``access.date_rights`` holds the rule."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from wagtail_modeladmin.helpers import PermissionHelper

from ..access.date_rights import may_act_on
from ..access.group_rights import DATE_RIGHTS
from ..models import Meeting


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
        """Return whether the user may carry out actions on this date."""
        return may_act_on(user, meeting)
