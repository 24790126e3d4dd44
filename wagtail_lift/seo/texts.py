"""What pages say of themselves in plain text: titles, introductions, descriptions."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext
from wagtail.rich_text import get_text_for_indexing

DESCRIPTION_LENGTH = 300


def plain(text: Any, length: int = DESCRIPTION_LENGTH) -> str:
    """Return a text (no HTML) in one line and not longer than a preview shows."""
    return str(Truncator(" ".join(str(text or "").split())).chars(length))


def guide_title(pack: Any) -> str:
    """Return the title of a pack's guide."""
    return f"{gettext('DIY event guide')} · {pack.title}"


def guide_text() -> str:
    """Return what any guide is, in a sentence."""
    return gettext("How to hold this conversation with your own team, step by step.")


def insights_text() -> str:
    """Return what a list of packs is, in the sentence that it begins with."""
    return gettext(
        "What was learnt in our conversations, open to all: to read, to share, "
        "and to hold the same conversation yourselves."
    )


def insights_title(programme: Any) -> str:
    """Return the title of the list of a programme's packs."""
    return f"{gettext('Insights packs')} · {programme.title}"


def introduction_of(page: Any) -> str:
    """Return what a page with an introduction says of itself, without HTML."""
    return own_description(page) or get_text_for_indexing(page.introduction)


def own_title(page: Any) -> str:
    """Return the title that an editor wrote for search engines, else the page's own."""
    return str(getattr(page, "seo_title", "") or page.title)


def own_description(page: Any) -> str:
    """Return what an editor wrote for search engines; a base page model need not ask for it."""
    return str(getattr(page, "search_description", ""))
