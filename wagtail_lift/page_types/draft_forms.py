"""Forms that save a draft whatever was typed, and show it again with its message."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Media
from wagtail.blocks.base import BlockField

from ..blocks.unread import as_typed
from ..publishing.unread_texts import NAMES, unread_errors

AUTOSAVE_SCRIPT = "wagtail_lift/admin/autosave.js"


class KeepsTextsMixin:
    """Put it before the form of a model with ``UnreadTextsMixin``.

    While a draft is saved, a text that a field cannot take goes into ``unread_texts`` of the
    instance, and the field keeps its value. Streams keep what was typed in their blocks, and only
    their name is noted. Whoever opens the draft sees the text, and what is wrong with it. The API
    tells at once instead.
    """

    keeps_texts = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._unread: dict[str, str] = {}

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """Return what a field shows: the text that it could not take, else its value."""
        text = self.instance.unread_texts.get(field_name) if self.keeps_texts else None
        if text is None or field.disabled or isinstance(field, BlockField):
            return super().get_initial_for_field(field, field_name)
        return field.from_text(text, field_name) if _is_composed(field) else text

    def full_clean(self) -> None:
        """Name what is wrong with the texts of a draft also before the form is sent."""
        super().full_clean()
        if self.is_bound or not self.keeps_texts:
            return
        shown = {n: f for n, f in self.fields.items() if n in self.instance.unread_texts}
        for name, error in unread_errors(self.instance):
            if name in shown and not _is_composed(shown[name]) and not shown[name].disabled:
                self._show(name, error)
        for name, field in shown.items():
            if isinstance(field, BlockField) or _is_composed(field):
                self._show_error_of(name, field)

    def _show_error_of(self, name: str, field: forms.Field) -> None:
        value = self.get_initial_for_field(field, name)
        try:
            if isinstance(field, BlockField):
                field.block.clean_deferred(value)
            else:
                field.clean(value)
        except ValidationError as error:
            self._show(name, error)

    def _show(self, name: str, error: ValidationError) -> None:
        self._errors[name] = self.error_class([error], renderer=self.renderer)

    def _clean_fields(self) -> None:
        super()._clean_fields()
        self._keep_texts(name for name in [*self._errors] if name in self.fields)

    def _clean_form(self) -> None:
        super()._clean_form()
        self._keep_texts(name for name in [*self._errors] if name == "slug")

    def _keep_texts(self, names: Iterable[str]) -> None:
        if self.is_deferred_validation and self.keeps_texts:
            for name in names:
                self._keep(name)

    def _keep(self, name: str) -> None:
        """Take back the error of a field if a draft can keep what was typed into it."""
        field, typed = self.fields[name], self[name].data
        if isinstance(field, BlockField):
            try:
                self.cleaned_data[name] = as_typed(field.block, typed)
            except ValidationError:
                return
            self._unread[name] = ""
        elif _is_composed(field):
            self._unread[name] = field.text_of(typed)
        elif _is_typed(field, typed) and (self.instance.pk or name not in NAMES):
            self._unread[name] = typed
            self.cleaned_data.pop(name, None)
        else:
            return
        del self._errors[name]

    def _post_clean(self) -> None:
        """Note the texts on the instance; those of fields that were not sent stay."""
        before = self.instance.unread_texts
        kept = {name: text for name, text in before.items() if name not in self._settled()}
        if kept != before or self._unread:
            self.instance.unread_texts = {**kept, **self._unread}
        super()._post_clean()

    def _settled(self) -> Iterable[str]:
        """Return the fields whose text, if they had one, is no longer what counts."""
        return self.fields if self.keeps_texts else self.changed_data


class DeferringFormMixin(KeepsTextsMixin):
    """Tells the instance when a draft is saved, so that publishing rules do not apply to it."""

    def _post_clean(self) -> None:
        self.instance._is_validation_deferred = self.is_deferred_validation
        try:
            super()._post_clean()
        finally:
            self.instance._is_validation_deferred = False
        if self.for_user is not None and not self.is_deferred_validation:
            self._ask_for_permission()

    @property
    def media(self) -> Media:
        """Add the script that loses nothing between two saves."""
        return super().media + Media(js=[AUTOSAVE_SCRIPT])

    def _ask_for_permission(self) -> None:
        problems = self.instance.get_permission_problems(self.for_user)
        for name, problem in problems.items():
            error = ValidationError(problem.label, code=problem.value)
            error.about = name  # so that the API can still name the field
            self.add_error(name, error)

    def add_error(self, field: str | None, error: Any) -> None:
        """Add an error; errors of fields that the form does not show go above the form."""
        if field is not None:
            super().add_error(self._place_of(field), error)
        elif not hasattr(error, "error_dict"):
            super().add_error(None, error)
        else:
            placed: dict[str, list[ValidationError]] = {}
            for name, errors in error.error_dict.items():
                for item in errors:
                    item.about = name  # so that the API can still name the field
                placed.setdefault(self._place_of(name), []).extend(errors)
            super().add_error(None, ValidationError(placed))

    def _place_of(self, name: str) -> str:
        return name if name in self.fields else NON_FIELD_ERRORS


def _is_typed(field: forms.Field, typed: Any) -> bool:
    return isinstance(typed, str) and not isinstance(field, forms.ChoiceField)


def _is_composed(field: forms.Field) -> bool:
    """Return whether a field of several parts can give them as one text."""
    return hasattr(field, "from_text")
