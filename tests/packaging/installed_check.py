"""Prove that the installed package stands alone; `check_wheel.py` runs this where nothing else is.

Runs Django's checks on the smallest site, migrates it, imports every module of the package,
compiles every template and finds every static file.
"""

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template.loader import get_template

import wagtail_lift

PACKAGE = Path(wagtail_lift.__file__).parent

settings.configure(
    SECRET_KEY="only-for-this-check",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    ROOT_URLCONF="wagtail.urls",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    STATIC_URL="/static/",
    USE_TZ=True,
    WAGTAIL_SITE_NAME="Installed",
    WAGTAILADMIN_BASE_URL="http://example.org",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    INSTALLED_APPS=[
        "wagtail_lift",
        "wagtail_lift.pages",
        "wagtail_modeladmin",
        "wagtail.contrib.routable_page",
        "wagtail.embeds",
        "wagtail.sites",
        "wagtail.users",
        "wagtail.snippets",
        "wagtail.documents",
        "wagtail.images",
        "wagtail.search",
        "wagtail.admin",
        "wagtail",
        "modelcluster",
        "taggit",
        "django_filters",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
    ],
)


NEED_AN_EXTRA = (
    "wagtail_lift.graphql",
    "wagtail_lift.pdf.fetching",
    "wagtail_lift.pdf.making",
    "wagtail_lift.pdf.qr",
    "wagtail_lift.webhooks",
)


def needs_an_extra(name: str) -> None:
    """Let a package go that needs an extra; raise what stopped any other."""
    if not name.startswith(NEED_AN_EXTRA):
        raise ImportError(name)


def main() -> int:
    """Return 0 when everything that the package ships is found and usable."""
    if "site-packages" not in PACKAGE.parts:
        raise SystemExit(f"{PACKAGE} is not an installed package.")
    django.setup()
    call_command("migrate", verbosity=0)
    for module in pkgutil.walk_packages(
        wagtail_lift.__path__, "wagtail_lift.", onerror=needs_an_extra
    ):
        if not module.name.startswith(NEED_AN_EXTRA):
            import_module(module.name)
    for template in files_below("templates"):
        get_template(template)
    lost = [name for name in files_below("static") if finders.find(name) is None]
    if lost:
        raise SystemExit(f"Static files are not found: {', '.join(lost)}")
    if not (PACKAGE / "py.typed").is_file():
        raise SystemExit("py.typed is not installed.")
    return 0


def files_below(folder: str) -> list[str]:
    """Return the files of one of the package's folders as Django names them."""
    return [
        path.relative_to(PACKAGE / folder).as_posix()
        for path in (PACKAGE / folder).rglob("*")
        if path.is_file()
    ]


if __name__ == "__main__":
    sys.exit(main())
