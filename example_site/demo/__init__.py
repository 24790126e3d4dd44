"""The demo content of the example site and the command that loads it."""
