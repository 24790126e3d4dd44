"""Sites that were there before the package, the style sheets of other people, and a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Response, expect

from tests.installation.bases import BASES
from tests.installation.site import Site, start_site
from tests.marking import mark_below

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: each drives a browser, and has a site in a process."""
    mark_below(HERE, items, pytest.mark.browser, pytest.mark.projects)


@pytest.fixture(scope="session")
def started(tmp_path_factory) -> tuple[Path, int]:
    """A site in two languages, without the package, and the id of a page in it."""
    folder = tmp_path_factory.mktemp("started") / "mysite"
    return folder, start_site(folder)


@pytest.fixture(params=BASES)
def site(request, started, tmp_path) -> Site:
    """A copy of that site with a base template of each make."""
    base = BASES[request.param]
    absent = ", ".join(name for name, sheet in base.sheets.items() if not sheet.exists())
    if absent and os.environ.get("CI_REQUIRE_HOSTS") == "1":
        raise pytest.UsageError(f"CI_REQUIRE_HOSTS is 1, but these are not installed: {absent}.")
    if absent:
        pytest.skip("The style sheets of other people are not installed: make hosts")
    folder, section = started
    shutil.copytree(folder, tmp_path / "mysite")
    return Site(tmp_path / "mysite", request.param, base, section)


@pytest.fixture(autouse=True)
def be_patient() -> None:
    """Give a busy machine the time that it needs."""
    expect.set_options(timeout=60_000)


@pytest.fixture
def new_context(browser: Browser) -> Iterator:
    """Return a function that gives somebody a browser; at the end, no script has failed in any."""
    faults: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400 and not response.url.endswith("/favicon.ico"):
            faults.append(f"{response.status} {response.url}")

    def open_context() -> BrowserContext:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(60_000)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("response", note)
        contexts.append(context)
        return context

    contexts: list[BrowserContext] = []
    yield open_context
    for context in contexts:
        context.close()
    assert faults == []
