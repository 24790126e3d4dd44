"""Plain-text titles, introductions and descriptions of pages."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext
from wagtail.models import AbstractPage
from wagtail.rich_text import get_text_for_indexing

from ..models.kinds import PackKind, ProgrammeKind

DESCRIPTION_LENGTH = 300


def plain(text: Any, length: int = DESCRIPTION_LENGTH) -> str:
    """Return a text (no HTML) on one line, truncated to what a preview shows."""
    return str(Truncator(" ".join(str(text or "").split())).chars(length))


def guide_title(pack: PackKind) -> str:
    """Return the title of a pack's guide."""
    return f"{gettext('DIY event guide')} · {pack.title}"


def guide_text() -> str:
    """Return a sentence that describes any guide."""
    return gettext("How to hold this conversation with your own team, step by step.")


def insights_text() -> str:
    """Return the sentence that introduces a list of packs."""
    return gettext(
        "What was learnt in our conversations, open to all: to read, to share, "
        "and to hold the same conversation yourselves."
    )


def insights_title(programme: ProgrammeKind) -> str:
    """Return the title of the list of a programme's packs."""
    return f"{gettext('Insights packs')} · {programme.title}"


def introduction_of(page: ProgrammeKind | PackKind) -> str:
    """Return the description of a page with an introduction, without HTML."""
    return own_description(page) or get_text_for_indexing(page.introduction)


def own_title(page: AbstractPage) -> str:
    """Return the title for search engines if an editor wrote one, else the page's title."""
    return str(getattr(page, "seo_title", "") or page.title)


def own_description(page: AbstractPage) -> str:
    """Return the description for search engines; empty if the base page model has no such field."""
    return str(getattr(page, "search_description", ""))
