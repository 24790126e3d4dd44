"""Keep events in the site's search index: names of hosts and tags, places of dates.

Wagtail indexes a page when it is saved. What it is found by changes at other times too: a host's
name or consent, or where a date is.
"""

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from wagtail.models import AbstractPage
from wagtail.search.tasks import insert_or_update_object_task


def index_when_committed(pages: Sequence[AbstractPage]) -> None:
    """Index event pages again after this transaction, by the site's task backend like Wagtail."""
    keys = [
        (page._meta.app_label, page._meta.model_name, str(page.pk))
        for page in pages
        if getattr(page, "search_auto_update", True)  # Wagtail's own switch
    ]

    for key in keys:  # each by itself: one that fails leaves no other out
        transaction.on_commit(partial(insert_or_update_object_task.enqueue, *key), robust=True)
