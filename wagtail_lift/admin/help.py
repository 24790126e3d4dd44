"""The editors' guide in the admin's Help: the chapters of ``wagtail_lift/help``, rendered."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail.admin.menu import MenuItem

CHAPTERS = (
    "first-event",
    "dates",
    "people-and-places",
    "conversation",
    "booking",
    "finding",
    "again",
    "after",
)
"""The chapters in their order; each is a file of every language."""

_FOLDER = Path(__file__).resolve().parents[1] / "help"
_WRITTEN_IN = ("en", "de")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as the list of chapters names it."""

    name: str
    title: str
    url: str


def help_urls() -> list[URLPattern]:
    """Return the addresses of the guide, open to everybody who may enter the admin."""
    return [
        path("lift/help/", show_help, name="lift_help"),
        path("lift/help/<slug:name>/", show_help, name="lift_help_chapter"),
    ]


def help_menu_item() -> MenuItem:
    """Return the item in Wagtail's Help menu."""
    return MenuItem(
        _("Guide to events"), reverse("lift_help"), name="lift-help", icon_name="help", order=1150
    )


@require_safe
def show_help(request: HttpRequest, name: str = CHAPTERS[0]) -> HttpResponse:
    """Show a chapter in the language of the admin, English where it is not written in that."""
    if name not in CHAPTERS:
        raise Http404("No such chapter.")
    language = _written_language()
    context = {
        "chapters": [_chapter(each, language) for each in CHAPTERS],
        "shown": _chapter(name, language),
        "text": _as_html(_text(name, language), language),
        "language": language,
    }
    return render(request, "wagtail_lift/admin/help.html", context)


def _written_language() -> str:
    language = (get_language() or "").partition("-")[0]
    return language if language in _WRITTEN_IN else _WRITTEN_IN[0]


def _text(name: str, language: str) -> str:
    return (_FOLDER / language / f"{name}.md").read_text(encoding="utf-8")


def _chapter(name: str, language: str) -> Chapter:
    heading = _text(name, language).partition("\n")[0]
    return Chapter(name, heading.removeprefix("# "), reverse("lift_help_chapter", args=[name]))


def _as_html(text: str, language: str) -> SafeString:
    """Return a chapter without its title, with addresses that lead to pictures and chapters."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text.partition("\n")[2])
    for token in tokens:
        for part in token.children or ():
            _lead_on(part, language)
    html: str = reader.renderer.render(tokens, reader.options, {})
    return mark_safe(html)  # noqa: S308 -- our own text; the reader takes no HTML


def _lead_on(part: Token, language: str) -> None:
    """Turn the address of a picture or chapter in the repository into that in the admin."""
    if part.type == "image":
        name = PurePosixPath(str(part.attrs["src"])).name
        part.attrs.update(
            {"src": static(f"wagtail_lift/help/{language}/{name}"), "loading": "lazy"}
        )
    if part.type == "link_open":
        name, _dot, rest = str(part.attrs["href"]).partition(".md")
        if name in CHAPTERS:
            part.attrs["href"] = reverse("lift_help_chapter", args=[name]) + rest
