"""The style sheet keeps to itself: one layer, our classes, documented properties."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "wagtail_lift" / "static" / "wagtail_lift"
CSS = (STATIC / "css" / "lift.css").read_text()
BARE = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL).strip()


def test_style_sheet_is_under_25_kilobytes():
    assert len(CSS.encode()) < 25_000


def test_style_sheet_of_the_public_pages_is_the_only_one():
    assert [path.name for path in (STATIC / "css").iterdir()] == ["lift.css"]


def test_style_sheet_is_one_layer():
    assert BARE.startswith("@layer wagtail_lift {")
    assert _end_of_first_rule(BARE) == len(BARE)


def test_every_selector_begins_with_a_class_of_ours():
    selectors = [s for prelude in _preludes(BARE) for s in _split(prelude)]

    strangers = [s for s in selectors if not re.match(r"(:is\()?\.lift-[a-z]", s)]

    assert selectors
    assert strangers == []


def test_alternatives_of_a_selector_are_classes_of_ours():
    leading = re.findall(r"(?:^|,)\s*:is\(([^)]*)\)", "\n".join(_preludes(BARE)), re.MULTILINE)

    strangers = [s for group in leading for s in _split(group) if not s.startswith(".lift-")]

    assert leading
    assert strangers == []


def test_style_sheet_fetches_nothing():
    assert re.search(r"@import|url\(|@font-face", BARE) is None


def test_custom_properties_are_documented():
    used = set(re.findall(r"var\((--lift-[a-z-]+)", BARE))

    reference = (ROOT / "docs" / "reference" / "templates.md").read_text()

    assert set(re.findall(r"`(--lift-[a-z-]+)`", reference)) == used


def test_script_is_at_most_8_kilobytes():
    assert (STATIC / "js" / "lift.js").stat().st_size <= 8_000


def _preludes(css: str) -> list[str]:
    """Return what stands before each block but those of at-rules."""
    found = re.findall(r"[{};]\s*([^{};@][^{};]*){", "{" + css)
    preludes = [" ".join(prelude.split()) for prelude in found]
    return [prelude for prelude in preludes if not prelude.startswith("@")]


def _split(selectors: str) -> list[str]:
    """Split a list of selectors at its commas, not at those within brackets."""
    return [s.strip() for s in re.split(r",(?![^(]*\))", selectors)]


def _end_of_first_rule(css: str) -> int:
    depth = 0
    for position, character in enumerate(css):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "}" and depth == 0:
            return position + 1
    return -1
