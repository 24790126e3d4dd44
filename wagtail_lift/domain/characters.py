"""Characters to refuse in text: databases reject them, or UTF-8 cannot encode them."""

NUL = "\0"


def has_nul(text: str) -> bool:
    """Return whether a text contains the null character, which PostgreSQL rejects."""
    return NUL in text


def has_half_character(text: str) -> bool:
    """Return whether a text contains half of a surrogate pair, which UTF-8 cannot encode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
