"""Search and the index of references, kept up to date only where a test asks for it.

Wagtail enqueues a task for each row that is saved: a fifth of what saving a page costs, and nothing
that most tests look at.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import TaskResult, TaskResultStatus
from django_tasks.utils import get_random_id

INDEXING = frozenset({"insert_or_update_object_task", "update_reference_index_task"})


class IndexingWhereAsked(ImmediateBackend):
    """Runs each task at once, but those that index only inside ``indexing()``."""

    is_asked = False

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> TaskResult[Any]:
        """Run a task, or leave it as one that still waits."""
        if self.is_asked or task.func.__name__ not in INDEXING:
            return super().enqueue(task, args, kwargs)
        return TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )


@contextmanager
def indexing() -> Iterator[None]:
    """Index what is saved meanwhile, in every thread, as a site does."""
    before, IndexingWhereAsked.is_asked = IndexingWhereAsked.is_asked, True
    try:
        yield
    finally:
        IndexingWhereAsked.is_asked = before
