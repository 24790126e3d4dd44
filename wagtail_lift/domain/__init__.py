"""Pure rules: no database, no clock, no request. ``now`` is always a parameter."""
