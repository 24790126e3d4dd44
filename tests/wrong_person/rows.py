"""A row for each address: its route, and what a stranger asks of it.

``{page}`` and the like are places (``places.py``). Where something can be written, that is tried.
"""

from wagtail import VERSION

Row = tuple[str, ...]


def at(address: str, *queries: str) -> Row:
    """Return an address alone and with each of these queries."""
    return (address, *(f"{address}?{query}" for query in queries))


BELOW = ("child_of={page}", "descendant_of={page}", "ancestor_of={page}", "translation_of={page}")
FOUND = ("id={page}", "html_path={path}")
NARROWED = ("when=past", "each=date", "q=draft", "programme={page}", "host={slug}")
SEARCHED = ("search=draft", "fields=*")

VERSION_2: dict[str, Row] = {
    "events/": at("events/", *NARROWED, *BELOW, *SEARCHED),
    "events/<int:pk>/": at("events/{page}/", "fields=*"),
    "events/<int:pk>/dates/": at("events/{page}/dates/", "when=past"),
    "events/find/": at("events/find/", *FOUND),
    "events/months/": at("events/months/", "programme={page}"),
    "events/months/<int:year>/<int:month>/": at("events/months/2027/6/", "programme={page}"),
    "events/facets/": at("events/facets/", "programme={page}"),
    "insights/": at("insights/", *BELOW, *SEARCHED),
    "insights/<int:pk>/": at("insights/{page}/", "fields=*"),
    "insights/find/": at("insights/find/", *FOUND),
    "hosts/": at("hosts/", "slug={slug}", *SEARCHED),
    "hosts/<int:pk>/": at("hosts/{host}/", "fields=*"),
    "hosts/find/": at("hosts/find/", "id={host}"),
    "pages/": at("pages/", *BELOW, *SEARCHED, "type=wagtail_lift_pages.EventPage&fields=*"),
    "pages/<int:pk>/": at("pages/{page}/", "fields=*"),
    "pages/find/": at("pages/find/", *FOUND),
    "page_preview/": at("page_preview/", "share={share}", "token={share}"),
    "page_preview/<int:pk>/": at("page_preview/{page}/", "share={share}"),
    "page_preview/find/": at("page_preview/find/", *FOUND),
    "changes/": at("changes/", "since=1", "since=999999", "limit=1"),
}
"""Below ``api/v2/``."""

_SNIPPET = "snippets/wagtail_lift.HostProfile/"
_VENUES = "snippets/wagtail_lift.Venue/"
_ACTIONS = ("publish", "unpublish", "copy", "move", "delete", "revert", "convert_alias")
_ACTIONS += ("create_alias", "copy_for_translation")
_ON_SNIPPETS = ("delete", "publish", "unpublish", "revert", "copy_for_translation")
_ON_DATES = ("cancel", "postpone", "reinstate", "change", "places")
_WORKFLOWS = ("submit", "approve", "reject", "resume", "cancel") if VERSION >= (8, 1) else ()
"""What Wagtail 8.1 brought."""

if _WORKFLOWS:
    _ACTIONS += tuple(f"workflow/{step}" for step in _WORKFLOWS)
    _ON_SNIPPETS += tuple(f"workflow/{step}" for step in _WORKFLOWS)

_OF_WAGTAIL = ("site", "redirect", "document", "image", "locale")

