"""Bulk publishing: incomplete pages are left out, and named."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import AbstractPage

from ..enums import Problem
from ..exceptions import PublishingFault
from ..formats.card_words import isolated, with_names
from ..models.kinds import PackKind
from ..packs.lookup import has_rival
from ..publishing.faults import problem_faults, publishing_faults
from ..publishing.gate import GatedMixin
from .refusals import tell_of_refusal, title_of


def leave_out_what_is_refused(
    request: HttpRequest, action_type: str, pages: list[AbstractPage], action: Any
) -> HttpResponse | None:
    """Remove from ``pages`` what may not be published, and say why (``before_bulk_action``).

    A page published with its descendants is left out with them if one of them is refused: they are
    published together or not at all. If nothing is left, redirect to the list of pages.
    """
    if action_type != "publish":
        return None
    with_those_below = bool(action.cleaned_form.cleaned_data.get("include_descendants"))
    accepted: list[AbstractPage] = []
    kept = []
    for page in pages:
        drafts = _drafts_of(page, request.user, with_those_below=with_those_below)
        refused = {
            draft: faults
            for draft in drafts
            if (faults := _faults_of(draft, request.user, accepted))
        }
        _tell(request, page, refused)
        if not refused:
            kept.append(page)
            accepted += drafts
    pages[:] = kept
    return None if kept else redirect(action.next_url)


def _drafts_of(
    page: AbstractPage, user: AbstractBaseUser, *, with_those_below: bool
) -> list[AbstractPage]:
    """Return the drafts that publishing a page would publish."""
    found = [page.specific]
    if with_those_below:
        below = page.get_descendants().not_live().specific()
        found += [child for child in below if child.permissions_for_user(user).can_publish()]
    revisions = [(child, child.get_latest_revision()) for child in found]
    return [
        revision.as_object() if revision else child
        for child, revision in revisions
        if isinstance(child, GatedMixin)
    ]


def _faults_of(
    draft: AbstractPage, user: AbstractBaseUser, accepted: list[AbstractPage]
) -> list[PublishingFault]:
    """Return why a draft is refused; of two packs for the same date, the second one is."""
    faults = publishing_faults(draft, user)
    packs = [other for other in accepted if isinstance(other, PackKind)]
    if not faults and packs and isinstance(draft, PackKind) and has_rival(draft, also=packs):
        faults = problem_faults(draft, {"event": Problem.PACK_EXISTS})
    return faults


def _tell(
    request: HttpRequest, page: AbstractPage, refused: dict[AbstractPage, list[PublishingFault]]
) -> None:
    for draft, faults in refused.items():
        tell_of_refusal(request, draft, faults)
    if refused and all(draft.pk != page.pk for draft in refused):
        words = _("“%(title)s” was not published either: it was to be published with them.")
        title = isolated(title_of(page.specific))
        messages.error(request, with_names(words, title=title))
