"""Templates of the site that use ours: without us, whatever they render is an error."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.utils.translation import gettext

from .ours import PACKAGE, our_apps

USES_OURS = re.compile(
    rb"{%\s*load\s[^%]*\bwagtail_lift_tags\b|{%\s*(?:include|extends)\s+[\"']wagtail_lift/"
)


def templates_with_ours() -> Iterator[str]:
    """Yield, in words, each template that loads our tags, or includes or extends one of ours.

    Those in a folder of our name replace ours, and nothing asks for them once we are gone.
    """
    words = gettext("The template %(path)s uses tags or templates of ours: take them out.")
    for path in sorted(_templates()):
        if USES_OURS.search(path.read_bytes()):
            yield words % {"path": path}


def _templates() -> set[Path]:
    backends = [backend for backend in engines.all() if isinstance(backend, DjangoTemplates)]
    folders = {Path(folder) for backend in backends for folder in backend.template_dirs}
    ours = {Path(config.path) / "templates" for config in our_apps()}
    return {
        path
        for folder in folders - ours
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] != PACKAGE
    }
