"""Audit log entries about webhooks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..actions.manage_secrets import ROTATE


def register_log_actions(actions: Any) -> None:
    """Register that a secret was rotated; the secret itself is in no entry."""
    actions.register_action(ROTATE, _("Rotate a secret"), _("Made a new secret"))
