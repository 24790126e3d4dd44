"""Marks that every test of a folder has by living there."""

from collections.abc import Iterable
from pathlib import Path

import pytest


def mark_below(folder: Path, items: Iterable[pytest.Item], *marks: pytest.MarkDecorator) -> None:
    """Give the marks to those of the collected tests that live in a folder."""
    for item in items:
        if folder in item.path.parents:
            for mark in marks:
                item.add_marker(mark)
