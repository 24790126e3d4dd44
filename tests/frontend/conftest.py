"""The example site and its front end, served as ``make demo-frontend`` serves them."""

import os
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.frontend.running import FRONTEND, Running, npm, said_by, start
from tests.marking import mark_below
from tests.node import find_node

HERE = Path(__file__).parent
INSTALLED = FRONTEND / "node_modules"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: each needs a browser, and a site in a process."""
    mark_below(HERE, items, pytest.mark.browser, pytest.mark.projects)


@pytest.fixture(scope="session")
def node() -> str:
    """A Node that is new enough; skip where the front end is not installed."""
    found = find_node(INSTALLED)
    if found is None or not (INSTALLED / "astro").exists():
        if os.environ.get("CI_REQUIRE_FRONTEND") == "1":
            raise pytest.UsageError("CI_REQUIRE_FRONTEND is 1, but the front end is not installed.")
        pytest.skip("The front end is not installed: make frontend")
    return found


@pytest.fixture(scope="session")
def types_being_checked(node: str) -> Iterator[Popen]:
    """The check of types, which takes as long as the demo takes to load; the front end is built."""
    for script in ("client", "build"):
        said_by(npm(node, script))
    with npm(node, "check") as checking:
        yield checking
        checking.kill()


@pytest.fixture(scope="session")
def running(
    node: str, types_being_checked: Popen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """Both sites, with every public page rendered once."""
    with start(node, tmp_path_factory.mktemp("frontend")) as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def be_patient() -> None:
    """Give a busy machine the time that it needs."""
    expect.set_options(timeout=30_000)


@pytest.fixture
def tab(running: Running, browser: Browser) -> Iterator[Tab]:
    """A tab of a reader; at the end, no script has failed and nothing was blocked."""
    faults: list[str] = []
    with browser.new_context(base_url=running.url) as context:
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on(
            "console", lambda said: faults.append(said.text) if said.type == "error" else None
        )
        yield context.new_page()
    assert faults == []
