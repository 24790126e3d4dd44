"""After the tables were made: say that there are rights to grant. Nothing is granted silently."""

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate
from django.utils.translation import gettext

from ..access.group_rights import rights_of_publishers


def connect() -> None:
    """Connect the receiver."""
    sender = apps.get_app_config("wagtail_lift")
    post_migrate.connect(offer_rights, sender=sender, dispatch_uid="wagtail_lift.rights")


def offer_rights(
    *, verbosity: int, using: str, plan: Any = (), stdout: Any = None, **kwargs: Any
) -> None:
    """Name the groups that lack rights, in the run of ``migrate`` that makes our first tables."""
    is_new = any(
        (migration.app_label, migration.name, is_backwards)
        == ("wagtail_lift", "0001_initial", False)
        for migration, is_backwards in plan
    )
    if not (is_new and verbosity and stdout and using == DEFAULT_DB_ALIAS):
        return
    if names := [row.group.name for row in rights_of_publishers() if row]:
        words = gettext(
            "Groups that may publish pages have no rights on dates and hosts yet: %(groups)s. "
            "“manage.py lift_permissions” offers them."
        )
        stdout.write("  " + words % {"groups": ", ".join(names)} + "\n")
