"""Characters that no text has: no database takes them, and no format can write them."""

NUL = "\0"


def has_nul(text: str) -> bool:
    """Return whether a text holds the null character, which PostgreSQL refuses."""
    return NUL in text


def has_half_character(text: str) -> bool:
    """Return whether a text holds half of a surrogate pair, which UTF-8 cannot write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
