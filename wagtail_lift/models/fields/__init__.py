"""Custom model fields: wall-clock times, locations, and values derived from other columns."""
