"""Forms that API version 3 writes through: values it does not show are kept."""

from datetime import time
from functools import cache
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _
from taggit.forms import TagField
from wagtail.blocks import StreamValue

from ..blocks import lost_notes, questions_of, with_kept_keys, with_kept_speakers
from ..blocks.rich_text import without_keys
from ..blocks.running_order import NotedQuestion
from .faults import Faults, PlacedError, form_faults, key_of, submitted_positions

HOSTS = "event_hosts"
AGENDA = "agenda"


@cache
def api_form_class(base: type) -> type:
    """Return the version 3 form based on ``base``, a form of the admin."""
    return type(f"API{base.__name__}", (APIFormMixin, base), {})


class APIFormMixin:
    """Keeps what the public API does not show: unlisted hosts and speakers, and paragraph keys.

    Put it before an admin form, as :func:`api_form_class` does.
    """

    keeps_texts = False
    leaves_out_unwritten = False

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        page = kwargs.get("instance")
        self._positions = submitted_positions(type(self), data or {})
        if data is not None and page is not None and page.pk and f"{HOSTS}-TOTAL_FORMS" in data:
            _keep_unlisted_hosts(data, list(getattr(page, HOSTS).all()))
        super().__init__(data, *args, **kwargs)

    def is_valid(self) -> bool:
        """Return ``True`` for a valid form; raise ``FormValidationError`` with places otherwise.

        For an invalid form, the API itself reports only the field names.
        """
        is_valid = super().is_valid()
        for row in self._rows_without_host():
            message = row.fields["host"].error_messages["required"]
            row.add_error("host", ValidationError(message, code="required"))
            is_valid = False
        if not is_valid:
            from wagtail.utils.forms import FormValidationError  # Wagtail 8, like all callers

            faults = {**self._faults_beside(), **form_faults(self, self._positions)}
            raise FormValidationError(faults or _unexplained())
        return is_valid

    def _faults_beside(self) -> Faults:
        """Return publishing faults in fields that were not sent, to report all faults at once."""
        faults: Faults = {}
        if self.instance.pk and not self.is_deferred_validation:
            keys = {key_of(type(self.instance), name) for name in (*self.fields, *self.formsets)}
            for fault in self.instance.get_publishing_faults():
                if fault.place[0] not in keys:
                    faults.setdefault(fault.place, []).append((fault.message, fault.code))
        return faults

    def _rows_without_host(self) -> list[Any]:
        """Return the rows that were sent without a host: no response would ever show them.

        In the admin, a draft keeps such a row for its editor to complete.
        """
        formset = getattr(self, "formsets", {}).get(HOSTS)
        sent = self._positions.get(HOSTS, ())
        rows = [formset.forms[n] for n in sent] if formset is not None else []
        return [
            row for row in rows if "host" not in row.errors and not row.cleaned_data.get("host")
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse an alias, which shows another page's content; restore what was not submitted."""
        if source_id := getattr(self.instance, "alias_of_id", None):
            raise ValidationError(
                _("This page is an alias. Change page %(id)s, which it shows, instead.")
                % {"id": source_id},
                code="alias",
            )
        for name, value in [*self.cleaned_data.items()]:
            if isinstance(value, StreamValue):
                before = getattr(self.instance, name, None)
                if name == AGENDA:
                    value = with_kept_speakers(value, before)
                self.cleaned_data[name] = with_kept_keys(value, before)
                self._keep_noted_questions(name, before)
            elif isinstance(self.fields.get(name), TagField):
                self._keep_tags(name, value)
            elif isinstance(value, str):
                self._keep_paragraph_keys(name, value)
            elif isinstance(value, time) and value.tzinfo is not None:
                self.add_error(name, ValidationError(_("Leave the time zone out."), code="zone"))
        return super().clean()

    def _keep_noted_questions(self, name: str, before: StreamValue | None) -> None:
        """Refuse to drop the id of a question that a running order note refers to."""
        running_order = getattr(self.instance, "running_order", None)
        asked = {question.id: question.question for question in questions_of(before)}
        sent = self.cleaned_data[name]
        for note in lost_notes(running_order, (question.id for question in questions_of(sent))):
            if note.question_id in asked:
                self.add_error(name, _lost(note, asked[note.question_id], sent))

    def _keep_tags(self, name: str, value: list[str]) -> None:
        """Leave the tag rows as they are if no tag was added or removed."""
        before = self._meta.model._meta.get_field(name).value_from_object(self.instance)
        if sorted(tag.name for tag in before) == sorted(value):
            del self.cleaned_data[name]

    def _keep_paragraph_keys(self, name: str, value: str) -> None:
        """Keep the stored rich text if only its paragraph keys would change."""
        before = getattr(self.instance, name, None)
        if isinstance(before, str) and without_keys(before) == without_keys(value):
            self.cleaned_data[name] = before


def _lost(note: NotedQuestion, words: str, sent: StreamValue) -> PlacedError:
    """Return the error of a note, placed at the question sent with the same text but no such id.

    If no question has that text, the place is the stream.
    """
    questions = {question.id: question.question for question in questions_of(sent)}
    found = (n for n, child in enumerate(sent) if questions.get(child.id) == words)
    place = next(((n, "id") for n in found), ())
    message = _(
        "Keep the id %(id)s of the question “%(question)s”: a note is about it, in the field "
        "“question” of block %(block)s of “running_order”. Remove that note first, or send the id."
    )
    words_of = {"id": note.question_id, "question": words, "block": note.block_id}
    return PlacedError(message % words_of, code="noted_question", place=place)


def _unexplained() -> Faults:
    message = _("This could not be saved, and the form does not say why.")
    return {(NON_FIELD_ERRORS,): [(message, "invalid")]}


def _keep_unlisted_hosts(data: Any, rows: list[Model]) -> None:
    """Put each row that the API does not show back into a formset's data, after its neighbour.

    ``rows`` are the page's own, which the formset has first. A row submitted by its id stays as
    submitted.
    """
    unlisted = [n for n, row in enumerate(rows) if not row.is_public and _is_left_out(data, n)]
    if not unlisted:
        return
    in_order = sorted(range(len(rows)), key=lambda n: (rows[n].sort_order or 0, n))
    sequence = _submitted_order(data)
    numbers = {n: n for n in range(len(rows))}
    for n in (n for n in in_order if n in unlisted):
        numbers[n] = _put_back(data, n, rows[n])
        before = (numbers[m] for m in reversed(in_order[: in_order.index(n)]))
        neighbour = next((number for number in before if number in sequence), None)
        sequence.insert(0 if neighbour is None else sequence.index(neighbour) + 1, numbers[n])
    for position, number in enumerate(sequence, start=1):
        data[f"{HOSTS}-{number}-ORDER"] = str(position)


def _is_left_out(data: Any, form_number: int) -> bool:
    return data.get(f"{HOSTS}-{form_number}-DELETE") == "on"


def _submitted_order(data: Any) -> list[int]:
    numbers = range(int(data[f"{HOSTS}-TOTAL_FORMS"]))
    kept = [n for n in numbers if not _is_left_out(data, n)]
    return sorted(kept, key=lambda n: int(data.get(f"{HOSTS}-{n}-ORDER", 0)))


def _put_back(data: Any, form_number: int, row: Model) -> int:
    """Submit a row as it is; a row that is only in a draft has no key and is submitted as new."""
    if row.pk is None:
        form_number = int(data[f"{HOSTS}-TOTAL_FORMS"])
        data[f"{HOSTS}-TOTAL_FORMS"] = str(form_number + 1)
    else:
        del data[f"{HOSTS}-{form_number}-DELETE"]
    for name, value in model_to_dict(row, exclude=[row._meta.pk.name, "page"]).items():
        data[f"{HOSTS}-{form_number}-{name}"] = value
    return form_number
