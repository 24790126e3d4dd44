"""The forms that edit the package's pages and host profiles, in the admin and through the API."""

from collections.abc import Mapping, Sequence
from itertools import chain, count
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import Media
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import AdminPageChooser
from wagtail.blocks.base import BlockField
from wagtail.coreutils import cautious_slugify
from wagtail.models import AbstractPage

from ..blocks import offer_questions
from ..blocks.base import LiftStreamBlock
from ..domain.schedule import as_read, timezone_names
from ..domain.validation import schedule_problems
from ..enums import BookingMode, Hours, MeetingState, Problem
from ..form_fields.rows import RowsWidget, empty_rows
from ..form_fields.typed import typed_formfield
from ..models.kinds import EventKind
from .draft_forms import DeferringFormMixin
from .rule_fields import RuleField

FORM_STYLE = "wagtail_lift/admin/form.css"
NOTICES_SCRIPT = "wagtail_lift/admin/notices.js"
WHEN_SCRIPT = "wagtail_lift/admin/when.js"
EVENT_FORM_SCRIPTS = (
    "wagtail_lift/admin/event_form.js",
    "wagtail_lift/admin/dates_form.js",
    WHEN_SCRIPT,
)
RULE = "recurrence_rule"
MOST_OF_SLUG = 245
"""What a number leaves of the 255 characters of a slug."""
PLAN_FIELDS = ("start_date", "start_time", "end_date", "end_time", "hours", "timezone")


class HostProfileForm(DeferringFormMixin, WagtailAdminModelForm):
    """The form of a host profile; publishing requires consent, saving a draft does not.

    It knows which version of the consent the editor saw, so that saving does not restore a
    consent that was taken back meanwhile.
    """

    consent_seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["consent_seen"] = self.instance.consent_version

    def _post_clean(self) -> None:
        super()._post_clean()
        seen = self.cleaned_data.get("consent_seen")
        if not self.instance.gives_consent_unseen(seen):
            return
        if self.is_deferred_validation:
            self.instance.consent_version = seen
        else:
            problem = Problem.CONSENT_CHANGED
            self.add_error("is_listed", ValidationError(problem.label, code=problem.value))


class LiftPageForm(DeferringFormMixin, WagtailAdminPageForm):
    """The form of any page of the package; rules apply to publishing, drafts are always saved.

    A new page starts with the parent programme's zone, else the site's. Dates and times are read as
    people write them.
    """

    timezone_field = ""
    offered_rows: ClassVar[Mapping[str, Sequence[str]]] = {}
    """For streams of a new page, the kinds of rows that are there to be filled in."""
    leaves_out_unwritten = True

    class Meta(WagtailAdminPageForm.Meta):
        formfield_callback = typed_formfield

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.planned_parent = self.parent_page
        name = self.timezone_field
        if name and not self.instance.pk and not self.initial.get(name):
            above = getattr(self.parent_page, "default_timezone", "")
            self.initial[name] = above or settings.TIME_ZONE
        if name in self.fields:
            self._offer_timezones(name)
        if self.leaves_out_unwritten:
            self._offer_rows()

    def _offer_rows(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, BlockField) and isinstance(field.block, LiftStreamBlock):
                field.widget = RowsWidget(field.block)
                offered = self.offered_rows.get(name, ())
                if offered and not self.instance.pk and not self.initial.get(name):
                    self.initial[name] = empty_rows(field.block, offered)

    def clean_slug(self) -> str:
        """Return the slug; that of a new page gets a number if it was not chosen and is taken."""
        slug = self.cleaned_data["slug"]
        if self.instance.pk or not (self.is_deferred_validation or self._is_slug_of_title(slug)):
            return slug
        numbered = (f"{slug[:MOST_OF_SLUG]}-{number}" for number in count(2))
        return next(each for each in chain([slug], numbered) if self._is_free(each))

    def _is_slug_of_title(self, slug: str) -> bool:
        title = str(self["title"].data or "") if "title" in self.fields else ""
        return slug in (slugify(title), slugify(title, allow_unicode=True), cautious_slugify(title))

    def _is_free(self, slug: str) -> bool:
        return bool(self.instance._slug_is_available(slug, self.parent_page, self.instance))

    def get_field_updates_for_resave(self) -> list[tuple[str, Any]]:
        """Tell the open form the slug that its page was given."""
        updates = super().get_field_updates_for_resave()
        slug = self.cleaned_data.get("slug")
        if slug and slug != self["slug"].data:
            updates.append(("slug", slug))
        return updates

    def _offer_timezones(self, name: str) -> None:
        chosen = self.initial.get(name)
        names = [*timezone_names()]
        if chosen and chosen not in names:
            names.insert(0, chosen)
        choices = [("", "—"), *((zone, zone.replace("_", " ")) for zone in names)]
        self.fields[name].widget = forms.Select(choices=choices)

    @property
    def media(self) -> Media:
        """Add the style that fits long choices into a narrow window, and the notices script."""
        return super().media + Media(css={"all": [FORM_STYLE]}, js=[NOTICES_SCRIPT])


