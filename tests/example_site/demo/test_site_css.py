"""The demo's own styles keep the rule of the guide: within our pages, two classes or more."""

import re
from pathlib import Path

import example_site.demo

CSS = Path(example_site.demo.__file__).parent / "static/demo/site.css"


def test_what_is_styled_within_our_pages_weighs_two_classes():
    selectors = re.findall(r"^\s*([^@{}/*]*home[^{}]*)\{", CSS.read_text(), re.MULTILINE)

    assert len(selectors) > 5
    assert [text.strip() for text in selectors if text.count(".") < 2] == []
