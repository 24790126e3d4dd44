"""What a site may rely on is written down, and nothing is inline."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "wagtail_lift" / "templates" / "wagtail_lift"
ALL = sorted(TEMPLATES.rglob("*.html"))
PUBLIC = [path for path in ALL if "admin" not in path.parts]
REFERENCE = (ROOT / "docs" / "reference" / "templates.md").read_text()
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:", re.I)


def test_template_blocks_are_documented():
    pages = [path for path in PUBLIC if path.parent == TEMPLATES]
    blocks = {name for p in pages for name in re.findall(r"{% block (\w+) %}", p.read_text())}

    documented = set(re.findall(r"`(lift_\w+)`", REFERENCE))

    assert sorted(blocks - documented) == []


def test_components_are_documented():
    names = {path.name for path in (TEMPLATES / "components").glob("*.html")}

    documented = set(re.findall(r"`components/(\w+\.html)`", REFERENCE))

    assert documented == names


def test_tags_and_filters_are_documented():
    from wagtail_lift.templatetags.wagtail_lift_tags import register

    names = {*register.tags, *register.filters}

    assert sorted(name for name in names if f"`{name}`" not in REFERENCE) == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_template_has_nothing_inline_and_nothing_from_elsewhere(path):
    source = path.read_text()

    assert INLINE.search(source) is None
    assert re.search(r"(src|href)=\"(https?:)?//", source) is None


SCRIPTS = sorted((ROOT / "wagtail_lift" / "static").rglob("*.js"))
INLINE_IN_SCRIPTS = re.compile(
    r"\beval\(|\bnew Function\(|cssText|createElement\(.(script|style)|Attribute\(.(style|on)", re.I
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script_makes_nothing_inline(path):
    assert INLINE_IN_SCRIPTS.search(path.read_text()) is None


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_includes_are_given_all_they_take(path):
    includes = re.findall(r"{% include (.+?) %}", path.read_text())

    assert [text for text in includes if not text.endswith(" only")] == []
