"""How fast the package is, beside a hand-written page type that does the same; see ``run``."""
