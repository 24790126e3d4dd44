"""Characters that no database takes, or that are only odd, as addresses hold them."""

from urllib.parse import quote

REFUSED = "Null characters are not allowed."
NUL, HALF, LONG = "\0", "\ud800", "x" * 5000

PARAMETERS = (
    "when",
    "each",
    "tag",
    "audience",
    "host",
    "mode",
    "access",
    "status",
    "from",
    "to",
    "q",
    "page",
    "date",
    "dates",
    "starts",
    "utm_source",
)
"""What addresses of pages may name, and what they may not."""


def encoded(value: str) -> str:
    """Return a value as an address holds it, half a pair of surrogates as its three bytes."""
    return quote(value.encode("utf-8", "surrogatepass"))
