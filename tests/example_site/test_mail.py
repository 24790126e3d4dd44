"""The example site's mail address, as settings of each supported Django."""

import pytest

from example_site.mail import CONSOLE, mail_settings

SMTP = "smtp+tls://sender%40example.org:p%3Aw@mail.example.org:587"
BACKENDS = "django.core.mail.backends"


def test_mail_settings_of_a_server_are_the_options_of_a_mailer():
    settings = mail_settings(SMTP, has_mailers=True)

    options = {
        "host": "mail.example.org",
        "port": 587,
        "username": "sender@example.org",
        "password": "p:w",
        "use_tls": True,
    }
    mailer = {"BACKEND": f"{BACKENDS}.smtp.EmailBackend", "OPTIONS": options}
    assert settings == {"MAILERS": {"default": mailer}}


def test_mail_settings_of_a_server_are_single_settings_before_mailers():
    settings = mail_settings(SMTP, has_mailers=False)

    assert settings == {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example.org",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "sender@example.org",
        "EMAIL_HOST_PASSWORD": "p:w",
        "EMAIL_USE_TLS": True,
    }


@pytest.mark.parametrize(
    ("url", "mailer"),
    [
        (CONSOLE, {"BACKEND": f"{BACKENDS}.console.EmailBackend", "OPTIONS": {}}),
        (
            "filemail:///mails",
            {"BACKEND": f"{BACKENDS}.filebased.EmailBackend", "OPTIONS": {"file_path": "mails"}},
        ),
    ],
)
def test_mail_settings_without_a_server_hand_over_only_what_the_mailer_knows(url, mailer):
    settings = mail_settings(url, has_mailers=True)

    assert settings == {"MAILERS": {"default": mailer}}
