"""Fixtures of the tests that drive a real Chromium; each is marked ``browser`` by living here."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Condition, Lock
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as BrowserPage
from wagtail.models import Page, Site

from tests.browser.editor import Editor
from tests.marking import mark_below

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder ``browser`` and give it a database that a server can see."""
    mark_below(HERE, items, pytest.mark.browser, pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session", autouse=True)
def allow_queries_beside_playwright() -> None:
    """Let tests use the database although Playwright's event loop runs in their thread."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


class OneAtATimeServer(ThreadedWSGIServer):
    """Answers one request at a time: all of them share the one connection of a test."""

    open_connections = 0
    changed = Condition()

    @classmethod
    def count(cls, step: int) -> None:
        """Count a connection of a browser that opens or ends."""
        with cls.changed:
            cls.open_connections += step
            cls.changed.notify_all()

    @classmethod
    def wait_until_idle(cls, *, seconds: float) -> bool:
        """Wait until no browser is connected any more; return whether that came about."""
        with cls.changed:
            return cls.changed.wait_for(lambda: cls.open_connections == 0, timeout=seconds)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Count the connection before its thread starts."""
        self.count(+1)
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Count the connection until its last answer has been given."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.count(-1)

    def set_app(self, application: Callable[..., Any]) -> None:
        """Serve the application behind a lock."""
        lock = Lock()

        def one_at_a_time(*args: Any) -> Any:
            with lock:
                return application(*args)

        super().set_app(one_at_a_time)


@pytest.fixture(scope="session", autouse=True)
def answer_one_request_at_a_time() -> Iterator[None]:
    """Keep the requests of the admin, which saves and previews by itself, apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LiveServerThread, "server_class", OneAtATimeServer)
        yield


@pytest.fixture(autouse=True)
def let_requests_end() -> Iterator[None]:
    """Let what a closed tab had asked for be answered before the database is emptied."""
    yield
    assert OneAtATimeServer.wait_until_idle(seconds=60), "A request did not come to its end."


@pytest.fixture(scope="session", autouse=True)
def be_patient() -> None:
    """Give a busy machine the time that it needs."""
    expect.set_options(timeout=30_000)


@pytest.fixture
def live_home(home: Page, live_server) -> Page:
    """The home page, with its site at the address of the running server."""
    Site.objects.update(hostname=live_server.thread.host, port=live_server.thread.port)
    Site.clear_site_root_paths_cache()
    return Page.objects.get(pk=home.pk)


@pytest.fixture
def editor(page: BrowserPage, superuser, live_home: Page, live_server) -> Editor:
    """An editor who is logged in as the superuser."""
    editor = Editor(page, live_server.url)
    editor.log_in()
    return editor


@pytest.fixture
def reader(browser: Browser, live_server) -> Iterator[BrowserPage]:
    """A tab of somebody who is not logged in; addresses are relative to the running site."""
    with browser.new_context(base_url=live_server.url) as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        yield page
