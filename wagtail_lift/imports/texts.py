"""From the bytes of a file to its text."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from django.utils.translation import gettext_lazy as _

from .limits import EMPTY, MOST_BYTES, TOO_LARGE, FileRefused

WESTERN = "cp1252"
"""What Windows in Western Europe and America writes where it does not write UTF-8."""

ARCHIVE = _(
    "This is a spreadsheet or an archive, not a text file. Save the table as CSV (UTF-8), or "
    "unpack the archive first."
)
NOT_TEXT = _("This is not a text file: it has characters that no text has.")
ENCODING_GUESSED = _(
    "The file is not written in UTF-8. It was read as Windows-1252: check letters with accents."
)

_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"BZh")


def read_text(content: bytes) -> tuple[str, list[str]]:
    """Return the text of a file, and what to note about its encoding; raise ``FileRefused``.

    Nothing is ever unpacked.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused(TOO_LARGE)
    if content.startswith(_PACKED):
        raise FileRefused(ARCHIVE)
    text, notes = _decoded(content)
    if not text.strip():
        raise FileRefused(EMPTY)
    if "\0" in text:
        raise FileRefused(NOT_TEXT)
    return text, notes


def _decoded(content: bytes) -> tuple[str, list[str]]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _strict(content, "utf-16"), []
    if content.startswith(BOM_UTF8):
        return _strict(content, "utf-8-sig"), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return _strict(content, WESTERN), [str(ENCODING_GUESSED)]


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused(NOT_TEXT) from error
