"""Asking for pages as a reader does, through the whole of Django and Wagtail, in this process."""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def clock() -> float:
    """Return seconds: of this process's own work where the database is part of it, else of time.

    So other work on the machine disturbs a run on SQLite the least.
    """
    return time.process_time() if connection.vendor == "sqlite" else time.perf_counter()


def clock_name() -> str:
    """Return what ``clock`` counts, in words."""
    return "processor time" if connection.vendor == "sqlite" else "time on the clock"


def fetch(client: Client, url: str, **headers: str) -> int:
    """Return how many bytes an answer has, read to the end and not kept; raise if it is none."""
    response = client.get(url, headers=headers)
    if response.status_code != 200:
        raise RuntimeError(f"{url} answered {response.status_code}")
    return sum(map(len, response))


def seconds_of(client: Client, url: str) -> float:
    """Return how long an answer takes."""
    begin = clock()
    fetch(client, url)
    return clock() - begin


def seconds_unchanged(client: Client, url: str, mark: str) -> float:
    """Return how long it takes to say that nothing has changed."""
    begin = clock()
    response = client.get(url, headers={"if-none-match": mark})
    taken = clock() - begin
    if response.status_code != 304:
        raise RuntimeError(f"{url} answered {response.status_code} to its own mark")
    return taken


def mark_of(client: Client, url: str) -> str:
    """Return the mark (ETag) of an answer, which is read to its end."""
    response = client.get(url)
    b"".join(response)
    return response["ETag"]


def queries_of(client: Client, url: str) -> int:
    """Return how many queries an answer takes."""
    with CaptureQueriesContext(connection) as queries:
        fetch(client, url)
    return len(queries)


def heap_peak_of(client: Client, url: str) -> int:
    """Return how many bytes reading an answer to its end has in use at once beyond those before."""
    with heap_peak() as peak:
        fetch(client, url)
    return peak[0]


@contextmanager
def heap_peak() -> Iterator[list[int]]:
    """Hand out a list that holds, at the end, the most bytes that were in use at once."""
    found = [0]
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    try:
        yield found
        found[0] = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
