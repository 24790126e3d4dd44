"""Settings of the suite: SQLite in memory, or the database that ``DATABASE_URL`` names."""

from importlib.util import find_spec

import environ

env = environ.Env()

SECRET_KEY = "only-for-tests"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HAS_API_V3 = find_spec("wagtail.api.v3") is not None

INSTALLED_APPS = [
    "tests.testapp",
    "example_site.demo",
    "benchmarks.floor",
    "wagtail_lift",
    "wagtail_lift.pages",
    "wagtail_lift.webhooks",
    "wagtail_modeladmin",
    *(["wagtail.api.v3"] if HAS_API_V3 else []),
    "wagtail.api.v2",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.locales",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django_filters",
    "swapper",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# `mariadb://` is what people write; Django and django-environ know it as MySQL.
DATABASES = {
    "default": env.db_url_config(
        env.str("DATABASE_URL", default="sqlite://:memory:").replace("mariadb://", "mysql://", 1)
    )
}
# Wagtail's search keeps its index in columns of PostgreSQL's own.
if "postgresql" in DATABASES["default"]["ENGINE"]:
    INSTALLED_APPS += ["django.contrib.postgres"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_URL = "/static/"
MEDIA_URL = "/media/"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "French")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

WAGTAIL_SITE_NAME = "Conversations"
WAGTAILADMIN_BASE_URL = "http://testserver"
# Django 6.1 asks for it; before, it is not read, and tests keep mails in memory all the same.
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# A test that searches, or asks where something is used, says so: see `indexed` in conftest.py.
TASKS = {"default": {"BACKEND": "tests.indexing.IndexingWhereAsked"}}
