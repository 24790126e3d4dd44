"""Who may read what, and who may publish about it."""
