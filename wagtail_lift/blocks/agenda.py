"""The agenda of an event: public, unlike the running order for its facilitators."""

from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StreamValue, StructValue, TextBlock

from ..domain.agenda import AgendaDay, AgendaPart, parallel_minutes
from .base import LiftStreamBlock, LiftStructBlock
from .conversation import MAX_MINUTES
from .dates import TypedTimeBlock
from .guide import TimedBlock
from .hosts import HostChooserBlock, known_hosts, shown_ids
from .rich_text import TEXT_FEATURES, PartBlock
from .unread import NumberBlock

PART_TEMPLATE = "wagtail_lift/blocks/agenda_part.html"
LAST_DAY = 366
"""The highest number of a day: an event lasts a year at most."""

_SPOKEN = {
    "description": _("Description"),
    "room": _("Room or place"),
    "speakers": _("Speakers with a profile"),
    "other_speakers": _("Other speakers"),
}
_SPOKEN_HELP = {
    "room": _("Where it is, if that is not said elsewhere."),
    "speakers": _("Readers see those who agreed to be listed."),
    "other_speakers": _("One name on each line. Ask before you name anybody."),
}
_TIME_HELP = {
    "start_time": _("If left empty, it begins when what stands above it ends."),
    "minutes": _("Without them, what follows needs a time of its own."),
}


