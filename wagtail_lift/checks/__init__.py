"""System checks: what is wrong is reported, each with its id, before the site starts."""

from django.core import checks

from .base_template import check_base_template
from .head_tags import check_head_tags
from .names import check_names
from .pages import check_calendar_sizes, check_hidden_pages
from .settings import check_settings


def register() -> None:
    """Add the checks of this package to Django's; a second call adds nothing."""
    checks.register(check_settings)
    checks.register(check_names, checks.Tags.models)
    checks.register(check_base_template, checks.Tags.templates)
    checks.register(check_head_tags, checks.Tags.templates)
    checks.register(check_hidden_pages, checks.Tags.database)
    checks.register(check_calendar_sizes, checks.Tags.database)
