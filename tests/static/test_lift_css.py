"""The style sheet keeps to itself: our classes, documented properties, no size of the site's."""

import gzip
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "wagtail_lift" / "static" / "wagtail_lift"
CSS = (STATIC / "css" / "lift.css").read_text()
BARE = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL).strip()


def test_style_sheet_is_under_8_kilobytes_as_it_is_sent():
    assert len(gzip.compress(CSS.encode())) < 8_000


def test_public_pages_have_one_style_sheet_and_documents_another():
    assert {path.name for path in (STATIC / "css").iterdir()} == {"lift.css", "pdf.css"}


def test_every_selector_names_a_class_of_ours():
    selectors = [s for prelude in _preludes(BARE) for s in _split(prelude)]

    strangers = [s for s in selectors if not re.search(r'[."]lift-|^&|^:focus-visible', s)]

    assert selectors
    assert strangers == []


def test_no_size_follows_the_root_element():
    """Bootstrap 3 makes 1rem 10 pixels, and a column may be narrower than the window."""
    assert re.findall(r"\d(?:rem|vw|vh|vmin|vmax)\b", BARE) == ["0vw"]  # --lift-bleed


def test_nothing_is_forced():
    assert "!important" not in BARE


def test_no_query_asks_for_the_width_of_the_window():
    assert "@container lift-page" in BARE
    assert not re.search(r"@media[^{]*width", BARE)


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
