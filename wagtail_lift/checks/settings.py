"""Wrong settings of the package, and Django settings and apps that it needs."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.apps import AppConfig, apps
from django.conf import settings as django_settings
from django.core import checks

from ..conf import DEFAULTS, PREFIX, setting_names, settings


class WholeNumber(NamedTuple):
    """A setting that must be a whole number: its least value, and the id of the error."""

    least: int
    error_id: str


WHOLE_NUMBERS = {
    "PAGE_SIZE": WholeNumber(1, "wagtail_lift.E001"),
    "CALENDAR_PAST_DAYS": WholeNumber(0, "wagtail_lift.E003"),
    "CALENDAR_AHEAD_MONTHS": WholeNumber(1, "wagtail_lift.E007"),
    "CACHE_SECONDS": WholeNumber(0, "wagtail_lift.E004"),
    "HORIZON_MONTHS": WholeNumber(1, "wagtail_lift.E005"),
    "CHANGES_DAYS": WholeNumber(1, "wagtail_lift.E010"),
}
"""Whole-number settings, by name without the prefix."""

NEEDED_APPS = {
    "wagtail.embeds": "which keeps films and recordings from other websites",
    "wagtail.snippets": "with which hosts are edited",
    "wagtail_modeladmin": "which lists dates in the admin",
}
"""Required apps whose absence Django does not report, and what each is for."""


def check_settings(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return what is wrong with the package's settings, and with the Django settings it needs."""
    return [*_check_whole_numbers(), *_check_zones(), *_check_apps(), *_check_names()]


def _check_whole_numbers() -> list[checks.CheckMessage]:
    return [
        checks.Error(
            f"{PREFIX}{name} must be a whole number of at least {number.least}.",
            hint=f"Remove it for the default of {DEFAULTS[name]}.",
            id=number.error_id,
        )
        for name, number in WHOLE_NUMBERS.items()
        if not _is_at_least(number.least, name)
    ]


def _check_zones() -> list[checks.CheckMessage]:
    if django_settings.USE_TZ:
        return []
    return [
        checks.Error(
            "wagtail_lift needs USE_TZ: each event is in a time zone of its own.",
            hint="Set USE_TZ = True, and convert stored datetimes as Django's documentation says.",
            id="wagtail_lift.E002",
        )
    ]


def _check_apps() -> list[checks.CheckMessage]:
    return [
        checks.Error(
            f"wagtail_lift needs the app '{app}', {purpose}.",
            hint="Add it to INSTALLED_APPS.",
            id="wagtail_lift.E006",
        )
        for app, purpose in NEEDED_APPS.items()
        if not apps.is_installed(app)
    ]


def _is_at_least(least: int, name: str) -> bool:
    try:
        return bool(getattr(settings, name) >= least)
    except (TypeError, ValueError, OverflowError):
        return False


def _check_names() -> list[checks.CheckMessage]:
    unknown = {name for name in dir(django_settings) if name.startswith(PREFIX)}
    return [
        checks.Warning(
            f"{name} is no setting of wagtail_lift.",
            hint=f"Known are {', '.join(setting_names())}.",
            id="wagtail_lift.W001",
        )
        for name in sorted(unknown.difference(setting_names()))
    ]
