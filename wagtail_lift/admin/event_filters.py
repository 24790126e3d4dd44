"""Filters of the list of events. Each filters by primary key, so that search keeps working."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_permission_codename
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import PageLogEntry

from ..enums import Status
from ..models import get_host_model, get_page_model
from ..models.kinds import EventKind, ProgrammeKind, page_types
from ..models.querysets import page_policy, with_event_status
from ..packs.due import without_pack
from .event_days import days_of_month, days_of_week, month_choices, on_days

WEEK, MONTH = "week", "month"
MINE, DRAFTS, NO_PACK = "mine", "drafts", "no_pack"

PERIODS = {WEEK: _("This week"), MONTH: _("This month")}
ONLY = {MINE: _("Mine"), DRAFTS: _("Drafts"), NO_PACK: _("No pack yet")}


def explorable_programmes(user: AbstractBaseUser) -> QuerySet:
    """Return the programmes that a user may see in the admin, as pages of the base model."""
    pages = page_policy(get_page_model()).explorable_instances(user)
    return pages.type(*page_types(ProgrammeKind)).order_by("path")


def types_with_hosts() -> list[Any]:
    """Return the site's page types of events that name hosts."""
    return [model for model in page_types(EventKind) if hasattr(model, "event_hosts")]


def host_choices(user: AbstractBaseUser) -> list[tuple[str, str]]:
    """Return the hosts of the events that a user may see, drafts included, by name.

    A host is named by the translation key: the same person in every language. Hosts whom readers do
    not see are offered to those who look after hosts.
    """
    may_see = page_policy(get_page_model()).explorable_instances(user).order_by().values("pk")
    named = Q(pk__in=[])
    for model in types_with_hosts():
        events = model._default_manager.filter(pk__in=may_see).order_by()
        named |= Q(pk__in=events.values("event_hosts__host"))
    known = get_host_model()._default_manager.all()
    hosts = known if _looks_after_hosts(user) else known.public()
    hosts = hosts.filter(named).order_by("name", "locale", "pk")
    found: dict[str, str] = {}
    for host in hosts.only("translation_key", "honorific", "name"):
        found.setdefault(str(host.translation_key), host.display_name)
    return list(found.items())


def _looks_after_hosts(user: AbstractBaseUser) -> bool:
    options = get_host_model()._meta
    rights = (get_permission_codename(action, options) for action in ("add", "change"))
    return any(user.has_perm(f"{options.app_label}.{right}") for right in rights)


def is_of(user: AbstractBaseUser) -> Q:
    """Return the condition that a user made a page, or has edited it by the log."""
    edits = PageLogEntry.objects.filter(user=user, action__in=("wagtail.create", "wagtail.edit"))
    return Q(owner=user) | Q(pk__in=edits.order_by().values("page"))


class EventFilterSet(WagtailFilterSet):
    """Filters events by day, status, programme and host, and by what is to be done about them."""

    period = django_filters.ChoiceFilter(
        label=_("When"),
        method="filter_period",
        choices=list(PERIODS.items()),
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    only = django_filters.MultipleChoiceFilter(
        label=_("Only"),
        method="filter_only",
        choices=list(ONLY.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        method="filter_status",
        choices=Status.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    month = django_filters.ChoiceFilter(
        label=_("Month"), method="filter_month", choices=[], widget=forms.Select
    )
    programme = django_filters.ModelChoiceFilter(
        label=_("Programme"),
        method="filter_programme",
        queryset=lambda request: explorable_programmes(request.user),
        widget=forms.Select,
    )
    host = django_filters.ChoiceFilter(
        label=_("Host"), method="filter_host", choices=[], widget=forms.Select
    )

    class Meta:
        model = get_page_model()
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["month"].extra["choices"] = month_choices(self.request.user)
        self.filters["host"].extra["choices"] = host_choices(self.request.user)

    def filter_period(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the events with a date in the week or month that it is for the editor."""
        days = {WEEK: days_of_week, MONTH: days_of_month}[value]
        return _kept(pages, on_days(*days(timezone.localdate())))

    def filter_only(self, pages: QuerySet, name: str, value: Iterable[str]) -> QuerySet:
        """Keep the events to which all that is ticked applies."""
        for word in value:
            if word == MINE:
                pages = _kept(pages, is_of(self.request.user))
            elif word == DRAFTS:
                pages = _kept(pages, Q(live=False) | Q(has_unpublished_changes=True))
            elif word == NO_PACK:
                due = without_pack(get_page_model().objects.all(), timezone.now())
                pages = pages.filter(pk__in=due.order_by().values("pk"))
        return pages

    def filter_status(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the published events that have this status now."""
        live = get_page_model().objects.filter(live=True)
        found = with_event_status(live, timezone.now()).filter(status_now=value)
        return pages.filter(pk__in=found.order_by().values("pk"))

    def filter_month(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the events with a date in this month, in their own zone."""
        month = datetime.strptime(value, "%Y-%m").date()  # noqa: DTZ007 -- a month has no zone
        return _kept(pages, on_days(*days_of_month(month)))

    def filter_programme(self, pages: QuerySet, name: str, value: Any) -> QuerySet:
        """Keep the events at any depth below a programme."""
        return pages.filter(path__startswith=value.path)

    def filter_host(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the events that name this host, whether or not readers see them."""
        named = Q(pk__in=[])
        for model in types_with_hosts():
            events = model._default_manager.filter(event_hosts__host__translation_key=value)
            named |= Q(pk__in=events.order_by().values("pk"))
        return _kept(pages, named)


def _kept(pages: QuerySet, condition: Q) -> QuerySet:
    """Keep the pages of a condition, which is asked of the bare pages."""
    found = get_page_model().objects.filter(condition)
    return pages.filter(pk__in=found.order_by().values("pk"))
