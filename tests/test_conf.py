import pytest

from wagtail_lift import conf


def test_page_size_is_twenty_by_default():
    assert conf.settings.PAGE_SIZE == 20


@pytest.mark.parametrize("value", [7, "7"])
def test_page_size_is_read_on_each_access(value, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = value

    assert conf.settings.PAGE_SIZE == 7


def test_answers_are_kept_for_five_minutes_by_default(settings):
    default = conf.settings.CACHE_SECONDS
    settings.WAGTAIL_LIFT_CACHE_SECONDS = "0"

    assert (default, conf.settings.CACHE_SECONDS) == (300, 0)


def test_setting_names_are_those_of_the_django_settings():
    assert conf.setting_names() == (
        "WAGTAIL_LIFT_API_IMAGE_SIZES",
        "WAGTAIL_LIFT_CACHE_SECONDS",
        "WAGTAIL_LIFT_CALENDAR_AHEAD_MONTHS",
        "WAGTAIL_LIFT_CALENDAR_PAST_DAYS",
        "WAGTAIL_LIFT_CHANGES_DAYS",
        "WAGTAIL_LIFT_GRAPHQL_DEPTH",
        "WAGTAIL_LIFT_GRAPHQL_FIELDS",
        "WAGTAIL_LIFT_HEADLESS",
        "WAGTAIL_LIFT_HORIZON_MONTHS",
        "WAGTAIL_LIFT_HOSTPROFILE_MODEL",
        "WAGTAIL_LIFT_HOSTS_MODERATED",
        "WAGTAIL_LIFT_PAGE_SIZE",
        "WAGTAIL_LIFT_REMINDER_DAYS",
        "WAGTAIL_LIFT_SHARE_DAYS",
        "WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES",
    )
