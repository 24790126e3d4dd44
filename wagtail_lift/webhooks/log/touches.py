"""Note what a transaction changes, in the transaction; write the log once it is committed."""

from django.db import transaction
from django.utils import timezone

from ...extension import Touched
from ...page_types.debounce import after_whole_save
from ..enums import SubjectKind
from ..models import Touch
from .settling import settle

_SETTLING = 0
"""Stands among the keys of pages for the log, which is written after all of them."""


def follow(touched: Touched) -> None:
    """Note what is touched, and let the log be written when the transaction is committed.

    If the process is killed in between, ``lift_tick`` writes it.
    """
    pages = [Touch(kind=SubjectKind.PAGE, key=str(key)) for key in sorted(touched.pages)]
    moved = [
        Touch(kind=SubjectKind.PAGE, key=str(key), is_move=True) for key in sorted(touched.moved)
    ]
    hosts = [Touch(kind=SubjectKind.HOST, key=str(key)) for key in sorted(touched.hosts)]
    Touch.objects.bulk_create([*pages, *moved, *hosts])
    waiting = (hook[1] for hook in transaction.get_connection().run_on_commit)
    if not any(isinstance(hook, _Settling) and not hook.is_done for hook in waiting):
        transaction.on_commit(_Settling(), robust=True)


class _Settling:
    """Writes the log, once for all that a transaction touched."""

    is_done = False

    def __call__(self) -> None:
        """Write the log once the page is saved as a whole: its dates follow in a transaction."""
        self.is_done = True
        after_whole_save(_SETTLING, lambda _key: settle(timezone.now()))