class SpokenBlock(LiftStructBlock):
    """A part at which people speak: base of sessions, with the consent of those it names."""

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the fields; of the speakers, those who may be shown."""
        told = super().get_api_representation(value, context=context)
        return {**told, "speakers": shown_ids(value.get("speakers"))}

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``part``, as the page shows it but with typed times."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "part": typed_part(value)}


class ParallelSessionBlock(SpokenBlock):
    """One of several sessions that begin together.

    API: ``{"title": str, "minutes": int | None, "room": str, "description": rich text,
    "speakers": [host id], "other_speakers": str}``.
    """

    title = CharBlock(max_length=200)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    room = CharBlock(required=False, default="", max_length=200)
    description = PartBlock(required=False, features=TEXT_FEATURES)
    speakers = ListBlock(HostChooserBlock(), default=[])
    other_speakers = TextBlock(required=False, default="")

    class Meta:
        label = _("Session")
        icon = "group"
        template = PART_TEMPLATE
        label_format = "{title}"
        field_labels = {"title": _("Title"), "minutes": _("Minutes"), **_SPOKEN}
        field_help = _SPOKEN_HELP


class SessionBlock(SpokenBlock):
    """A session.

    API: ``{"title": str, "start_time": ISO time | None, "minutes": int | None, "room": str,
    "description": rich text, "speakers": [host id], "other_speakers": str}``.
    """

    title = CharBlock(max_length=200)
    start_time = TypedTimeBlock(required=False)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    room = CharBlock(required=False, default="", max_length=200)
    description = PartBlock(required=False, features=TEXT_FEATURES)
    speakers = ListBlock(HostChooserBlock(), default=[])
    other_speakers = TextBlock(required=False, default="")

    class Meta:
        label = _("Session")
        icon = "group"
        description = _("A part that readers see: what, when, where and who speaks.")
        template = PART_TEMPLATE
        label_format = "{start_time} {title}"
        field_labels = {
            "title": _("Title"),
            "start_time": _("Starts at"),
            "minutes": _("Minutes"),
            **_SPOKEN,
        }
        field_help = {**_TIME_HELP, **_SPOKEN_HELP}
        preview_value = {
            "title": _("Welcome, and who is here"),
            "start_time": time(18, 30),
            "minutes": 20,
            "room": _("The large room"),
            "description": _("<p>We say our names, and what brought us.</p>"),
            "speakers": [],
            "other_speakers": _("Somebody from the neighbourhood"),
        }


class AgendaBreakBlock(TimedBlock):
    """A break. API: ``{"title": str, "start_time": ISO time | None, "minutes": int | None}``."""

    title = CharBlock(required=False, default="", max_length=200)
    start_time = TypedTimeBlock(required=False)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)

    class Meta:
        label = _("Break")
        icon = "time"
        description = _("A break that readers see, such as lunch.")
        template = PART_TEMPLATE
        label_format = "{start_time} {title}"
        field_labels = {"title": _("Title"), "start_time": _("Starts at"), "minutes": _("Minutes")}
        field_help = {"title": _("“Break”, if you leave it empty."), **_TIME_HELP}
        preview_value = {"title": _("Tea and cake"), "start_time": time(15, 0), "minutes": 30}

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``part``, as the page shows it but with the typed time."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "part": {**typed_part(value), "title": self.title_of(value)}}


class ParallelBlock(LiftStructBlock):
    """Sessions that begin together.

    API: ``{"start_time": ISO time | None, "minutes": int | None, "sessions": [session]}``, each as
    :class:`ParallelSessionBlock` gives it. Minutes are those of sessions without their own.
    """

    start_time = TypedTimeBlock(required=False)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    sessions = ListBlock(ParallelSessionBlock(), min_num=1)

    class Meta:
        label = _("Parallel sessions")
        icon = "list-ul"
        description = _("Sessions that begin at the same time, each in its room.")
        template = PART_TEMPLATE
        label_format = "{start_time}"
        field_labels = {
            "start_time": _("Start at"),
            "minutes": _("Minutes"),
            "sessions": _("Sessions"),
        }
        field_help = {
            **_TIME_HELP,
            "minutes": _("Of each session that does not say its own."),
        }
        preview_value = {
            "start_time": time(16, 0),
            "minutes": 45,
            "sessions": [
                {"title": _("Tables by the window"), "room": _("Library")},
                {"title": _("A walk in pairs"), "room": _("Garden")},
            ],
        }

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``part``, as the page shows it but with the typed time."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "part": typed_part(value)}


class AgendaDayBlock(LiftStructBlock):
    """What follows is on another day. API: ``{"number": int | None, "title": str}``."""

    number = NumberBlock(required=False, min_value=1, max_value=LAST_DAY)
    title = CharBlock(required=False, default="", max_length=200)

    class Meta:
        label = _("Day")
        icon = "date"
        description = _("Begins a day of an event of several days.")
        template = "wagtail_lift/blocks/agenda_day.html"
        label_format = "{number} {title}"
        field_labels = {"number": _("Number of the day"), "title": _("Title")}
        field_help = {
            "number": _("1 is the day on which the event starts. The next day, if left empty."),
            "title": _("Shown beside the date, for example “Getting to know each other”."),
        }
        preview_value = {"number": 2, "title": _("Going further")}


class AgendaStreamBlock(LiftStreamBlock):
    """The agenda of an event, from its first part to its last."""

    session = SessionBlock()
    locals()["break"] = AgendaBreakBlock()  # the name is a Python keyword
    parallel = ParallelBlock()
    day = AgendaDayBlock()

    class Meta:
        icon = "date"
        collapsed = True  # so that the day is seen at a glance


def agenda_steps(stream_value: StreamValue | None) -> list[AgendaPart | AgendaDay]:
    """Return what the times of an agenda depend on, one for each block in order."""
    return [_step(child) for child in stream_value or ()]


def _step(child: StreamValue.StreamChild) -> AgendaPart | AgendaDay:
    value = child.value
    if isinstance(child.block, AgendaDayBlock):
        return AgendaDay(value.get("number") or None)
    minutes = value.get("minutes") or None
    if isinstance(child.block, ParallelBlock):
        minutes = parallel_minutes(s.get("minutes") or minutes for s in value["sessions"])
    return AgendaPart(value.get("start_time") or None, minutes)


def spoken_values(stream_value: StreamValue | None) -> Iterator[StructValue]:
    """Yield the sessions of an agenda, parallel ones too."""
    for child in stream_value or ():
        if isinstance(child.block, SpokenBlock):
            yield child.value
        elif isinstance(child.block, ParallelBlock):
            yield from child.value["sessions"]


def chosen_speakers(stream_value: StreamValue | None) -> list[Any]:
    """Return the hosts who are chosen in an agenda, public or not, each once and in order."""
    hosts = (host for value in spoken_values(stream_value) for host in known_hosts(value))
    return list({host.pk: host for host in hosts}.values())


def other_speakers(value: StructValue) -> list[str]:
    """Return the names of a session's speakers without a profile, in order."""
    lines = (line.strip() for line in (value.get("other_speakers") or "").splitlines())
    return [line for line in lines if line]


def typed_part(value: StructValue) -> dict[str, Any]:
    """Return what a part shows where it stands alone: its typed time, and public speakers."""
    hosts = [host for host in known_hosts(value) if host.is_public]
    names = [*(host.display_name for host in hosts), *other_speakers(value)]
    return {
        "title": value.get("title") or "",
        "starts": value.get("start_time") or None,
        "minutes": value.get("minutes") or None,
        "room": value.get("room") or "",
        "description": value.get("description"),
        "speakers": [{"name": name} for name in names],
        "sessions": _typed_sessions(value.get("sessions") or (), value.get("minutes")),
    }


def _typed_sessions(sessions: Iterable[StructValue], minutes: int | None) -> list[dict[str, Any]]:
    parts = [typed_part(session) for session in sessions]
    return [{**part, "minutes": part["minutes"] or minutes} for part in parts]
