"""``docs/reference/api.md`` says of each field whether it is there and whether it is written."""

import re
from pathlib import Path

import pytest

from wagtail_lift.api.fields import EditableField
from wagtail_lift.models import EventIndexPageMixin, EventPageMixin, HostProfile, InsightsPackMixin
from wagtail_lift.page_types.conduct import ConductMixin
from wagtail_lift.page_types.page_type import LiftPageMixin

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
SHARED = {field.name for mixin in (LiftPageMixin, ConductMixin) for field in mixin.api_fields}


def documented(chapter):
    """Return the fields of a chapter's tables, and which of them are written."""
    text = REFERENCE.read_text().split(f"\n## Fields of {chapter}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, flags=re.MULTILINE)
    return {name: written.strip() != "no" for name, written in rows}


def of_model(model):
    """Return the fields of a model, and which of them version 3 takes."""
    written = {field.name for field in model.api_fields if isinstance(field, EditableField)}
    return {field.name: field.name in written for field in model.api_fields}


@pytest.mark.parametrize(
    ("chapter", "model"),
    [
        ("an event", EventPageMixin),
        ("a programme", EventIndexPageMixin),
        ("an insights pack", InsightsPackMixin),
        ("a host", HostProfile),
    ],
)
def test_reference_lists_every_field_and_whether_it_is_written(chapter, model):
    fields = of_model(model)
    if chapter in ("a programme", "an insights pack"):
        fields = {name: written for name, written in fields.items() if name not in SHARED}

    assert documented(chapter) == fields
