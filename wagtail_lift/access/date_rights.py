"""Who may see and change which dates: the right on dates and, always, the rights on the page.

The admin and the API ask here.
"""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.locks import BasicLock
from wagtail.models import AbstractPage

from ..models import Meeting, get_page_model
from ..models.querysets import page_policy

User = AbstractBaseUser | AnonymousUser


def visible_meetings(user: User) -> QuerySet:
    """Return the dates of events whose page the user may edit, without withdrawn ones.

    Superusers also see dates of events without a page. Each row is annotated with its current
    status, and with ``may_publish``: whether the user may publish its page.
    """
    return _told(Meeting.objects.editable_by(user), user)


def explorable_meetings(user: User) -> QuerySet:
    """Return the dates of events whose page the user may find in the admin, perhaps not edit.

    They have the annotations of ``visible_meetings``.
    """
    pages = page_policy(get_page_model()).explorable_instances(user).order_by()
    return _told(Meeting.objects.filter(event__source__in=pages.values("pk")), user)


def _told(meetings: QuerySet, user: User) -> QuerySet:
    publishable = Meeting.objects.publishable_by(user).filter(pk=OuterRef("pk")).order_by()
    return (
        meetings.with_status(timezone.now())
        .annotate(may_publish=Exists(publishable))
        .shown()
        .select_related("event__source")
    )


def may_act_on(user: User, meeting: Meeting) -> bool:
    """Return whether the user may change dates and publish the page, and no lock prevents it.

    Other users' locks do, and with ``WAGTAILADMIN_GLOBAL_EDIT_LOCK`` so does their own. Pass only
    dates from ``visible_meetings``.
    """
    right = f"{Meeting._meta.app_label}.{get_permission_codename('change', Meeting._meta)}"
    page = meeting.event.source
    is_locked = page is not None and is_locked_for(user, page)
    return user.has_perm(right) and meeting.may_publish and not is_locked


def is_locked_for(user: User, page: AbstractPage) -> bool:
    """Return whether somebody's lock keeps the user from changing a page; asks no database.

    A page in moderation, or scheduled, may still have its dates called off.
    """
    return bool(page.locked and BasicLock(page).for_user(user))
