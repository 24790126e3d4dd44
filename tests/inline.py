"""What a content security policy that allows nothing inline would keep from a page."""

from bs4 import BeautifulSoup, Tag

DATA = {"application/ld+json", "application/json", "text/django-form-template", "text/template"}
"""Types of script elements that browsers never run."""


def inline_parts(html: str) -> list[str]:
    """Return inline scripts, styles and handlers of a page, each as its text."""
    soup = BeautifulSoup(html, "html5lib")
    scripts = [s for s in soup("script") if not s.get("src") and s.get("type") not in DATA]
    elements = [" ".join((tag.string or "").split()) for tag in (*scripts, *soup("style"))]
    return [*elements, *(part for tag in soup(True) for part in _attributes(tag))]


def _attributes(tag: Tag) -> list[str]:
    return [
        f"<{tag.name} {name}={value!r}>"
        for name, value in tag.attrs.items()
        if name == "style"
        or name.startswith("on")
        or str(value).strip().lower().startswith("javascript:")
    ]
