"""API values of programmes, ready for JSON, for ``shown()`` in ``api_fields``."""

from ...models.kinds import ProgrammeKind
from ...seo.texts import introduction_of
from ..fields import APIRequest, editing_reader
from ..shapes import ChildProgramme, PageLink
from .page_links import named_page, public_page


def programmes(page: ProgrammeKind, request: APIRequest | None) -> list[ChildProgramme]:
    """Return the programmes directly below that every reader of this one may read, in order."""
    return [
        {**named_page(below), "slug": below.slug, "summary": introduction_of(below)}
        for below in page.get_programmes()
    ]


def event_template(page: ProgrammeKind, request: APIRequest | None) -> PageLink | None:
    """Return the event from which new ones start, if the reader may see it: most are drafts."""
    chosen = page.event_template
    public = public_page(chosen)
    editor = editing_reader()
    if public or chosen is None or editor is None:
        return public
    return named_page(chosen) if chosen.permissions_for_user(editor).can_edit() else None
