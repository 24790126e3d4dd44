"""schema.org data (JSON-LD) of what pages describe: pure, from frozen facts to dicts and text."""

from .properties import as_schema
from .script import as_script

__all__ = ["as_schema", "as_script"]
