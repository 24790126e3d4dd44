"""Imports go down only: read from the source, also those inside functions and type checks."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import wagtail_lift

LEVELS = {
    "__init__": 0,
    "conf": 0,
    "enums": 0,
    "exceptions": 0,
    "extension": 0,  # asks the apps that have joined, of whichever layer
    "signals": 0,
    "domain": 1,
    "http.caching": 2,  # pages and routes alike say how long their answers may be kept
    "http.odd_characters": 2,
    "models.querysets": 2,
    "models.status_expressions": 2,
    "page_types.forms": 2,
    "models.kinds": 2,
    "page_types.panels": 2,
    "page_types.draft_forms": 2,
    "page_types.rule_fields": 2,
    "api.rich_text": 2,  # blocks give it, too
    "api.pictures": 2,
    "formats.markdown": 2,  # rich text in the API
    "api.fields": 2,  # the models list what the API shows and takes
    "api.faults": 2,
    "api.shapes": 2,
    "api.values": 3,
    "api.forms": 2,  # the models name the form through which the API writes
    "blocks": 2,
    "form_fields": 2,
    "models": 3,
    "access": 3,
    "page_types": 3,
    "calendars": 3,
    "events": 3,
    "feeds": 3,
    "formats": 3,
    "http": 3,
    "imports": 3,
    "lists": 3,
    "packs": 3,
    "pdf": 3,
    "publishing": 3,
    "publishing.unread_texts": 2,
    "seo": 3,
    "migrations": 3,
    "projection": 4,
    "actions": 5,
    "mail": 5,
    "removal": 5,
    "date_forms": 6,
    "receivers": 6,
    "tasks": 6,
    "views": 7,
    "routes": 7,
    "api": 7,
    "admin": 7,
    "graphql": 7,
    "checks": 7,
    "urls": 7,
    "templatetags": 7,
    "management": 8,
    "pages": 8,
    "wagtail_hooks": 8,
    "apps": 8,
    # An app of its own, with the same layers inside, above those of the core that it stands on.
    "webhooks.enums": 0,
    "webhooks.domain": 1,
    "webhooks.models": 5,
    "webhooks.migrations": 5,
    "webhooks.delivery": 6,
    "webhooks.log": 7,
    "webhooks.actions": 7,
    "webhooks.api": 8,
    "webhooks.admin": 8,
    "webhooks": 9,
}
OTHER_APPS = ("pages", "webhooks")
"""Apps that a site may leave out: the core imports none of them."""
DOMAIN_MAY_IMPORT = sys.stdlib_module_names | {"dateutil"}
ONLY_ON_WAGTAIL_8 = ("wagtail.api.v3", "ninja")
ONLY_WITH_GRAPPLE = ("grapple", "graphene", "graphene_django", "graphql")


def modules_below(package: Path) -> dict[str, Path]:
    """Return the dotted name and the file of each module of a package."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = [package.name, *path.relative_to(package).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(name: str, path: Path, ours: dict[str, Path]) -> Iterator[str]:
    """Yield the dotted name of each module that a module imports, relative names resolved."""
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            source = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield inner if any(_is_within(known, inner) for known in ours) else source
        elif _is_dynamic_import(node):
            yield node.args[0].value


