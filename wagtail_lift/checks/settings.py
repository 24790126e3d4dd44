"""Wrong settings of the package, and Django settings and apps that it needs."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.apps import AppConfig, apps
from django.conf import settings as django_settings
from django.core import checks
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter

from ..conf import DEFAULTS, PREFIX, setting_names, settings
from ..page_types.headless import PREVIEWS


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
    "GRAPHQL_DEPTH": WholeNumber(1, "wagtail_lift.E016"),
    "GRAPHQL_FIELDS": WholeNumber(1, "wagtail_lift.E017"),
    "SHARE_DAYS": WholeNumber(1, "wagtail_lift.E020"),
    "CHANGES_DAYS": WholeNumber(1, "wagtail_lift.E010"),
}
"""Whole-number settings, by name without the prefix."""

MOST_DAYS = 365
"""How many days after an event a reminder may be."""

HEADLESS = ("", "previews", "pages")
"""The words that ``WAGTAIL_LIFT_HEADLESS`` knows."""

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
    return [
        *_check_whole_numbers(),
        *_check_image_sizes(),
        *_check_zones(),
        *_check_apps(),
        *_check_headless(),
        *_check_reminders(),
        *_check_names(),
    ]


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


def _check_image_sizes() -> list[checks.CheckMessage]:
    sizes = getattr(django_settings, f"{PREFIX}API_IMAGE_SIZES", {})
    if isinstance(sizes, dict) and all(_is_size(name, spec) for name, spec in sizes.items()):
        return []
    return [
        checks.Error(
            f"{PREFIX}API_IMAGE_SIZES must give each size, by its name, as Wagtail writes it.",
            hint='For example {"small": "width-480", "large": "format-webp|width-1280"}.',
            id="wagtail_lift.E012",
        )
    ]


def _is_size(name: Any, spec: Any) -> bool:
    if not (isinstance(name, str) and name.isidentifier() and isinstance(spec, str)):
        return False
    try:
        return bool(Filter(spec=spec).operations)
    except (InvalidFilterSpecError, ValueError):
        return False


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


def _check_headless() -> list[checks.CheckMessage]:
    """Report a word that ``WAGTAIL_LIFT_HEADLESS`` does not know, or the app that it needs."""
    if settings.HEADLESS not in HEADLESS:
        return [
            checks.Error(
                f"{PREFIX}HEADLESS must be one of {', '.join(map(repr, HEADLESS))}.",
                hint="Remove it to show the pages themselves.",
                id="wagtail_lift.E018",
            )
        ]
    if settings.HEADLESS and not apps.is_installed(PREVIEWS):
        return [
            checks.Error(
                f"{PREFIX}HEADLESS needs the app '{PREVIEWS}', which stores previews.",
                hint="Install wagtail-lift[headless] and add it to INSTALLED_APPS.",
                id="wagtail_lift.E019",
            )
        ]
    return []


def _check_reminders() -> list[checks.CheckMessage]:
    try:
        days = settings.REMINDER_DAYS
    except TypeError:
        days = (0,)
    if all(type(number) is int and 1 <= number <= MOST_DAYS for number in days):
        return []
    return [
        checks.Error(
            f"{PREFIX}REMINDER_DAYS must be a list of whole numbers from 1 to {MOST_DAYS}.",
            hint=f"Remove it for {DEFAULTS['REMINDER_DAYS']}; an empty list sends no reminders.",
            id="wagtail_lift.E021",
        )
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