OURS_IN_VERSION_3: dict[str, Row] = {
    "lift/events/": at("lift/events/", *NARROWED),
    "lift/events/<int:event_id>/dates/": at("lift/events/{page}/dates/", "when=past"),
    "lift/events/<int:page_id>/dates/<str:key>/": at("lift/events/{page}/dates/{date}/"),
    **{
        f"lift/events/<int:page_id>/dates/<str:key>/{action}/": at(
            f"lift/events/{{page}}/dates/{{date}}/{action}/"
        )
        for action in _ON_DATES
    },
    "lift/events/<int:page_id>/private/": at("lift/events/{page}/private/", "version=draft"),
    "lift/events/months/": at("lift/events/months/", "programme={page}"),
    "lift/events/months/<int:year>/<int:month>/": at(
        "lift/events/months/2027/6/", "programme={page}"
    ),
    "lift/events/facets/": at("lift/events/facets/", "programme={page}"),
    "lift/hosts/": at("lift/hosts/", "programme={page}", "q=sam"),
    "lift/hosts/<host_id>/private/": at("lift/hosts/{host}/private/", "version=draft"),
    "lift/hosts/<slug>/": at("lift/hosts/{slug}/", "programme={page}"),
    "lift/packs/": at("lift/packs/", "event={page}", "host={slug}", "programme={page}"),
    "lift/search/": at("lift/search/", "q=sam", "q=ada", "q=sam&programme={page}"),
    "lift/find/": at("lift/find/", "url={path}", "url={path}&include=head"),
    "lift/pages/<int:page_id>/head/": at("lift/pages/{page}/head/"),
    "lift/preview/": at("lift/preview/", "share={share}", "token={share}"),
    "lift/changes/": at("lift/changes/", "since=1", "since=999999", "limit=1"),
    "lift/openapi.json": at("lift/openapi.json"),
}

OF_WAGTAIL_IN_VERSION_3: dict[str, Row] = {
    "": at(""),
    "openapi.json": at("openapi.json"),
    "docs/": at("docs/"),
    "whoami/": at("whoami/"),
    "schema/": at("schema/"),
    "schema/<type_name>/": at("schema/wagtail_lift_pages.EventPage/"),
    "pages/": at("pages/", *BELOW, "search=sam", "type=wagtail_lift_pages.EventPage"),
    "pages/find/": at("pages/find/", *FOUND),
    "pages/<page_id>/": at("pages/{page}/", "version=draft", "rich_text_format=html"),
    "pages/<page_id>/revisions/": at("pages/{page}/revisions/"),
    "pages/<page_id>/revisions/<revision_id>/": at("pages/{page}/revisions/{revision}/"),
    **{f"pages/<page_id>/actions/{a}/": at(f"pages/{{page}}/actions/{a}/") for a in _ACTIONS},
    "snippets/<type>/": (*at(_SNIPPET, "search=sam"), *at(_VENUES, "search=hall")),
    "snippets/<type>/<pk>/": (
        *at(f"{_SNIPPET}{{host}}/", "version=draft"),
        *at(f"{_VENUES}{{venue}}/", "version=draft"),
    ),
    "snippets/<type>/<pk>/revisions/": (
        *at(f"{_SNIPPET}{{host}}/revisions/"),
        *at(f"{_VENUES}{{venue}}/revisions/"),
    ),
    "snippets/<type>/<pk>/revisions/<revision_id>/": at(
        f"{_SNIPPET}{{host}}/revisions/{{revision}}/"
    ),
    **{
        f"snippets/<type>/<pk>/actions/{action}/": (
            *at(f"{_SNIPPET}{{host}}/actions/{action}/"),
            *at(f"{_VENUES}{{venue}}/actions/{action}/"),
        )
        for action in _ON_SNIPPETS
    },
    **{
        f"{route}{part}": at(f"{address}{part}")
        for part in (("workflow/", "workflow/history/") if _WORKFLOWS else ())
        for route, address in (
            ("pages/<page_id>/", "pages/{page}/"),
            ("snippets/<type>/<pk>/", f"{_SNIPPET}{{host}}/"),
        )
    },
    "redirects/find/": at("redirects/find/", "html_path={path}"),
    **{f"{name}s/": at(f"{name}s/") for name in _OF_WAGTAIL},
    **{f"{name}s/<{name}_id>/": at(f"{name}s/1/") for name in _OF_WAGTAIL},
}
VERSION_3 = {**OURS_IN_VERSION_3, **OF_WAGTAIL_IN_VERSION_3}
"""Below ``api/v3/``; Wagtail's own as well, since they are about our pages and hosts."""