def _is_dynamic_import(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return (
        called in ("import_module", "import_string", "__import__")
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    )


def place_of(name: str) -> str:
    """Return the row of the table that a module stands in: the longest name that begins its own."""
    parts = [*name.split("."), "__init__"][1:]
    rows = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((row for row in rows if row in LEVELS), parts[0])


def violations(package: Path) -> list[str]:
    """Return each breach of the layers by a module below ``package``, in order."""
    ours = modules_below(package)
    graph = {name: set(imports_of(name, path, ours)) for name, path in ours.items()}
    found = [f"{name} is not placed" for name in ours if place_of(name) not in LEVELS]
    for name in ours:
        for target in sorted(graph[name]):
            found += _breaches(package.name, name, target)
    return found + _circles({name: graph[name] & ours.keys() for name in ours})


def _breaches(package: str, name: str, target: str) -> Iterator[str]:
    is_ours = target == package or target.startswith(f"{package}.")
    level = LEVELS.get(place_of(name), 0)
    if is_ours and LEVELS.get(place_of(target), 0) > level:
        yield f"{name} imports {target}, which is above it"
    is_pure = is_ours or target.partition(".")[0] in DOMAIN_MAY_IMPORT
    if level == LEVELS["domain"] and not is_pure:
        yield f"{name} imports {target}, which is not pure"
    v3 = (f"{package}.api.v3", f"{package}.webhooks.api.v3")
    if _is_within(target, *v3, *ONLY_ON_WAGTAIL_8) and not (
        _is_within(name, *v3) or (place_of(name) in ("apps", "webhooks") and is_ours)
    ):
        yield f"{name} imports {target}, which older Wagtail lacks"
    ours_with_grapple = f"{package}.graphql"
    if _is_within(target, ours_with_grapple, *ONLY_WITH_GRAPPLE) and not (
        _is_within(name, ours_with_grapple) or (name == f"{package}.wagtail_hooks" and is_ours)
    ):
        yield f"{name} imports {target}, which needs wagtail-grapple"
    others = [f"{package}.{app}" for app in OTHER_APPS]
    is_inside = any(_is_within(name, app) and _is_within(target, app) for app in others)
    if _is_within(target, *others) and not is_inside:
        yield f"{name} imports {target}, which a site may leave out"


def _is_within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _circles(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        first = circle.index(min(circle))
        turned = circle[first:-1] + circle[:first]
        return [f"in a circle: {', '.join(turned)}"]
    return []


def test_imports_go_down_only():
    assert violations(Path(wagtail_lift.__file__).parent) == []


@pytest.fixture
def planted(tmp_path):
    """Return a function that writes a package and gives its violations."""

    def plant(**sources: str) -> list[str]:
        root = tmp_path / "wagtail_lift"
        for name, source in {"__init__": "", **sources}.items():
            path = root.joinpath(*name.split("__")) if not name.startswith("__") else root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".py").write_text(source, encoding="utf-8")
        return violations(root)

    return plant


@pytest.mark.parametrize(
    "source",
    [
        "from .models import meetings",
        "from .models.meetings import Meeting",
        "from . import models",
        "import wagtail_lift.models.meetings",
        "from wagtail_lift.models import meetings",
        "def late():\n    from .models import meetings",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .models import meetings",
        "from importlib import import_module\nimport_module('wagtail_lift.models.meetings')",
    ],
)
def test_layers_notice_an_import_that_goes_up_however_it_is_written(planted, source):
    found = planted(conf=source, models__meetings="", models__site="")

    target = "wagtail_lift.models.meetings" if "meetings" in source else "wagtail_lift.models"
    assert found == [f"wagtail_lift.conf imports {target}, which is above it"]


def test_layers_resolve_names_from_two_packages_up(planted):
    found = planted(domain__rules__deep="from ...views import pages", views__pages="")

    assert found == [
        "wagtail_lift.domain.rules.deep imports wagtail_lift.views.pages, which is above it"
    ]


def test_layers_keep_the_rules_pure(planted):
    found = planted(
        domain__rules="import django.db\nimport wagtail\nimport datetime\nimport dateutil.tz",
        enums="from django.db.models import TextChoices",
    )

    assert found == [
        "wagtail_lift.domain.rules imports django.db, which is not pure",
        "wagtail_lift.domain.rules imports wagtail, which is not pure",
    ]


def test_layers_keep_api_v3_to_itself(planted):
    found = planted(
        api__v3__routes="from wagtail.api.v3 import api",
        api__v2="from .v3 import routes",
        apps="from .api.v3 import routes",
        pages="import wagtail.api.v3",
        wagtail_hooks="import ninja",
    )

    assert found == [
        "wagtail_lift.api.v2 imports wagtail_lift.api.v3.routes, which older Wagtail lacks",
        "wagtail_lift.pages imports wagtail.api.v3, which older Wagtail lacks",
        "wagtail_lift.wagtail_hooks imports ninja, which older Wagtail lacks",
    ]


def test_layers_keep_graphql_to_itself(planted):
    found = planted(
        graphql__query="import graphene\nfrom graphql import GraphQLError",
        api__v2="from ..graphql import query",
        pages="import grapple.registry",
        wagtail_hooks="from .graphql import query\nimport graphene_django",
    )

    assert found == [
        "wagtail_lift.api.v2 imports wagtail_lift.graphql.query, which needs wagtail-grapple",
        "wagtail_lift.pages imports grapple.registry, which needs wagtail-grapple",
        "wagtail_lift.wagtail_hooks imports graphene_django, which needs wagtail-grapple",
    ]


def test_layers_ask_for_a_place_of_each_module(planted):
    assert planted(helpers="") == ["wagtail_lift.helpers is not placed"]


def test_layers_know_a_module_by_the_longest_row_that_names_it(planted):
    found = planted(
        api__fields="from ..models import meetings",
        api__routes="from ..models import meetings",
        models__meetings="from ..api import fields",
    )

    assert found == [
        "wagtail_lift.api.fields imports wagtail_lift.models.meetings, which is above it",
        "in a circle: wagtail_lift.api.fields, wagtail_lift.models.meetings",
    ]


def test_layers_notice_a_circle_on_one_level(planted):
    found = planted(
        models__hosts="from .meetings import Meeting",
        models__meetings="def late():\n    from .hosts import HostProfile",
        models__pages="from .hosts import HostProfile",
    )

    assert found == ["in a circle: wagtail_lift.models.hosts, wagtail_lift.models.meetings"]


def test_layers_allow_what_goes_down_or_stays_level(planted):
    found = planted(
        views__bookings="from ..actions.book import book\nfrom .. import conf",
        actions__book="from ..models.bookings import Booking\nfrom .log import write",
        actions__log="",
        models__bookings="from ..domain import places",
        domain__places="from ..enums import Status\nfrom math import inf",
        conf="",
        enums="",
    )

    assert found == []
