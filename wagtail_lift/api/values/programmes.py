"""API values of programmes, ready for JSON, for ``shown()`` in ``api_fields``."""

from ...models.kinds import ProgrammeKind
from ...seo.texts import introduction_of
from ..fields import APIRequest
from ..shapes import ChildProgramme
from .events import named_page


def programmes(page: ProgrammeKind, request: APIRequest | None) -> list[ChildProgramme]:
    """Return the programmes directly below that every reader of this one may read, in order."""
    return [
        {**named_page(below), "slug": below.slug, "summary": introduction_of(below)}
        for below in page.get_programmes()
    ]
