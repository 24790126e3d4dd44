"""Decisions that wait for the user: plans, past dates, schedules, hosts' drafts and workflows."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import TaskState

from ...access.date_rights import may_act_on, visible_meetings
from ...access.host_links import may_publish_hosts
from ...actions.edit_own_profile import drafts_sent_by_hosts
from ...models import Meeting, get_host_model, get_page_model
from ...models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ...models.querysets import page_policy
from ...page_types.event_notices import missed_past_dates
from ...publishing.schedules import refused_pages, refused_schedule
from .lines import MOST_LINES, Line
from .next_events import sources_for


def decisions_waiting(user: AbstractBaseUser, now: datetime) -> list[Line]:
    """Return the decisions, at most ``MOST_LINES`` of each kind."""
    return [
        *_dates_with_a_problem(user),
        *_missed_past_dates(user, now),
        *_refused_schedules(user),
        *_drafts_of_hosts(user),
        *_tasks(user),
    ]


def _dates_with_a_problem(user: AbstractBaseUser) -> Iterator[Line]:
    """Yield the dates that are no longer planned, and on which somebody relies."""
    meetings = visible_meetings(user).exclude(problem="").order_by("starts_now", "pk")
    for meeting in meetings[:MOST_LINES]:
        if may_act_on(user, meeting):
            yield Line(
                title=meeting.event.title,
                url=reverse("lift_dates_modeladmin_inspect", args=[meeting.pk]),
                words=meeting.get_problem_display(),
                when=meeting.when,
                timezone=meeting.timezone.replace("_", " "),
            )


def _missed_past_dates(user: AbstractBaseUser, now: datetime) -> Iterator[Line]:
    """Yield the published events whose first planned date is past and was never made."""
    publishable = sources_for(user, "publish").order_by().values("pk")
    made = Meeting.objects.filter(
        event__page_links__page=OuterRef("pk"), date_key__startswith=OuterRef("first_day")
    )
    for model in page_types(EventKind):
        planned = model._default_manager.filter(
            pk__in=publishable, live=True, start_date__lt=timezone.localdate()
        )
        candidates = planned.annotate(first_day=Cast("start_date", CharField())).filter(
            ~Exists(made)
        )
        for page in candidates.order_by("-start_date", "pk")[:MOST_LINES]:
            if missed_past_dates(page, now):
                yield Line(
                    title=page.get_admin_display_title(),
                    url=reverse("lift_past_dates", args=[page.pk]),
                    words=_("Past dates are planned and not listed. Add them?"),
                )


def _refused_schedules(user: AbstractBaseUser) -> Iterator[Line]:
    """Yield the pages that were not published when they were due."""
    policy = page_policy(get_page_model())
    editable = policy.instances_user_has_permission_for(user, "change")
    keys = list(refused_pages(editable)[:MOST_LINES])
    for page in get_page_model().objects.filter(pk__in=keys).specific() if keys else ():
        if faults := refused_schedule(page):
            yield Line(
                title=page.get_admin_display_title(),
                url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
                words=_("Not published when it was due."),
                details=list(faults),
            )


def _drafts_of_hosts(user: AbstractBaseUser) -> Iterator[Line]:
    """Yield the profiles with a draft that came by their host's link, the longest first."""
    if not may_publish_hosts(user):
        return
    hosts, finder = drafts_sent_by_hosts(), AdminURLFinder(user)
    for host in hosts.order_by("latest_revision__created_at", "pk")[:MOST_LINES]:
        if url := finder.get_edit_url(host):
            words = _("The host sent changes by their link. Read and publish them.")
            yield Line(title=host.display_name, url=url, words=words)


def _tasks(user: AbstractBaseUser) -> Iterator[Line]:
    """Yield what of ours waits for the user in a workflow, the longest first."""
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return
    ours = [*page_types(ProgrammeKind, EventKind, PackKind), get_host_model()]
    kinds = ContentType.objects.get_for_models(*ours, for_concrete_models=False).values()
    states = TaskState.objects.reviewable_by(user).filter(revision__content_type__in=list(kinds))
    finder = AdminURLFinder(user)
    waiting = states.order_by("started_at", "pk").prefetch_related("revision__content_object")
    for state in waiting[:MOST_LINES]:
        found = state.revision.content_object
        url = finder.get_edit_url(found) if found is not None else None
        if url:
            title = getattr(found, "get_admin_display_title", found.__str__)()
            yield Line(title=title, url=url, words=_("Waits for you in a workflow."))
