"""What of the site itself stands on the package, and so has to go first."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.utils.translation import gettext, ngettext
from wagtail.fields import StreamField
from wagtail.models import Site, get_page_models

from ..models import get_page_model
from .ours import is_our_model, is_ours, our_apps, our_pages
from .templates import templates_with_ours

SHOWN = 10
"""How many pages are named before the rest is only counted."""


def obstacles() -> list[str]:
    """Return, in words, what has to be changed in the site before anything can be removed."""
    foreign = [model for model in apps.get_models() if not is_our_model(model)]
    others = [model for model in foreign if _base(model) is None]
    return [
        *_own_models([model for model in foreign if _base(model) is not None]),
        *_references(others),
        *_blocks(others),
        *templates_with_ours(),
        *_migrations(),
        *_sites(),
        *_pages_below(),
    ]


def _base(model: type[Model]) -> type[Model] | None:
    """Return the first of our models and mixins that a model of the site is made from."""
    ours = [base for base in model.__mro__[1:] if is_ours(base.__module__)]
    models = [base for base in ours if issubclass(base, Model)]
    return next(filter(_is_known, models), models[0] if models else None)


def _is_known(model: type[Model]) -> bool:
    """Return whether people know a base by its name: mixin, abstract or concrete."""
    name = model.__name__
    return not model._meta.abstract or name.endswith("Mixin") or name.startswith("Abstract")


def _own_models(models: list[type[Model]]) -> Iterator[str]:
    for model in models:
        names = {"model": model._meta.label, "base": _base(model).__name__}
        if model not in get_page_models():
            words = gettext(
                "%(model)s is a model of your own, made from %(base)s: take it out of your app."
            )
            yield words % names
            continue
        pages = model._default_manager.count()
        words = ngettext(
            "%(model)s is a page type of your own, made from %(base)s, with %(count)d page: delete "
            "it and take the model out of your app.",
            "%(model)s is a page type of your own, made from %(base)s, with %(count)d pages: "
            "delete them and take the model out of your app.",
            pages,
        )
        yield words % {**names, "count": pages}


def _references(foreign: list[type[Model]]) -> Iterator[str]:
    words = gettext("%(model)s.%(field)s points at %(target)s: take the field out of your model.")
    for model in foreign:
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            target = field.related_model
            if isinstance(target, type) and is_our_model(target):
                names = {"model": model._meta.label, "field": field.name}
                yield words % {**names, "target": target._meta.label}


def _blocks(foreign: list[type[Model]]) -> Iterator[str]:
    words = gettext("%(model)s.%(field)s offers %(blocks)s: take these blocks out of the field.")
    for model in foreign:
        for field in model._meta.local_fields:
            if not isinstance(field, StreamField):
                continue
            if found := sorted(set(_names_of_our_blocks(field.stream_block, set()))):
                names = {"model": model._meta.label, "field": field.name}
                yield words % {**names, "blocks": ", ".join(found)}


def _names_of_our_blocks(block: object, seen: set[int]) -> Iterator[str]:
    if id(block) in seen:
        return
    seen.add(id(block))
    if any(is_ours(base.__module__) for base in type(block).__mro__):
        yield type(block).__name__
        return
    children = list(getattr(block, "child_blocks", {}).values())
    if (child := getattr(block, "child_block", None)) is not None:
        children.append(child)
    for inner in children:
        yield from _names_of_our_blocks(inner, seen)


def _migrations() -> Iterator[str]:
    """Migrating back would take these along: they are the site's own tables."""
    executor = MigrationExecutor(connection)
    targets = [(config.label, None) for config in our_apps()]
    ours = {label for label, _ in targets}
    words = gettext(
        "The migration %(name)s of your app %(app)s depends on ours, and its tables would go "
        "along: migrate that app back to zero, or take the dependency out of its migrations."
    )
    for migration, _ in executor.migration_plan(targets):
        if migration.app_label not in ours:
            yield words % {"name": migration.name, "app": migration.app_label}


def _sites() -> Iterator[str]:
    words = gettext("The site %(site)s begins at “%(page)s”: give it another root page.")
    for site in Site.objects.filter(root_page__in=our_pages().order_by().values("pk")):
        yield words % {"site": site.hostname, "page": site.root_page.title}


def _pages_below() -> Iterator[str]:
    ours = dict(our_pages().order_by().values_list("path", "pk"))
    step, model = get_page_model().steplen, get_page_model()
    others = model._default_manager.exclude(pk__in=ours.values()).order_by("path")
    found = [
        (title, pk)
        for path, title, pk in others.values_list("path", "title", "pk")
        if any(path[:end] in ours for end in range(step, len(path), step))
    ]
    words = gettext("“%(title)s” (id %(id)d) is below a page that goes: move or delete it.")
    yield from (words % {"title": title, "id": pk} for title, pk in found[:SHOWN])
    if len(found) > SHOWN:
        rest = len(found) - SHOWN
        yield ngettext("… and %(count)d more page.", "… and %(count)d more pages.", rest) % {
            "count": rest
        }
