"""``python -m tests.static.hosts``: count what the style sheet of each site changes of our pages.

The pages are kept in a file, so that work on the style sheet need not wait for a database; with
``--pages`` they are made anew.
"""

import argparse
import os
import sys
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection  # noqa: E402 -- needs the settings
from django.test.utils import setup_test_environment  # noqa: E402 -- needs the settings

from tests.conftest import find_chromium  # noqa: E402 -- needs the settings
from tests.example_site.demo.conftest import load  # noqa: E402 -- needs the settings
from tests.example_site.demo.days import FIRST_LOAD  # noqa: E402 -- needs the settings
from tests.static.hosts.measure import Document  # noqa: E402 -- needs the settings
from tests.static.hosts.pages import CONTEXT, document  # noqa: E402 -- needs the settings
from tests.static.hosts.report import HEAD, complaints, examples, row  # noqa: E402 -- needs the settings
from tests.static.hosts.sheets import BUILT, HOSTS, OURS  # noqa: E402 -- needs the settings

PAGES = BUILT / "pages.html"


def main() -> None:
    """Print the table, and what else was asked for."""
    asked = _arguments()
    if asked.pages or not PAGES.exists():
        PAGES.write_text(_made_anew())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        pages = Document(browser.new_context(**CONTEXT), PAGES.read_text(), asked.css)
        _say(HEAD)
        for host in asked.site or HOSTS:
            for found in pages.beside(host):
                more = examples(found, pages.moved, 40) if asked.examples else []
                less = complaints(found) if asked.unfit else []
                _say("\n".join([row(found, pages.moved), *more, *less]))
        browser.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="*", choices=[*HOSTS, []], help="all of them, if none")
    parser.add_argument("--css", type=Path, default=OURS, help="another style sheet of ours")
    parser.add_argument("--examples", action="store_true", help="an element for each property")
    parser.add_argument("--unfit", action="store_true", help="what nobody could use")
    parser.add_argument("--pages", action="store_true", help="make the pages anew")
    return parser.parse_args()


def _made_anew() -> str:
    """Return the document, made with a database that is gone afterwards."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    load(FIRST_LOAD)
    return document(FIRST_LOAD)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


main()
