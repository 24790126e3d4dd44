"""How many places are left at a meeting."""


def places_left(limit: int | None, taken: int) -> int | None:
    """Return the number of free places, never below zero; ``None`` means without limit."""
    if limit is None:
        return None
    return max(limit - taken, 0)


def is_full(limit: int | None, taken: int) -> bool:
    """Return whether not one more place can be given."""
    return places_left(limit, taken) == 0