class EventPageForm(LiftPageForm):
    """The form of an event: its zone comes from the programme, as does what it starts with.

    Fields decided elsewhere are read-only: on a translation those of the event's source, and the
    plan once an action has cancelled, postponed or moved the event's only date.
    """

    timezone_field = "timezone"
    offered_rows: ClassVar[Mapping[str, Sequence[str]]] = {
        "conversation": ("question",) * 3,
        "reading": ("reading",),
    }

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        new = kwargs.get("instance")
        if data is None and new is not None and not new.pk:
            new.start_from_template(kwargs.get("parent_page"), kwargs.get("for_user"))
        super().__init__(data, *args, **kwargs)
        if self.instance.pk and not self.instance.is_source:
            self._show_values_of(self.instance.source)
            for name in self.instance.api_private_fields:
                self.fields.pop(name, None)
        elif self.instance.pk and self._is_decided():
            self._make_read_only(PLAN_FIELDS)
        if RULE in self.fields:
            self._offer_repetition()
        if "booking_mode" in self.fields and self.instance.booking_mode != BookingMode.HERE:
            self.fields["booking_mode"].choices = BookingMode.offered()
        if "inspired_by" in self.fields:
            models = self.instance.pack_page_types()
            self.fields["inspired_by"].widget = AdminPageChooser(target_models=models)
        self._fill_in_defaults()

    def _fill_in_defaults(self) -> None:
        """Let what has a default be left empty, and offer the programme's currency."""
        for name in ("hours", "join_link_minutes"):
            if name in self.fields:
                self.fields[name].required = False
        if not self.instance.pk and not self.initial.get("cost_currency"):
            self.initial["cost_currency"] = getattr(self.parent_page, "default_currency", "")

    def _offer_repetition(self) -> None:
        before = self.fields[RULE]
        self.fields[RULE] = RuleField(
            required=False,
            label=before.label,
            help_text=before.help_text,
            disabled=before.disabled,
        )
        typed = self.instance.source.typed_dates
        self.fields[RULE].widget.timezone = typed.timezone
        self.fields[RULE].widget.at = as_read(typed).start_time

    def clean(self) -> dict[str, Any]:
        """Take the programme's zone for a new event if none was sent, as through the API."""
        cleaned = super().clean()
        if not cleaned.get("timezone", "given") and not self.instance.pk:
            cleaned["timezone"] = getattr(self.parent_page, "default_timezone", "")
        return cleaned

    def _show_values_of(self, source: EventKind) -> None:
        names = self.instance.source_fields
        self.initial.update({name: getattr(source, name) for name in names})
        self._make_read_only(names)

    def _make_read_only(self, names: tuple[str, ...]) -> None:
        for name in names:
            if name in self.fields:
                self.fields[name].disabled = True

    def _is_decided(self) -> bool:
        """A plan with several dates stays editable, as does one that could not be published."""
        series = self.instance.typed_series
        if series.has_several_dates or schedule_problems(series.first):
            return False
        event = self.instance.lift_event
        meetings = event.meetings.shown() if event else ()
        return any(m.state != MeetingState.SCHEDULED or m.is_moved for m in meetings)

    def clean_hours(self) -> str:
        """Return the default if none was sent, as through the API."""
        return self.cleaned_data.get("hours") or Hours.START_AND_END.value

    def clean_join_link_minutes(self) -> int:
        """Return the default for an empty field, so that it does not stop a draft being saved."""
        minutes = self.cleaned_data.get("join_link_minutes")
        if minutes is None:
            return int(self.instance._meta.get_field("join_link_minutes").default)
        return int(minutes)

    @property
    def media(self) -> Media:
        """Add the scripts that show which fields apply, and how dates are understood."""
        return super().media + Media(js=EVENT_FORM_SCRIPTS)


