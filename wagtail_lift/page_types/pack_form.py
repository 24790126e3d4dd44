"""The form of an insights pack."""

from typing import Any

from django.db.models import Q
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import AbstractPage

from ..blocks import offer_questions
from ..enums import Problem
from ..models.kinds import EventKind
from .forms import LiftPageForm


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
