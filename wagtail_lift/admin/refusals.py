"""Admin responses to refused publishing: a message with the places, never a server error.

Forms report it at their fields. This covers the ways without a form: workflow approval, and a race
in which another person publishes between a form's validation and its save.
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
from wagtail.models import AbstractPage
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ..exceptions import PublishingFault, PublishingRefused
from ..formats.card_words import isolated, with_names
from ..models import AbstractHostProfile

View = Callable[..., HttpResponse]


def answer_refusals(view: View) -> View:
    """Wrap a view to redirect to the edit form with a message if publishing is refused."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PublishingRefused as refusal:
            tell_of_refusal(request, refusal.instance, refusal.faults)
            url = edit_url(request, refusal.instance) or reverse("wagtailadmin_home")
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return JsonResponse({"step": "success", "redirect": url})  # what its dialog expects
            return redirect(url)

    return answer


def watch_page_views() -> list[Any]:
    """Make Wagtail's own page views answer refusals (``register_admin_urls``); add no URL."""
    from wagtail.admin.urls import pages  # being imported when the hook runs, not before

    decorate_urlpatterns(pages.urlpatterns, answer_refusals)
    return []


def tell_of_refusal(
    request: HttpRequest,
    instance: AbstractPage | AbstractHostProfile,
    faults: Iterable[PublishingFault],
) -> None:
    """Say that something was not published, and in which places it is incomplete."""
    words = with_names(_("“%(title)s” was not published."), title=isolated(title_of(instance)))
    places = format_html_join("", "<li>{}</li>", ((fault.words,) for fault in faults))
    url = edit_url(request, instance)
    buttons = [messages.button(url, _("Edit"))] if url else None
    messages.error(request, format_html("{}<ul>{}</ul>", words, places), buttons=buttons)


def title_of(instance: AbstractPage | AbstractHostProfile) -> str:
    """Return what editors call a page or a host."""
    name = getattr(instance, "get_admin_display_title", instance.__str__)
    return str(name())


def edit_url(request: HttpRequest, instance: AbstractPage | AbstractHostProfile) -> str | None:
    """Return the edit URL of ``instance``; ``None`` if it is not stored or the user may not."""
    if instance.pk is None:
        return None
    return AdminURLFinder(request.user).get_edit_url(instance)
