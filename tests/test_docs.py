"""What is public is in the reference, and the guides show code that is tested."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.dispatch import Signal
from wagtail.blocks import Block

from tests.fenced import MARKED, marked_blocks
from wagtail_lift import blocks, models, signals
from wagtail_lift.conf import setting_names
from wagtail_lift.models import PAGE_TYPES, HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "wagtail_lift"
DOCUMENTS = [
    path
    for where in ("*.md", "docs/**/*.md", "wagtail_lift/help/**/*.md")
    for path in sorted(ROOT.glob(where))
]
INCLUDED = re.compile(r"^```{include} (\S+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")


def reference(name):
    return (ROOT / "docs" / "reference" / f"{name}.md").read_text()


def named(text):
    """Return every name that a text sets in code."""
    code = re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.DOTALL)
    return {name for part in code for name in re.findall(r"\w+", part)}


def first_cells(text):
    """Return the names in the first column of every table."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for cell in rows for name in re.findall(r"`([^`]+)`", cell)}


def test_every_setting_is_documented():
    documented = set(re.findall(r"`(WAGTAIL_LIFT_\w+[A-Z])`", reference("settings")))

    assert documented == set(setting_names())


def test_every_system_check_is_documented():
    sources = "".join(path.read_text() for path in PACKAGE.rglob("*.py"))

    used = set(re.findall(r"wagtail_lift\.([EW]\d{3})\b", sources))
    documented = set(re.findall(r"wagtail_lift\.([EW]\d{3})\b", reference("settings")))

    assert documented == used


def test_every_signal_is_documented():
    ours = {name for name, value in vars(signals).items() if isinstance(value, Signal)}

    assert first_cells(reference("signals")) == ours


def test_every_hook_is_documented():
    sources = "".join(path.read_text() for path in PACKAGE.glob("admin/*.py"))

    ours = set(re.findall(r'"((?:register|construct)_lift_\w+)"', sources))

    assert first_cells(reference("hooks")) == ours


def test_every_command_is_documented():
    ours = {path.stem for path in PACKAGE.glob("management/commands/[!_]*.py")}

    documented = set(re.findall(r"`manage\.py (\w+)", reference("commands")))

    assert documented == ours


def test_every_block_is_documented():
    ours = {
        name
        for name in blocks.__all__
        if isinstance(getattr(blocks, name), type) and issubclass(getattr(blocks, name), Block)
    }

    assert sorted(ours - named(reference("blocks"))) == []


def test_every_name_of_the_blocks_module_is_documented():
    assert sorted(set(blocks.__all__) - named(reference("blocks"))) == []


@pytest.mark.parametrize(
    "stream",
    [getattr(blocks, name) for name in blocks.__all__ if name.endswith("StreamBlock")],
    ids=lambda stream: stream.__name__,
)
def test_every_child_of_a_stream_is_documented(stream):
    assert sorted(set(stream.base_blocks) - named(reference("blocks"))) == []


def test_every_name_of_the_models_module_is_documented():
    public = {*models.__all__, *PAGE_TYPES}

    assert sorted(public - named(reference("models"))) == []


@pytest.mark.parametrize(
    "model",
    [EventIndexPage, EventPage, InsightsPack, HostProfile],
    ids=lambda model: model.__name__,
)
def test_every_api_field_is_documented(model):
    fields = {getattr(field, "name", field) for field in model.api_fields}

    pages = "".join(path.read_text() for path in ROOT.glob("docs/reference/api*.md"))
    assert sorted(fields - named(pages)) == []


def test_every_key_of_a_card_is_documented():
    schemas = pytest.importorskip("wagtail_lift.api.v3.programme.schemas", exc_type=ImportError)

    keys = {*schemas.EventCard.model_fields, *schemas.DateOfEvent.model_fields}

    assert sorted(keys - named(reference("api-lists"))) == []


def test_template_blocks_that_are_promised_are_there():
    pages = PACKAGE.joinpath("templates/wagtail_lift").glob("*.html")
    ours = {name for p in pages for name in re.findall(r"{% block (\w+) %}", p.read_text())}
    chapter = reference("templates").split("\n## Blocks\n")[1].split("\n## ")[0]

    promised = first_cells(chapter)
    assert len(promised) > 20
    assert sorted(promised - ours) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_snippets_are_taken_from_code_that_is_tested(path):
    for name, code in marked_blocks(path.read_text(), "snippet"):
        source = (ROOT / name).read_text()

        assert code.strip() in unindented(source, code)


def unindented(source, code):
    """Return a source as a snippet shows it that stands alone: without the indent of its class."""
    return source if code.strip() in source else re.sub(r"^    ", "", source, flags=re.MULTILINE)


FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
GUIDES_FOR_DEVELOPERS = (
    "add-a-block",
    "caching-and-cdn",
    "custom-base-page-or-host-model",
    "extend-a-page-type",
    "search-engines-and-sharing",
)


@pytest.mark.parametrize("name", GUIDES_FOR_DEVELOPERS)
def test_guides_for_developers_show_only_code_that_is_tested(name):
    text = (ROOT / "docs" / "how-to" / f"{name}.md").read_text()

    assert text.count("```") == 2 * len(MARKED.findall(text))
    assert re.search(r"^    (def|class|from|import) ", FENCED.sub("", text), re.MULTILINE) is None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_to_a_file_and_a_heading(path):
    for target, anchor in LINK.findall(path.read_text()):
        found = path.parent / target if target else path

        assert found.exists(), target
        if anchor:
            assert anchor in anchors(with_included(found)), f"{target}#{anchor}"


def with_included(path):
    """Return what a document shows, that of the files it includes with it."""
    text = path.read_text()
    included = [(path.parent / name).read_text() for name in INCLUDED.findall(text)]
    return "\n".join([text, *included])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_addresses_elsewhere_are_whole_and_safe(path):
    for address in re.findall(r"\]\((https?:[^)]*)\)", path.read_text()):
        parts = urlsplit(address)

        assert parts.scheme == "https", address
        assert re.fullmatch(r"[\w-]+(\.[\w-]+)+(:\d+)?", parts.netloc), address
        assert not re.search(r"\s", address), address


GUIDES = sorted(ROOT.glob("docs/how-to/*.md"))
MOST_WORDS = 500
"""What a guide may have, code and commands apart: who follows it reads it while working."""


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_guide_is_short(path):
    prose = MARKED.sub("", FENCED.sub("", path.read_text()))

    assert len(re.findall(r"\w[\w'’./-]*", prose)) < MOST_WORDS


def anchors(text):
    """Return the anchors that the headings of a document have on a code host."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}