class InsightsPackForm(LiftPageForm):
    """The form of an insights pack; a new pack below an event is about that event.

    It offers the event's dates if there are several, and its questions for findings. Those of an
    event that is not public are offered only to users who may edit it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.event_id and self.instance.is_event(self.parent_page):
            self.instance.event_id = self.initial["event"] = self.parent_page.pk
        if "event" in self.fields:
            models = self.instance.event_page_types()
            self.fields["event"].widget = AdminPageChooser(target_models=models)
        events = self._events()
        if "meeting" in self.fields:
            self._offer_meetings(events)
        if "insights" in self.fields and events:
            offer_questions(
                self.fields["insights"], events[0].questions, stored=self.instance.insights
            )

    def _events(self) -> list[EventKind]:
        """Return the submitted event and the stored one, as specific pages."""
        chosen = self.data.get(self.add_prefix("event")) if self.is_bound else None
        keys = [chosen if str(chosen).isdecimal() else None, self.instance.event_id]
        pages = self.instance._meta.get_field("event").related_model._default_manager
        found = (pages.filter(pk=int(key)).first() for key in dict.fromkeys(filter(None, keys)))
        events = [page for page in found if page and self.instance.is_event(page)]
        return [page.specific for page in events if self._may_read(page)]

    def _may_read(self, event: AbstractPage) -> bool:
        is_public = event.live and not event.specific_deferred.get_view_restrictions().exists()
        return is_public or self._may_edit(event)

    def _may_edit(self, event: AbstractPage) -> bool:
        user = self.for_user
        return user is None or event.permissions_for_user(user).can_edit()

    def _offer_meetings(self, events: list[EventKind]) -> None:
        field = self.fields["meeting"]
        shown = Q(event__page_links__page__in=[event.pk for event in events], is_withdrawn=False)
        offered = shown | Q(pk=self.instance.meeting_id)
        field.queryset = field.queryset.filter(offered).select_related("event").distinct()
        is_named = bool(self.instance.meeting_id or self.data.get(self.add_prefix("meeting")))
        if not is_named and field.queryset.count() < 2:
            del self.fields["meeting"]

    def clean_event(self) -> AbstractPage | None:
        """Return the event; a new pack below an event defaults to that event."""
        page = self.cleaned_data.get("event")
        if page is None and not self.instance.pk and self.instance.is_event(self.parent_page):
            return self.parent_page  # as in the page's fill_in_defaults()
        return page

    def clean(self) -> dict[str, Any]:
        """Clear a date of another event; add an error if the editor has just chosen it."""
        cleaned = super().clean()
        event = cleaned.get("event") if "event" in self.fields else self.instance.event
        if not self.instance.pk or self._takes_event_away():
            self.instance.stands_alone = event is None
        meeting = cleaned.get("meeting")
        if meeting is not None and not self._is_date_of(event, meeting):
            cleaned["meeting"] = None
            if "meeting" in self.changed_data:
                self.add_error("meeting", Problem.DATE_OF_OTHER_EVENT.label)
        return cleaned

    def _takes_event_away(self) -> bool:
        """Return whether the editor takes the event from a pack that was never published.

        That is as good as making it without one; an event that is deleted takes itself away.
        """
        is_new = self.instance.first_published_at is None
        return is_new and "event" in self.changed_data and self.instance.event_id is not None

    def _is_date_of(self, event: AbstractPage | None, meeting: Any) -> bool:
        return meeting.event.page_links.filter(page=event).exists() if event else False
