"""The short form after the day: who came, what was learnt, when the pack opens."""

from datetime import time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractPage

from ..actions import ToldInsights
from ..actions.gather_insights import NUMBERS
from ..domain.instants import to_instant, zone
from ..form_fields.typed import TypedDateField
from ..models import Meeting
from ..models.kinds import PackKind
from ..packs.gathering import Gatherable
from ..page_types.forms import FORM_STYLE
from .date_words import start_of

NOW, LATER, DRAFT = "now", "later", "draft"
WHOLE_EVENT = "event"
MOST_DATES = 50
MOST_PEOPLE = 1_000_000


class GatheringForm(forms.Form):
    """Asks for what only the people who were there know; the rest comes from the event."""

    about = forms.ChoiceField(label=gettext_lazy("Which date"))
    people_count = forms.IntegerField(min_value=0, max_value=MOST_PEOPLE, required=False)
    organisations_count = forms.IntegerField(min_value=0, max_value=MOST_PEOPLE, required=False)
    stories_count = forms.IntegerField(min_value=0, max_value=MOST_PEOPLE, required=False)
    learnt = forms.CharField(
        label=gettext_lazy("What was learnt"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "A few sentences. An empty line begins a new paragraph, a line with a dash at its "
            "beginning is a point in a list. Everybody will read it: name nobody who has not "
            "agreed."
        ),
    )
    shares_running_order = forms.BooleanField(
        label=gettext_lazy("Begin the guide with the running order"),
        required=False,
        help_text=gettext_lazy(
            "Its titles, minutes, what to say, purposes and materials then become public with "
            "the pack; who does what, and notes on questions, do not. Otherwise the guide begins "
            "with the questions of the event."
        ),
    )
    opens = forms.ChoiceField(
        label=gettext_lazy("When the pack opens"),
        widget=forms.RadioSelect,
        initial=NOW,
        choices=[
            (NOW, gettext_lazy("Now: publish it")),
            (LATER, gettext_lazy("On a day to come")),
            (DRAFT, gettext_lazy("Not yet: keep it as a draft")),
        ],
    )
    opens_on = TypedDateField(
        label=gettext_lazy("On which day"),
        required=False,
        help_text=gettext_lazy(
            "It opens as that day begins, in the time zone of the event. Only if you chose “On a "
            "day to come”."
        ),
    )

    def __init__(
        self,
        *args: Any,
        event: AbstractPage,
        known: Gatherable,
        pack_type: type[PackKind],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.timezone = known.over[0].timezone
        for name in NUMBERS:
            self.fields[name].label = capfirst(pack_type._meta.get_field(name).verbose_name)
        if not event.specific.source.running_order:
            del self.fields["shares_running_order"]
        if known.is_series:
            self._offer_dates()
        else:
            del self.fields["about"]

    def _offer_dates(self) -> None:
        offered = self.known.dates or self.known.over  # all of them after a race
        self._dates = {str(meeting.pk): meeting for meeting in offered[:MOST_DATES]}
        whole = (
            _("The event as a whole")
            if self.known.is_over
            else _("The event as a whole: the pack opens once the last date has ended")
        )
        dates = [(key, start_of(m)) for key, m in self._dates.items()]
        self.fields["about"].choices = [*dates, (WHOLE_EVENT, whole)]
        asked = self.initial.get("about")
        usual = WHOLE_EVENT if self.known.is_over and not self.known.packs else dates[0][0]
        self.initial["about"] = asked if asked in self._dates else usual

    @property
    def media(self) -> forms.Media:
        """Add the style of our forms."""
        return super().media + forms.Media(css={"all": [FORM_STYLE]})

    def clean(self) -> dict[str, Any]:
        """Ask for what publishing needs: words, and a day to come if it is for later."""
        cleaned = super().clean()
        opens = cleaned.get("opens")
        if opens in (NOW, LATER) and "learnt" not in self.errors and not cleaned.get("learnt"):
            self.add_error(
                "learnt", _("Write what was learnt before you publish, or keep it as a draft.")
            )
        if opens == LATER and "opens_on" not in self.errors:
            today = timezone.now().astimezone(zone(self.timezone)).date()
            if cleaned.get("opens_on") is None:
                self.add_error("opens_on", _("Say on which day it opens."))
            elif cleaned["opens_on"] <= today:
                self.add_error("opens_on", _("Choose a day to come, or “Now”."))
        return cleaned

    def told(self) -> ToldInsights:
        """Return what was told."""
        values = self.cleaned_data
        opens_at = None
        if values["opens"] == LATER:
            opens_at = to_instant(values["opens_on"], time(), self.timezone)
        return ToldInsights(
            learnt=values["learnt"],
            **{name: values[name] for name in NUMBERS},
            meeting=self._meeting(),
            shares_running_order=values.get("shares_running_order", False),
            is_published=values["opens"] != DRAFT,
            opens_at=opens_at,
        )

    def _meeting(self) -> Meeting | None:
        chosen = self.cleaned_data.get("about", WHOLE_EVENT)
        return None if chosen == WHOLE_EVENT else self._dates[chosen]
