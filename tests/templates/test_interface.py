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


def test_components_that_are_promised_are_there():
    names = {path.name for path in (TEMPLATES / "components").glob("*.html")}

    promised = set(re.findall(r"`components/(\w+\.html)`", REFERENCE))

    assert len(promised) > 5
    assert sorted(promised - names) == []


def test_tags_and_filters_that_are_promised_are_there():
    from wagtail_lift.templatetags.wagtail_lift_tags import register

    chapter = REFERENCE.split("\n## Tags and filters\n")[1].split("\n## ")[0]
    promised = set(re.findall(r"^\| `(lift_\w+)`", chapter, flags=re.MULTILINE))

    assert len(promised) > 10
    assert sorted(promised - {*register.tags, *register.filters}) == []


def test_templates_that_are_promised_are_there():
    promised = set(re.findall(r"`wagtail_lift/(\w+\.html)`", REFERENCE))

    assert sorted(promised - {path.name for path in PUBLIC}) == []


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
