"""Settings of the benchmark: the example site's, with the floor beside the package.

SQLite in a file below ``benchmarks/var``, or the server that ``DATABASE_URL`` names; either way
in a database of its own that is made for the run and dropped after it.
"""

from pathlib import Path

from example_site.settings import *

VAR = Path(__file__).resolve().parent / "var"
VAR.mkdir(exist_ok=True)

DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "benchmarks.urls"
INSTALLED_APPS += ["benchmarks.floor"]
# Both sides bring a frame of their own: the example site's would be measured with each.
TEMPLATES[0]["DIRS"] = []
# No files are served, and whitenoise wants them collected.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "benchmark.sqlite3")}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING = {"version": 1, "disable_existing_loggers": True}
# Every date, as the floor tells them: what is measured grows with the site.
WAGTAIL_LIFT_CALENDAR_PAST_DAYS, WAGTAIL_LIFT_CALENDAR_AHEAD_MONTHS = 365, 24
