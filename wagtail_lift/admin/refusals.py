"""What the admin answers where publishing is refused: a message with the places, never a fault.

A form says it at its fields. These are the doors without a form: approving in a workflow, and what
another person published between a form's being checked and its being stored.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ..exceptions import PublishingFault, PublishingRefused
from ..formats.card_words import isolated, with_names

View = Callable[..., HttpResponse]


def answer_refusals(view: View) -> View:
    """Return the view, which leads to the edit form with a message where publishing is refused."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PublishingRefused as refusal:
            tell_of_refusal(request, refusal.instance, refusal.faults)
            url = edit_url(request, refusal.instance) or reverse("wagtailadmin_home")
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return JsonResponse({"step": "success", "redirect": url})  # as its dialog is told
            return redirect(url)

    return answer


def watch_page_views() -> list[Any]:
    """Let Wagtail's own page views answer refusals (``register_admin_urls``); adds no address."""
    from wagtail.admin.urls import pages  # is being loaded when it asks for the hook, not before

    decorate_urlpatterns(pages.urlpatterns, answer_refusals)
    return []


def tell_of_refusal(request: HttpRequest, instance: Any, faults: Iterable[PublishingFault]) -> None:
    """Say that something was not published, and at which places it is not complete."""
    words = with_names(_("“%(title)s” was not published."), title=isolated(title_of(instance)))
    places = format_html_join("", "<li>{}</li>", ((fault.words,) for fault in faults))
    url = edit_url(request, instance)
    buttons = [messages.button(url, _("Edit"))] if url else None
    messages.error(request, format_html("{}<ul>{}</ul>", words, places), buttons=buttons)


def title_of(instance: Any) -> str:
    """Return what editors call a page or a host."""
    name = getattr(instance, "get_admin_display_title", instance.__str__)
    return str(name())


def edit_url(request: HttpRequest, instance: Any) -> str | None:
    """Return where ``instance`` is edited; ``None`` for who may not, or if it is not stored."""
    if instance.pk is None:
        return None
    return AdminURLFinder(request.user).get_edit_url(instance)
