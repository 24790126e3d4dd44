"""Fields of a block that only people who may edit the page ever see."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from django.core import checks
from wagtail.blocks import Block, FieldBlock, StructValue


class Submission(Enum):
    """Stands in a value for a private field that was not submitted, unlike one left empty."""

    MISSING = "missing"

    def __bool__(self) -> bool:
        return False


class PrivateFieldsMixin:
    """Keeps ``private_fields`` of a StructBlock out of everything that is public.

    Put it before ``StructBlock``. A private field is in the editor, the stored value and the
    revisions; it is never in a rendering, an API representation or the search index. The public
    API therefore cannot send it back: a value that came without it holds ``Submission.MISSING``,
    and ``restore_private_values`` puts in what was stored before.
    """

    private_fields: tuple[str, ...] = ()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, prefix: str) -> StructValue:
        value = super().value_from_datadict(data, files, prefix)
        for name in self.private_fields:
            if not _was_submitted(self.child_blocks[name], data, files, f"{prefix}-{name}"):
                value[name] = Submission.MISSING
        return value

    def clean(self, value: StructValue) -> StructValue:
        missing = [name for name in self.private_fields if value.get(name) is Submission.MISSING]
        if not missing:
            return super().clean(value)
        submitted = {name: child for name, child in value.items() if name not in missing}
        cleaned = super().clean(self._to_struct_value(submitted))
        return self._to_struct_value(
            {name: Submission.MISSING if name in missing else cleaned[name] for name in value}
        )

    def get_prep_value(self, value: StructValue) -> dict[str, Any]:
        return super().get_prep_value(self.settled(value))

    def get_form_state(self, value: StructValue) -> dict[str, Any]:
        return super().get_form_state(self.settled(value))

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return super().get_api_representation(self.public_value(value), context=context)

    def get_searchable_content(self, value: StructValue) -> list[str]:
        if not self.search_index:
            return []
        return [
            text
            for name, child_block in self.child_blocks.items()
            if name not in self.private_fields and name in value
            for text in child_block.get_searchable_content(value[name])
        ]

    def extract_references(self, value: StructValue) -> Iterator[Any]:
        return super().extract_references(self.settled(value))

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return super().get_context(self.public_value(value), parent_context=parent_context)

    def render_basic(self, value: StructValue, context: dict[str, Any] | None = None) -> str:
        return super().render_basic(self.public_value(value), context=context)

    def public_value(self, value: StructValue) -> StructValue:
        """Return the value as the public may see it: without the private fields."""
        if not self.private_fields:
            return value
        return self._to_struct_value(
            {name: child for name, child in value.items() if name not in self.private_fields}
        )

    def settled(self, value: StructValue) -> StructValue:
        """Return the value with the default of each private field that was not submitted."""
        if not any(value.get(name) is Submission.MISSING for name in self.private_fields):
            return value
        return self._to_struct_value(
            {
                name: self.child_blocks[name].get_default()
                if child is Submission.MISSING
                else child
                for name, child in value.items()
            }
        )

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Report private fields that do not exist, or whose absence the API cannot express."""
        errors = super().check(**kwargs)
        for name in self.private_fields:
            if not _can_be_private(self.child_blocks.get(name)):
                errors.append(
                    checks.Error(
                        f"'{name}' cannot be a private field of {type(self).__name__}.",
                        hint="Name a plain field of the block, such as a CharBlock or a "
                        "TextBlock; rich text, embeds and blocks within the block cannot be "
                        "private.",
                        obj=kwargs.get("field", self),
                        id="wagtail_lift.E101",
                    )
                )
        return errors


def _was_submitted(child_block: Block, data: Mapping[str, Any], files: Any, key: str) -> bool:
    """A form sends strings; the API binds ``None`` where the body did not have the key."""
    if child_block.value_omitted_from_data(data, files, key):
        return False
    return not (key in data and data[key] is None)


def _can_be_private(child_block: Block | None) -> bool:
    if not isinstance(child_block, FieldBlock):
        return False
    return child_block.value_for_form(child_block.to_python(None)) is None
