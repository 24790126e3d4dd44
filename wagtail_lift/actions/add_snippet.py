"""Add a snippet as its own form does, from wherever one is needed."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log


def add_snippet(snippet: Any, *, user: AbstractBaseUser, publish: bool) -> Any:
    """Add an unsaved snippet of ours, with a revision and a log entry; return it as it is stored.

    It goes live if ``publish`` is true and nothing in it blocks that; else it stays a draft.
    """
    with transaction.atomic():
        snippet.live = False
        snippet.save()
        revision = snippet.save_revision(user=user)
        log(
            instance=snippet,
            action="wagtail.create",
            user=user,
            revision=revision,
            content_changed=True,
        )
        if publish and not snippet.get_publishing_faults(user):
            revision.publish(user=user)
    snippet.refresh_from_db()
    return snippet
