"""Columns of our own: wall-clock times, locations, and what follows from other columns."""
