"""Locates each form error in the body of the request.

Wagtail's own error list stops at a stream, numbers formset rows by form rather than as they were
sent, and names foreign keys differently from the request.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import ForeignKey, Model
from django.forms import ModelForm
from django.forms.utils import ErrorList
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError

Place = tuple[str | int, ...]
Faults = dict[Place, list[tuple[str, str]]]
Positions = Mapping[str, Mapping[int, int]]


class PlacedError(ValidationError):
    """An error within a field's value, at a place of its own below the field."""

    def __init__(self, message: Any, *, code: str, place: Place) -> None:
        super().__init__(message, code=code)
        self.place = place


def form_faults(form: ModelForm, positions: Positions) -> Faults:
    """Return an invalid form's messages, each with its code, by their place in the body.

    ``positions`` says, for each formset, which form holds which submitted row. Errors in a row that
    was not sent because the API hides it are reported on the rows as a whole.
    """
    faults: Faults = {}
    for where, error in _errors_in(form, positions):
        code = error.code or "invalid"
        faults.setdefault(where, []).extend((message, code) for message in error.messages)
    return faults


def submitted_positions(form_class: type, data: Mapping[str, Any]) -> Positions:
    """Return, for each formset of a form, which submitted row each of its forms holds."""
    return {
        name: {number: position for position, number in enumerate(_kept_in_order(data, name))}
        for name in getattr(form_class, "formsets", {})
        if f"{name}-TOTAL_FORMS" in data
    }


def _kept_in_order(data: Mapping[str, Any], name: str) -> list[int]:
    numbers = range(int(data[f"{name}-TOTAL_FORMS"]))
    kept = [number for number in numbers if data.get(f"{name}-{number}-DELETE") != "on"]
    return sorted(kept, key=lambda number: int(data.get(f"{name}-{number}-ORDER", 0)))


def _errors_in(
    form: ModelForm, positions: Positions, place: Place = ()
) -> Iterator[tuple[Place, ValidationError]]:
    for name, errors in form.errors.as_data().items():
        for error in errors:
            about = getattr(error, "about", name)  # a field that the form does not have
            yield from errors_within(error, (*place, key_of(form._meta.model, about)))
    for name, formset in getattr(form, "formsets", {}).items():
        for error in formset.non_form_errors().as_data():
            yield (*place, name), error
        rows = positions.get(name, {n: n for n in range(len(formset.forms))})
        for number, child in enumerate(formset.forms):
            if number in rows:
                yield from _errors_in(child, {}, (*place, name, rows[number]))
            elif form.data.get(f"{child.prefix}-DELETE") != "on":
                yield from _errors_of_hidden_row(child, (*place, name))


def _errors_of_hidden_row(form: ModelForm, place: Place) -> Iterator[tuple[Place, ValidationError]]:
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else name
        words = {"field": label, "message": " ".join(errors)}
        message = _("In a row that is not shown here: %(field)s: %(message)s") % words
        yield place, ValidationError(message, code="hidden_row")


def errors_within(error: ValidationError, place: Place) -> Iterator[tuple[Place, ValidationError]]:
    """Yield the errors of a block and of its nested blocks, each with its place."""
    within = getattr(error, "block_errors", None)
    if isinstance(error, PlacedError):
        yield (*place, *error.place), error
        return
    if within is None:
        yield from ((place, fault) for fault in ErrorList([error]).as_data())
        return
    for fault in error.non_block_errors.as_data():
        yield place, fault
    rest = ("value",) if isinstance(error, StreamBlockValidationError) else ()
    for key, fault in within.items():
        yield from errors_within(fault, (*place, key, *rest))


def key_of(model: type[Model], name: str) -> str:
    """Return the key under which a field is sent: for a foreign key, its column name."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return field.attname if isinstance(field, ForeignKey) else name
