"""Parameters of the lists of pages and hosts: what each is for, and the columns of our types.

Wagtail's document does not name the columns by which it filters: any column of the chosen type is
one, which the document cannot say type by type. It names those of ours, each with its types.
"""

from typing import Any

from django.db.models import Model
from wagtail.api import APIField
from wagtail.api.v3.schemas.pages import BASE_PAGE_READ_FIELDS

from ....models import get_page_model
from ...columns import MOST_ROWS, MOST_TAGS, is_tags, public_columns
from .components import Schema, never_null
from .operations import Operation

WORDS = {
    "type": "Only pages of these types.",
    "ancestor_of": "Only pages above this one, by its id.",
    "child_of": "Only pages directly below this one: its id, or `root`.",
    "descendant_of": "Only pages below this one: its id, or `root`.",
    "translation_of": "Only translations of this one.",
    "locale": "Only this language, for example `en`.",
    "site": "Only pages of this site, by its host name.",
    "order": "The columns to sort by; `-` before a column turns it round.",
    "search": "Only what contains these words, best first.",
    "search_operator": "Whether all words must occur, or any.",
    "limit": "How many at most.",
    "offset": "How many to leave out.",
    "version": "The draft, for those who may edit; otherwise what is live.",
    "rich_text_format": "In which format rich text is answered; as it is stored without this.",
}
LISTS = ("pages_list", "snippets_list")
NOT_COLUMNS = {"locale"}


def describe_parameters(operation: Operation, ours: dict[type[Model], Schema]) -> None:
    """Say what Wagtail's parameters are for, and add the columns of our lists.

    ``ours`` are the schemas in which our types are read.
    """
    for parameter in operation.parameters:
        if parameter["name"] in WORDS:
            parameter.setdefault("description", WORDS[parameter["name"]])
        if parameter["name"] in ("limit", "offset") and parameter["schema"].get("type") != "string":
            parameter["schema"].setdefault("maximum", MOST_ROWS)
    if operation.id in LISTS:
        taken = {parameter["name"] for parameter in operation.parameters}
        of_pages = operation.id == "pages_list"
        models = [m for m in ours if issubclass(m, get_page_model()) == of_pages]
        for name, found in _columns(models).items():
            if name not in taken | NOT_COLUMNS:
                known = [ours[model] for model in found]
                operation.parameters.append(_column_parameter(name, found, known))


def _columns(models: list[type[Model]]) -> dict[str, list[type[Model]]]:
    """Return the columns that everybody may filter by, and the types that have each."""
    columns: dict[str, list[type[Model]]] = {}
    for model in models:
        fields = APIField.get_fields_for_model(model, db_fields_only=True)
        base = BASE_PAGE_READ_FIELDS if issubclass(model, get_page_model()) else []
        names = dict.fromkeys([*(field.name for field in fields), *base])
        for name in public_columns(model, [name for name in names if name != "pk"]):
            columns.setdefault(name, []).append(model)
    return columns


def _column_parameter(name: str, models: list[type[Model]], known: list[Schema]) -> dict[str, Any]:
    types = ", ".join(f"`{model._meta.label}`" for model in models)
    schemas = [_of_value(schema["properties"].get(name, {})) for schema in known]
    schema = schemas[0] if all(other == schemas[0] for other in schemas) else {"type": "string"}
    words = f"Only those with this value; lists of {types} alone take it."
    if all(is_tags(model, name) for model in models):
        schema = {"type": "array", "items": {"type": "string"}, "maxItems": MOST_TAGS}
        words = f"Only those with all of these tags; lists of {types} alone take them."
    return {
        "in": "query",
        "name": name,
        "required": False,
        "description": words,
        "schema": schema,
    }


def _of_value(found: Schema) -> Schema:
    """Return the schema of one value in a query."""
    told = never_null(found)
    return {name: told[name] for name in ("type", "format", "enum") if name in told} or {
        "type": "string"
    }
