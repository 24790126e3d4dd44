"""Which column of a table is which field of an event: guessed by its name, English or German."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..events.own_fields import own_fields
from ..models.kinds import EventKind

UID, STARTS, ENDS, COST = "uid", "starts", "ends", "cost"

LABELS: dict[str, str | Promise] = {
    "title": _("Title"),
    UID: _("Number or UID of the event in the other calendar"),
    STARTS: _("Start: date and time in one column"),
    ENDS: _("End: date and time in one column"),
    COST: _("Cost: free, an amount or words"),
    "topics": _("Topics"),
    "audiences": _("Audiences"),
    "hosts": _("Hosts (the short names of their profiles)"),
}
"""What a column may be besides a field of the event."""

FIELDS = (
    *("summary", "body", "start_date", "start_time", "end_date", "end_time", "hours"),
    "timezone",
    *("recurrence_rule", "attendance_mode", "venue_name", "venue_address", "map_url"),
    *("platform_name", "join_url", "booking_url", "audience", "languages", "access_notes"),
    *("step_free", "hearing_loop", "captions", "sign_language", "quiet_space", "child_care"),
    *("recording", "cost_note", "cost_url"),
    *("contact_name", "contact_email", "contact_url"),
)

_NAMES = {
    "title": "title titel name event veranstaltung subject betreff bezeichnung eventtitle thema",
    "summary": "summary zusammenfassung kurztext kurzbeschreibung teaser untertitel subtitle",
    "body": "body description beschreibung text details langtext inhalt content",
    "start_date": (
        "startdate date datum tag day startdatum beginndatum startson beginntam am from von"
    ),
    "start_time": "starttime time zeit uhrzeit startzeit beginn startsat beginntum um begin",
    "end_date": "enddate enddatum endeam endson endet bis to",
    "end_time": "endtime endzeit ende endsat endetum end",
    STARTS: "start startdatetime beginnzeitpunkt dtstart",
    ENDS: "enddatetime endezeitpunkt dtend",
    "hours": "hours allday alldayevent ganztagig ganztaegig ganztagigesereignis",
    "timezone": "timezone zeitzone tz",
    "recurrence_rule": "recurrencerule rrule wiederholung repeats",
    "venue_name": "venue venuename location ort veranstaltungsort place raum room lokal",
    "venue_address": "address adresse anschrift venueaddress street strasse",
    "map_url": "map mapurl karte kartenlink",
    "platform_name": "platform plattform platformname",
    "join_url": "joinlink joinurl meetinglink zoomlink teilnahmelink einwahllink",
    "booking_url": "booking bookingurl tickets ticketurl anmeldung anmeldelink registration",
    "attendance_mode": "attendance attendancemode mode format teilnahme teilnahmeart",
    COST: "cost costs price preis kosten eintritt teilnahmegebuhr fee entry gebuhr beitrag",
    "cost_note": "concessions ermassigung costnote",
    "child_care": "childcare kinderbetreuung",
    "audience": "audience zielgruppe whoitisfor",
    "topics": "topics tags themen kategorie kategorien category categories schlagworte",
    "audiences": "audiences zielgruppen",
    "hosts": "hosts host gastgeber gastgebende",
    "languages": "languages language sprache sprachen",
    "contact_name": "contact contactname kontakt ansprechpartner ansprechperson",
    "contact_email": "email contactemail mail kontaktemail emailadresse",
    "contact_url": "url website webseite link homepage contacturl",
    UID: "uid id nummer number eventid veranstaltungsnummer",
}
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names.split()}


def column_choices(page_type: type[EventKind]) -> dict[str, str]:
    """Return the fields that a column may be, in the order of the form, with their labels."""
    fields = own_fields(page_type)
    own = {name: capfirst(str(fields[name].verbose_name)) for name in FIELDS if name in fields}
    first = {name: str(LABELS[name]) for name in ("title", UID, STARTS, ENDS, COST)}
    lists = {name: str(LABELS[name]) for name in ("topics", "audiences", "hosts")}
    return {**first, **own, **lists}


def guess_columns(columns: Iterable[str], page_type: type[EventKind]) -> list[str]:
    """Return the field of each column, empty where none is guessed; no field twice."""
    choices = column_choices(page_type)
    labels = {_plain(text): name for name, label in choices.items() for text in (name, label)}
    guessed: list[str] = []
    for column in columns:
        plain = _plain(column)
        found = labels.get(plain) or _BY_NAME.get(plain)
        is_free = found in choices and found not in guessed
        guessed.append(found if found and is_free else "")
    return guessed


def known_columns(
    chosen: Sequence[str], columns: Sequence[str], page_type: type[EventKind]
) -> list[str]:
    """Return chosen fields, as many as columns; those that are none become empty."""
    choices = column_choices(page_type)
    padded = [*chosen, *[""] * len(columns)][: len(columns)]
    return [name if name in choices else "" for name in padded]


def _plain(name: str) -> str:
    """Return a name without case, accents and punctuation; "ß" is "ss" and "ä" is "a"."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]", "", folded)
