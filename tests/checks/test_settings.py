import pytest
from django.apps import apps
from django.core.checks import Error, Warning, run_checks

from wagtail_lift.checks import check_settings, register
from wagtail_lift.conf import setting_names

PAGE_SIZE = Error(
    "WAGTAIL_LIFT_PAGE_SIZE must be a whole number of at least 1.",
    hint="Remove it for the default of 20.",
    id="wagtail_lift.E001",
)


def test_checks_find_nothing_wrong_with_the_defaults():
    assert check_settings(None) == []


@pytest.mark.parametrize("value", [1, 500, "20"])
def test_checks_accept_a_page_size(value, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = value

    assert check_settings(None) == []


@pytest.mark.parametrize("value", [0, -1, None, "", "many", []])
def test_checks_refuse_what_is_no_page_size(value, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = value

    assert check_settings(None) == [PAGE_SIZE]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("CALENDAR_PAST_DAYS", 0, []),
        ("CALENDAR_PAST_DAYS", -1, ["wagtail_lift.E003"]),
        ("CALENDAR_AHEAD_MONTHS", 1, []),
        ("CALENDAR_AHEAD_MONTHS", 0, ["wagtail_lift.E007"]),
        ("CACHE_SECONDS", 0, []),
        ("CACHE_SECONDS", "60", []),
        ("CACHE_SECONDS", -1, ["wagtail_lift.E004"]),
        ("CACHE_SECONDS", "x", ["wagtail_lift.E004"]),
        ("HORIZON_MONTHS", 1, []),
        ("HORIZON_MONTHS", 0, ["wagtail_lift.E005"]),
        ("HORIZON_MONTHS", "ever", ["wagtail_lift.E005"]),
        ("SHARE_DAYS", 1, []),
        ("SHARE_DAYS", 0, ["wagtail_lift.E020"]),
    ],
)
def test_checks_refuse_what_is_no_whole_number(name, value, found, settings):
    setattr(settings, f"WAGTAIL_LIFT_{name}", value)

    assert [message.id for message in check_settings(None)] == found


def test_checks_refuse_a_site_without_time_zones(settings):
    settings.USE_TZ = False

    assert [message.id for message in check_settings(None)] == ["wagtail_lift.E002"]


@pytest.mark.parametrize(
    ("app", "label", "purpose"),
    [
        ("wagtail.embeds", "wagtailembeds", "which keeps films and recordings from other websites"),
        ("wagtail.snippets", "wagtailsnippets", "with which hosts are edited"),
        ("wagtail_modeladmin", "wagtail_modeladmin", "which lists dates in the admin"),
    ],
)
def test_checks_refuse_a_site_that_left_out_an_app(app, label, purpose, monkeypatch):
    monkeypatch.delitem(apps.app_configs, label)

    assert check_settings(None) == [
        Error(
            f"wagtail_lift needs the app '{app}', {purpose}.",
            hint="Add it to INSTALLED_APPS.",
            id="wagtail_lift.E006",
        )
    ]


def test_checks_warn_of_a_setting_with_a_wrong_name(settings):
    settings.WAGTAIL_LIFT_PAGESIZE = 20

    assert check_settings(None) == [
        Warning(
            "WAGTAIL_LIFT_PAGESIZE is no setting of wagtail_lift.",
            hint=f"Known are {', '.join(setting_names())}.",
            id="wagtail_lift.W001",
        )
    ]


@pytest.mark.django_db
def test_checks_run_with_those_of_the_site_once(settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 0
    register()

    found = [m for m in run_checks() if (m.id or "").startswith("wagtail_lift.")]

    assert found == [PAGE_SIZE]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("", []),
        ("everything", ["wagtail_lift.E018"]),
        (None, ["wagtail_lift.E018"]),
        ("pages", ["wagtail_lift.E019"]),
        ("previews", ["wagtail_lift.E019"]),
    ],
)
def test_checks_refuse_a_front_end_that_cannot_be(value, found, settings):
    settings.WAGTAIL_LIFT_HEADLESS = value

    assert [message.id for message in check_settings(None)] == found


@pytest.mark.parametrize(
    "sizes", [{}, {"small": "width-480", "square": "format-webp|fill-200x200-c80"}]
)
def test_checks_accept_sizes_of_pictures(sizes, settings):
    settings.WAGTAIL_LIFT_API_IMAGE_SIZES = sizes

    assert check_settings(None) == []


@pytest.mark.parametrize(
    "sizes",
    [
        None,
        ["width-480"],
        {"small": "wide"},
        {"small": ""},
        {"small": 480},
        {"small": "width-x"},
        {"very small": "width-480"},
        {1: "width-480"},
    ],
)
def test_checks_refuse_what_is_no_size_of_a_picture(sizes, settings):
    settings.WAGTAIL_LIFT_API_IMAGE_SIZES = sizes

    assert [message.id for message in check_settings(None)] == ["wagtail_lift.E012"]
