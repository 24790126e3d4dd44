"""Whose events a request of the API asks for: a programme's or a site's, in one language or all."""

from dataclasses import replace

from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage, Locale, Site

from ..access.privacy import closed_to
from ..lists.scopes import (
    ListScope,
    full_addresses,
    scope_of_programme,
    scope_of_site,
    url_path_on,
)
from ..models.kinds import ProgrammeKind, page_types
from .fields import APIRequest
from .parameters import LARGEST_KEY, BadParameters

PROGRAMME = "programme"

NAMES = (PROGRAMME, "locale", "site")
"""The parameters that say whose events a list holds."""

_COLUMNS = {
    "content_type",
    "path",
    "depth",
    "url_path",
    "locale",
    "translation_key",
    "default_timezone",
}
"""What a scope needs of its programme."""


def scope_asked_for(request: APIRequest) -> ListScope:
    """Return the scope that a request names, by default the events of its site.

    Raise ``BadParameters`` for what means nothing, ``Http404`` for what is not there or not for
    this reader.
    """
    site = site_asked_for(request)
    locale = _locale(request)
    named = request.GET.get(PROGRAMME, "")
    if not named:
        return scope_of_site(site, locale)
    programme = _programme(named, site, locale, request)
    return replace(scope_of_programme(programme, request), addresses=full_addresses(site))


def site_asked_for(request: APIRequest) -> Site:
    """Return the site that ``site`` names (host name, with a port if need be), else the request's.

    Raise ``Http404`` if there is none, ``BadParameters`` if there are several.
    """
    name, _colon, port = request.GET.get("site", "").partition(":")
    if not name:
        site = Site.find_for_request(request)
        if site is None:
            raise Http404("No such site.")
        return site
    if port and not (port.isascii() and port.isdecimal() and int(port[:6]) < 2**16):
        raise BadParameters([("site", _("Send a host name, such as example.org:8000."))])
    found = Site.objects.filter(hostname=name, **({"port": int(port)} if port else {}))
    sites = list(found.select_related("root_page")[:2])
    if len(sites) > 1:
        raise BadParameters([("site", _("Several sites have this host name. Add the port."))])
    if not sites:
        raise Http404("No such site.")
    return sites[0]


def _locale(request: APIRequest) -> Locale | None:
    code = request.GET.get("locale", "")
    if not code:
        return None
    locale = Locale.objects.filter(language_code=code[:200]).first()
    if locale is None:
        raise Http404("No such locale.")
    return locale


def _programme(named: str, site: Site, locale: Locale | None, request: APIRequest) -> AbstractPage:
    """Return the programme with a key, or at a path of the site; in ``locale`` if it is given."""
    if named.isascii() and named.isdecimal():
        if len(named) > 10 or int(named) > LARGEST_KEY:
            raise Http404("No such programme.")
        conditions = {"pk": int(named)}
    elif "/" in named:
        conditions = {"url_path__in": url_path_on(site, named)}
    else:
        raise BadParameters([(PROGRAMME, _("Send the id of a programme, or its path."))])
    programme = _live_programme(request, **conditions)
    if programme is not None and locale is not None and programme.locale_id != locale.pk:
        identity = programme.translation_key
        programme = _live_programme(request, translation_key=identity, locale=locale)
    if programme is None:
        raise Http404("No such programme.")
    return programme


def _live_programme(request: APIRequest, **conditions: object) -> AbstractPage | None:
    """Return a programme that this reader may read, with the columns that a list needs.

    One query for each page type of the site until it is found.
    """
    for model in page_types(ProgrammeKind):
        columns = {field.name for field in model._meta.concrete_fields}
        pages = model._default_manager.live().filter(**conditions)
        programme: AbstractPage | None = pages.only("pk", *sorted(_COLUMNS & columns)).first()
        if programme is not None:
            return None if closed_to(request).holds(programme) else programme
    return None
