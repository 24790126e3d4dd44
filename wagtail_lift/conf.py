"""Settings of the package, typed and read on access.

Each is ``WAGTAIL_LIFT_<NAME>`` in the Django settings. ``wagtail_lift.checks`` reports wrong
values; ``docs/reference/settings.md`` lists them all.
"""

from typing import Any

from django.conf import settings as django_settings

PREFIX = "WAGTAIL_LIFT_"

DEFAULTS: dict[str, Any] = {
    "CALENDAR_PAST_DAYS": 90,
    "CALENDAR_AHEAD_MONTHS": 6,
    "PAGE_SIZE": 20,
    "HORIZON_MONTHS": 24,
    "CACHE_SECONDS": 300,
    "GRAPHQL_DEPTH": 12,
    "GRAPHQL_FIELDS": 10,
    "HEADLESS": "",
    "SHARE_DAYS": 7,
    "CHANGES_DAYS": 30,
    "REMINDER_DAYS": (3, 7),
    "HOSTS_MODERATED": True,
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
    def GRAPHQL_DEPTH(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How deep a GraphQL query may go."""
        return _whole_number("GRAPHQL_DEPTH")

    @property
    def GRAPHQL_FIELDS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """How many fields of the root one GraphQL query may ask for, aliases included."""
        return _whole_number("GRAPHQL_FIELDS")

    @property
    def SHARE_DAYS(self) -> int:  # noqa: N802 -- the name of the Django setting
        """For how many days a link for somebody without an account works."""
        return _whole_number("SHARE_DAYS")

    @property
    def HOSTS_MODERATED(self) -> bool:  # noqa: N802 -- the name of the Django setting
        """Whether an editor publishes what hosts change in their profile by their link."""
        return getattr(django_settings, f"{PREFIX}HOSTS_MODERATED", True) is not False

    @property
    def REMINDER_DAYS(self) -> tuple[int, ...]:  # noqa: N802 -- the name of the Django setting
        """How many days after an event those who held it are reminded of its insights; or never."""
        name = f"{PREFIX}REMINDER_DAYS"
        return tuple(getattr(django_settings, name, DEFAULTS["REMINDER_DAYS"]) or ())

    @property
    def HEADLESS(self) -> str:  # noqa: N802 -- the name of the Django setting
        """What a front end of its own shows of the shipped page types; read once, at start-up.

        ``"previews"``: their previews; ``"pages"``: the pages too; empty: nothing.
        """
        return str(getattr(django_settings, f"{PREFIX}HEADLESS", DEFAULTS["HEADLESS"]))

    @property
    def API_IMAGE_SIZES(self) -> dict[str, str]:  # noqa: N802 -- the name of the Django setting
        """The sizes of pictures in the API: by name, the rendition that Wagtail makes."""
        return dict(getattr(django_settings, f"{PREFIX}API_IMAGE_SIZES", None) or {})

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
