"""Three makers of clients take our document, and a strict program uses what they make."""

import json
import re
import shutil

import pytest

from tests.contract.conftest import CLIENTS
from tests.contract.shapes import behind
from tests.contract.write import PUBLISHED

DOCUMENT = str(PUBLISHED)
PROGRAM = CLIENTS / "program.ts"

MAKERS = {
    "openapi-typescript": lambda made: [
        ("openapi-typescript", DOCUMENT, "-o", f"{made}/api.ts"),
    ],
    "hey-api": lambda made: [
        ("openapi-ts", "-i", DOCUMENT, "-o", f"{made}/client", "-c", "@hey-api/client-fetch"),
    ],
    "orval": lambda made: [
        ("orval", "--input", DOCUMENT, "--output", f"{made}/api.ts", "--client", "fetch"),
    ],
}
EXTRA_WORDS = {"openapi-typescript": ("--root-types", "--root-types-no-schema-prefix")}


@pytest.fixture(scope="module")
def document():
    return json.loads(PUBLISHED.read_text())


@pytest.mark.slow
@pytest.mark.parametrize("maker", MAKERS)
def test_a_strict_program_uses_the_client(run_tool, maker):
    made = CLIENTS / "made" / maker
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    for tool, *words in MAKERS[maker](made):
        run_tool(tool, *words, *EXTRA_WORDS.get(maker, ()))
    if maker == "hey-api":
        (made / "api.ts").write_text('export type * from "./client";\n')
    shutil.copy(PROGRAM, made)
    (made / "tsconfig.json").write_text('{"extends": "../../tsconfig.json", "include": ["."]}\n')

    assert run_tool("tsc", "-p", str(made)) == ""


def names_in(document, schema, seen):
    """Yield every name of a field below a schema."""
    for part in [schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())]:
        if "$ref" in part:
            if part["$ref"] not in seen:
                seen.add(part["$ref"])
                yield from names_in(document, behind(document, part), seen)
        else:
            yield from part.get("properties", {})
            yield from _names_below(document, part, seen)


def _names_below(document, schema, seen):
    for child in schema.get("properties", {}).values():
        yield from names_in(document, child, seen)
    if "items" in schema:
        yield from names_in(document, schema["items"], seen)


def test_the_program_uses_every_field(document):
    ours = ("EventPageSchema", "EventIndexPageSchema", "InsightsPackSchema", "HostProfileSchema")
    used = {*re.findall(r"\.(\w+)", PROGRAM.read_text())}
    schemas = document["components"]["schemas"]
    seen = {"#/components/schemas/RichTextRemoval"}  # Wagtail's own
    fields = {name for schema in ours for name in names_in(document, schemas[schema], seen)}

    assert sorted(fields - used) == []
    assert len(fields) > 150


def test_the_program_casts_nothing():
    program = re.sub(r"^//.*$", "", PROGRAM.read_text(), flags=re.MULTILINE)

    assert re.findall(r"\bas (?!const)\w+|\bany\b|\bunknown\b|@ts-|\w!\.", program) == []
