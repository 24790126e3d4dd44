"""What editors are told once an event is published."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ..models.kinds import EventKind
from ..models.notices import clock_notices


def tell_of_clock_changes(request: HttpRequest, page: Any) -> None:
    """Say how an hour that the clocks skip or repeat was read (``after_publish_page``)."""
    if not isinstance(page, EventKind):
        return
    for notice in clock_notices(page):
        messages.warning(
            request, _("%(title)s: %(notice)s") % {"title": page.title, "notice": notice.label}
        )
