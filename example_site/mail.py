"""How the example site sends mail: from one address such as ``smtp+tls://user:pass@host:587``."""

from typing import Any

import environ
from django import VERSION

CONSOLE = "consolemail://"

# The options of Django 6.1's mailers, by the setting that named each before.
_SMTP_OPTIONS = {
    "EMAIL_HOST": "host",
    "EMAIL_PORT": "port",
    "EMAIL_HOST_USER": "username",
    "EMAIL_HOST_PASSWORD": "password",
    "EMAIL_USE_TLS": "use_tls",
    "EMAIL_USE_SSL": "use_ssl",
}
_FILE_OPTIONS = {"EMAIL_FILE_PATH": "file_path"}


def mail_settings(url: str, *, has_mailers: bool = VERSION >= (6, 1)) -> dict[str, Any]:
    """Return the Django settings for a mail address, in the words of the Django that runs."""
    config = {name: value for name, value in environ.Env.email_url_config(url).items() if value}
    if not has_mailers:
        return config
    backend = config["EMAIL_BACKEND"]
    names = _FILE_OPTIONS if "filebased" in backend else _SMTP_OPTIONS if "smtp" in backend else {}
    options = {option: config[name] for name, option in names.items() if name in config}
    return {"MAILERS": {"default": {"BACKEND": backend, "OPTIONS": options}}}