_WEBHOOKS = ("edit", "delete", "history", "history-results", "usage", "inspect")
_DATES = ("inspect", "cancel", "postpone", "reinstate", "change", "move", "places", "keep")

ADMIN: dict[str, Row] = {
    "packs/<int:page_id>/close/": at("packs/{page}/close/"),
    "past-dates/<int:page_id>/": at("past-dates/{page}/"),
    "plan/<int:page_id>/": at("plan/{page}/"),
    "plan/<str:app_label>/<str:model_name>/<int:parent_id>/": at(
        "plan/wagtail_lift_pages/eventpage/{page}/"
    ),
    "notices/<int:page_id>/": at("notices/{page}/"),
    "running-order/<int:page_id>/": at("running-order/{page}/"),
    "running-order/<int:page_id>/guide/": at("running-order/{page}/guide/"),
    "share/<int:page_id>/": at("share/{page}/"),
    "gather/<int:page_id>/": at("gather/{page}/", "date={meeting}"),
    "help/": at("help/"),
    "help/<slug:name>/": at("help/dates/"),
    "host-link/<int:host_id>/": at("host-link/{host}/"),
    "when/": at("when/"),
    "act/<int:page_id>/<slug:action>/": ("act/{page}/cancel/", "act/{page}/places/"),
    "duplicate/<int:page_id>/": at("duplicate/{page}/"),
    "import/<int:page_id>/": at("import/{page}/"),
    "import/<int:page_id>/look/": at("import/{page}/look/"),
    "add/<str:app_label>/<str:model_name>/": at("add/wagtail_lift_pages/eventpage/"),
    "calendar/": at("calendar/", "programme={page}", "view=week"),
    "dates/$": at("dates/", "q=sam", "programme={page}", "event={page}"),
    **{
        f"dates/{action}/(?P<instance_pk>[0-9]{{1,18}})/$": at(f"dates/{action}/{{meeting}}/")
        for action in _DATES
    },
    **{
        f"{name}/{part}": at(f"{name}/{part}", "q=sam", "export=csv")
        for name in ("events", "packs", "webhooks", "deliveries")
        for part in ("", "results/")
    },
    "webhooks/new/": at("webhooks/new/"),
    **{
        f"webhooks/{action}/<int:pk>/": at(f"webhooks/{action}/{{webhook}}/")
        for action in _WEBHOOKS
    },
    **{
        f"webhooks/<int:pk>/{action}/": at(f"webhooks/{{webhook}}/{action}/")
        for action in ("secret", "rotate", "test")
    },
    "deliveries/inspect/<int:pk>/": at("deliveries/inspect/{delivery}/"),
    "deliveries/<int:pk>/again/": at("deliveries/{delivery}/again/"),
}
"""Below ``admin/lift/``."""

ELSEWHERE: dict[str, Row] = {
    r"^((?:[\w\-]+/)*)$": at("{address}"),
    r"documents/(\d+)/(.*)$": at("/documents/1/any.pdf"),
    "documents/authenticate_with_password/<int:restriction_id>/": at(
        "/documents/authenticate_with_password/1/"
    ),
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": at(
        "/_util/authenticate_with_password/1/{page}/"
    ),
    "_util/login/": at("/_util/login/"),
    "lift/share/<str:token>/": at("/lift/share/{share}/"),
    "lift/profile/open/<str:token>/": at("/lift/profile/open/{profile}/"),
    "lift/profile/<int:link_id>/": at("/lift/profile/{profile_link}/"),
    "lift/share/<str:token>/guide/": at("/lift/share/{share}/guide/"),
}
"""Everything else: pages and their sub-routes, feeds and Markdown among them."""

BODIES = {
    "copy": {"slug": "copied"},
    "create_alias": {"slug": "another"},
    "copy_for_translation": {"locale": "en"},
    "move": {"destination_id": 1, "position": "last-child"},
    "revert": {"revision_id": 1},
    "places": {"places": "full"},
}
"""What an action needs, by the last part of its address."""
