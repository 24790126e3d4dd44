"""Our pages beside the style sheets of other people: they look the same, and can be read."""

import os
from collections.abc import Callable
from functools import cache

import pytest

from tests.conftest import built_once
from tests.example_site.demo.conftest import load
from tests.example_site.demo.days import FIRST_LOAD
from tests.site import make_root
from tests.static.hosts.measure import Difference, Document
from tests.static.hosts.pages import CONTEXT, document
from tests.static.hosts.report import changes, unfit
from tests.static.hosts.sheets import HOSTS, missing


@pytest.fixture(scope="module")
def installed() -> None:
    """Skip where a style sheet is missing, unless all are required."""
    absent = ", ".join(missing())
    if absent and os.environ.get("CI_REQUIRE_HOSTS") == "1":
        raise pytest.UsageError(f"CI_REQUIRE_HOSTS is 1, but these are not installed: {absent}.")
    if absent:
        pytest.skip("The style sheets of other people are not installed: make hosts")


@pytest.fixture(scope="module")
def html(installed, django_db_setup, django_db_blocker) -> str:
    """The pages of the demo in one document."""
    with built_once(django_db_blocker):
        make_root()
        load(FIRST_LOAD)
        return document(FIRST_LOAD)


@pytest.fixture(scope="module")
def pages(html, browser):
    """The document in a tab, with all style sheets."""
    with browser.new_context(**CONTEXT) as context:
        yield Document(context, html)


@pytest.fixture(scope="module")
def beside(pages) -> Callable[[str], list[Difference]]:
    """Return a function that puts the pages beside a site's style sheet, once."""
    return cache(pages.beside)


@pytest.mark.parametrize("host", HOSTS)
def test_pages_look_the_same_beside(host, beside, pages):
    told = changes(beside(host), pages.moved)

    assert not told, "\n".join(["", *told])


@pytest.mark.parametrize("host", HOSTS)
def test_pages_can_be_read_beside(host, beside):
    told = unfit(beside(host))

    assert not told, "\n".join(["", *told])


def test_pages_alone_look_the_same_twice(pages):
    alone = pages.alone()

    assert changes([alone], pages.moved) == []
    assert unfit([alone]) == []


def test_measure_sees_lists_headings_and_what_reacts(pages):
    seen = pages.tab.evaluate("""() => [
        ".lift-prose ul:not([class]) > li", ".lift-page h2", "a.lift-button[data-held]",
        "input[data-held]", "table.lift-month", ".lift-when__local"
    ].filter((selector) => document.querySelector(selector)).length""")

    assert seen == 6
