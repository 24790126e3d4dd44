"""Registration of the app in which the tests extend the package as a site would."""

from django.apps import AppConfig


class TestAppConfig(AppConfig):
    """A site's own page types, made from the package's mixins."""

    name = "tests.testapp"
    label = "testapp"
    default_auto_field = "django.db.models.BigAutoField"
