"""What version 3 answers about a page behind a shared password."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from wagtail.api.v3.errors import problem_response

from ...http.caching import PAGE_PASSWORD_HEADER, keep_private

PASSWORD_REQUIRED = "password_required"  # noqa: S105 -- a code, not a password


def password_problem(request: HttpRequest) -> HttpResponse:
    """Answer that the page wants a password, or another one than was sent; nothing else of it."""
    is_wrong = PAGE_PASSWORD_HEADER in request.headers
    words = {"header": PAGE_PASSWORD_HEADER}
    if is_wrong:
        text = _("This is not the password of this page.")
    else:
        text = _("Send the password of this page in the header %(header)s.") % words
    place = ["header", PAGE_PASSWORD_HEADER]
    answer = problem_response(
        status=403,
        detail=text,
        errors=[{"type": PASSWORD_REQUIRED, "loc": place, "msg": text}],
    )
    patch_vary_headers(answer, [PAGE_PASSWORD_HEADER])
    return keep_private(answer)
