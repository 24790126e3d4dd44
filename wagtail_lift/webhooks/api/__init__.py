"""The log of changes in the content API."""
