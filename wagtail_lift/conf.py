"""Settings of the package, typed and read on access.

Each is ``WAGTAIL_LIFT_<NAME>`` in the Django settings. ``wagtail_lift.checks`` reports wrong
values; ``docs/reference/settings.md`` lists them all.
"""

from django.conf import settings as django_settings

PREFIX = "WAGTAIL_LIFT_"

DEFAULTS = {
    "CALENDAR_PAST_DAYS": 90,
    "CALENDAR_AHEAD_MONTHS": 6,
    "PAGE_SIZE": 20,
    "HORIZON_MONTHS": 24,
    "CACHE_SECONDS": 300,
    "CHANGES_DAYS": 30,
}


def _whole_number(name: str) -> int:
    return int(getattr(django_settings, f"{PREFIX}{name}", DEFAULTS[name]))


class LiftSettings:
    """Every setting with its default; an attribute is read from Django on each access."""

    __slots__ = ()

    @property
    def CALENDAR_PAST_DAYS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many days a programme's calendar keeps past dates."""
        return _whole_number("CALENDAR_PAST_DAYS")

    @property
    def CALENDAR_AHEAD_MONTHS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many months ahead a programme's calendar lists dates."""
        return _whole_number("CALENDAR_AHEAD_MONTHS")

    @property
    def PAGE_SIZE(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many events, packs or hosts one page of a list shows."""
        return _whole_number("PAGE_SIZE")

    @property
    def HORIZON_MONTHS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many months ahead the dates of an endless rule are worked out."""
        return _whole_number("HORIZON_MONTHS")

    @property
    def CACHE_SECONDS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many seconds shared caches may keep a public response at most; 0 keeps none."""
        return _whole_number("CACHE_SECONDS")

    @property
    def CHANGES_DAYS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many days the log of ``wagtail_lift.webhooks`` keeps what is superseded."""
        return _whole_number("CHANGES_DAYS")

    @property
    def WEBHOOKS_TO_PRIVATE_ADDRESSES(self) -> bool:  # noqa: N802 -- the name of the setting
        """Whether webhooks may go to private addresses, and to those that begin with http."""
        name = f"{PREFIX}WEBHOOKS_TO_PRIVATE_ADDRESSES"
        return getattr(django_settings, name, False) is True


settings = LiftSettings()


def setting_names() -> tuple[str, ...]:
    """Return the full name of every Django setting that this package reads, in order."""
    ours = [name for name, member in vars(LiftSettings).items() if isinstance(member, property)]
    return tuple(sorted(f"{PREFIX}{name}" for name in [*ours, "HOSTPROFILE_MODEL"]))
