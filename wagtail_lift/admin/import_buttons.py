"""Where an editor finds the import: in the form and the row of a programme."""

from collections.abc import Iterator
from typing import Any

from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage

from .importing import LABEL, import_url, may_import


def offer_import_in_header(
    page: AbstractPage, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the link in the header of a programme's form and of its list of pages."""
    yield from offer_import_in_row(page, user, next_url)


def offer_import_in_row(
    page: AbstractPage, user: Any, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the link in the menu of a programme's row."""
    if may_import(page, user):
        yield Button(str(LABEL), import_url(page), icon_name="upload", priority=57)
