"""Sends a host the link to their own profile."""

import logging

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.debug import sensitive_variables

from ..conf import settings
from ..formats.text import one_line
from ..models import AbstractHostProfile

logger = logging.getLogger("wagtail_lift")


@sensitive_variables("url", "context", "body")
def send_host_link(host: AbstractHostProfile, url: str) -> bool:
    """Send a link to the private e-mail of a host, in their language; return whether it went.

    No log holds the link or the address.
    """
    with translation.override(host.locale.language_code):
        context = {"name": host.name, "url": url, "days": settings.SHARE_DAYS}
        subject = render_to_string("wagtail_lift/mail/host_link_subject.txt", context)
        body = render_to_string("wagtail_lift/mail/host_link.txt", context)
    message = EmailMessage(one_line(subject), f"{body.strip()}\n", None, [host.email])
    try:
        message.send()
    except Exception as error:  # whatever the mail backend raises
        logger.error("host_link_not_sent", extra={"host": host.pk, "error": type(error).__name__})
        return False
    return True
