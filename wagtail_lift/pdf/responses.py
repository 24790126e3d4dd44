"""The response of a route as PDF, made only if the reader does not have it already."""

import logging
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response

from ..http.caching import keep_private

NEEDED = ("weasyprint", "segno")
"""What the extra ``pdf`` brings."""

_logger = logging.getLogger(__name__)


@cache
def can_make_pdf() -> bool:
    """Return whether the extra ``pdf`` is installed."""
    return all(find_spec(name) is not None for name in NEEDED)


class PDFResponse(TemplateResponse):
    """A template of the page at ``url``, as a PDF named after ``name``.

    Its ETag is that of the HTML, from which the same PDF is made each time: a reader who has the
    document is answered without making it.
    """

    def __init__(
        self, request: HttpRequest, template: str, context: dict[str, Any], *, url: str, name: str
    ) -> None:
        self._url = url
        super().__init__(request, template, context, content_type="application/pdf")
        self.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
        self.headers["Link"] = f'<{url}>; rel="canonical"'

    @property
    def rendered_content(self) -> bytes:  # type: ignore[override]  # -- Django takes bytes
        """Return the document; nothing if the reader has it."""
        try:
            from .making import VERSION, Busy, make_pdf  # seconds to import, and needs the extra
        except OSError:
            _logger.exception("WeasyPrint does not find Pango, so no PDF can be made.")
            return self._refuse(503, b"This site cannot make PDF documents at the moment.")
        html = super().rendered_content
        etag = f'"{sha256(f"{VERSION}{self._url}{html}".encode()).hexdigest()[:32]}"'
        answer = get_conditional_response(self._request, etag=etag, response=self)
        self.headers["ETag"] = etag
        if answer is not None and answer is not self:
            self.status_code = answer.status_code
            return b""
        try:
            return make_pdf(html, self._url)
        except Busy:
            _logger.warning("Too many PDFs are being made: %s", self._url)
            self.headers["Retry-After"] = "30"
            return self._refuse(503, b"Please try again in a moment.")

    def _refuse(self, status: int, words: bytes) -> bytes:
        self.status_code = status
        del self.headers["ETag"]
        self.headers["Content-Type"] = "text/plain"
        keep_private(self)
        return words
