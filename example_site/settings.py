"""Settings of the example site; every choice of a service is an environment variable.

``DATABASE_URL``, ``CACHE_URL`` and ``EMAIL_URL`` move it from SQLite, memory and the console to
PostgreSQL or MariaDB, Redis and a mail server. ``DEBUG=0`` needs ``SECRET_KEY`` and
``ALLOWED_HOSTS`` and serves collected static files through whitenoise. ``compose.yml`` sets all.
"""

from importlib.util import find_spec
from pathlib import Path

import environ

from example_site.mail import CONSOLE, mail_settings

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="demo-only") if DEBUG else env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

ROOT_URLCONF = "example_site.urls"
WSGI_APPLICATION = "example_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "example_site.demo",
    "wagtail_lift",
    "wagtail_lift.pages",
    "wagtail_lift.webhooks",
    "wagtail_modeladmin",
    # The preview of API v3 came with Wagtail 8.
    *(["wagtail.api.v3", "ninja"] if find_spec("wagtail.api.v3") else []),
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
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

# No LocaleMiddleware: the pages are written in one language each, and the words around them are in
# that language, not in the one that a browser prefers. (The admin follows each account by itself.)
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
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
        "DIRS": [BASE_DIR / "templates"],
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
        env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}").replace(
            "mariadb://", "mysql://", 1
        )
    )
}
# Two that write at once wait for each other, where SQLite would refuse one of them.
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}
# Wagtail's search keeps its index in columns of PostgreSQL's own.
if "postgresql" in DATABASES["default"]["ENGINE"]:
    INSTALLED_APPS += ["django.contrib.postgres"]
# Wagtail's own constraint with a condition, which MariaDB has not.
if "mysql" in DATABASES["default"]["ENGINE"]:
    SILENCED_SYSTEM_CHECKS = ["models.W036"]
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
globals().update(mail_settings(env.str("EMAIL_URL", default=CONSOLE)))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="conversations@example.org")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
# Without DEBUG too, for a trial in a container; in production a web server or a store does it.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=DEBUG)

LANGUAGE_CODE = "en-gb"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Conversations"
WAGTAILADMIN_BASE_URL = env.str(
    "WAGTAILADMIN_BASE_URL", default=f"http://127.0.0.1:{env.str('PORT', default='8000')}"
)
WAGTAIL_I18N_ENABLED = True
WAGTAIL_FRONTEND_LOGIN_TEMPLATE = "login.html"
# The demo asks no other server for anything.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# “Health” and “health” are one audience, whoever types it or sends it.
TAGGIT_CASE_INSENSITIVE = True
