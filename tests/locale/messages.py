"""Write the catalogues of the package anew: what the code says, and what is known of it.

Run with the Python of an environment that has the `test` extra. Needs no gettext tools. Messages
that are new are added without a translation, those that the code no longer has are dropped.
"""

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[2] / "wagtail_lift"
SOURCE_LANGUAGE = "en"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CALL_IN_TEMPLATE = re.compile(
    r"""\b(?P<name>_|n?p?gettext)\((?P<words>(?:\s*,?\s*u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"))+)"""
)
HEADER = "# The messages of wagtail_lift in `{language}`; `make messages` keeps them complete."


def main() -> int:
    """Write the source catalogue and bring every other one up to it."""
    template = read_messages()
    for folder in sorted(path for path in (PACKAGE / "locale").iterdir() if path.is_dir()):
        catalogue = updated(template, folder.name)
        write_catalogue(catalogue, folder / "LC_MESSAGES")
        missing = sum(1 for message in catalogue if message.id and not is_translated(message))
        if folder.name != SOURCE_LANGUAGE:
            sys.stdout.write(
                f"{folder.name}: {len(catalogue)} messages, {missing} not translated\n"
            )
    return 0


def read_messages() -> Catalog:
    """Return every message of the code and where it stands, without any translation."""
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*")):
        found = READERS.get(path.suffix)
        for context, words in found(path) if found else ():
            place = (path.relative_to(PACKAGE).as_posix(), 1)
            catalogue.add(words, None, locations=[place], context=context)
    return catalogue


def messages_of_module(path: Path) -> Iterator[tuple[str | None, str | tuple[str, ...]]]:
    """Yield the context and the words of each message in a Python file."""
    with path.open("rb") as file:
        for _line, words, _comments, context in extract("python", file, keywords=KEYWORDS):
            yield context, words


def messages_of_template(path: Path) -> Iterator[tuple[str | None, str | tuple[str, ...]]]:
    """Yield the context and the words of each message in a template."""
    for call in CALL_IN_TEMPLATE.finditer(templatize(path.read_text(), origin=str(path))):
        words = list(ast.literal_eval(f"({call['words']},)"))
        context = words.pop(0) if "pgettext" in call["name"] else None
        yield context, tuple(words) if len(words) > 1 else words[0]


def read_catalogue(language: str) -> Catalog:
    """Return the catalogue of a language as it is written, an empty one if there is none."""
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(template: Catalog, language: str) -> Catalog:
    """Return the catalogue of a language with exactly the messages of the code."""
    catalogue = read_catalogue(language)
    catalogue.header_comment = HEADER.format(language=language)
    catalogue.project, catalogue.version = "wagtail_lift", "1"
    catalogue.revision_date = catalogue.creation_date
    catalogue.last_translator = catalogue.language_team = "wagtail_lift contributors"
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    if language == SOURCE_LANGUAGE:  # a merge may have brought words of another language
        for message in catalogue:
            if message.id:
                message.string = ("", "") if message.pluralizable else ""
    return catalogue


def write_catalogue(catalogue: Catalog, folder: Path) -> None:
    """Write what people edit and, of a translation, what Django reads."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "django.po").open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True)
    if str(catalogue.locale) != SOURCE_LANGUAGE:
        with (folder / "django.mo").open("wb") as file:
            file.write(compiled(catalogue))


def compiled(catalogue: Catalog) -> bytes:
    """Return what Django reads of a catalogue: what is translated, and nothing else."""
    translated = Catalog(
        locale=catalogue.locale,
        charset="utf-8",
        fuzzy=False,
        creation_date=catalogue.creation_date,  # not now: the same words give the same file
    )
    for message in catalogue:
        if message.id and is_translated(message):
            translated.add(message.id, message.string, context=message.context)
    file = BytesIO()
    write_mo(file, translated)
    return file.getvalue()


def is_translated(message) -> bool:
    """Return whether every form of a message has words."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(forms) and all(forms)


READERS = {
    ".py": messages_of_module,
    ".html": messages_of_template,
    ".txt": messages_of_template,
}
"""What reads the messages of a file, by the end of its name."""


if __name__ == "__main__":
    settings.configure()
    sys.exit(main())
