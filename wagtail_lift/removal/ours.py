"""Which apps, models, pages and hosts are the package's own."""

from django.apps import AppConfig, apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from ..models import get_page_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types

PACKAGE = "wagtail_lift"
KINDS = (ProgrammeKind, EventKind, PackKind)


def is_ours(name: str) -> bool:
    """Return whether a dotted name is that of the package or of something in it."""
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")


def our_apps() -> list[AppConfig]:
    """Return the installed apps of the package, those that stand on others first."""
    found = [config for config in apps.get_app_configs() if is_ours(config.name)]
    return sorted(found, key=lambda config: -config.name.count("."))


def our_labels() -> list[str]:
    """Return the labels of the package's installed apps."""
    return [config.label for config in our_apps()]


def our_pages(*kinds: type) -> QuerySet:
    """Return the pages of our kinds, or of these only, the deepest first."""
    models = page_types(*(kinds or KINDS))
    keys = [ContentType.objects.get_for_model(model).pk for model in models]
    pages = get_page_model()._default_manager.filter(content_type__in=keys)
    return pages.order_by("-depth", "-path")


def our_content_types() -> QuerySet:
    """Return the content types of the package's apps."""
    return ContentType.objects.filter(app_label__in=our_labels())


def is_our_model(model: type[Model]) -> bool:
    """Return whether a model belongs to one of the package's apps."""
    return bool(model._meta.app_label in our_labels())


def on_our_types(*fields: str) -> Q:
    """Return the condition that one of these foreign keys leads to one of our content types."""
    condition = Q()
    for field in fields:
        condition |= Q(**{f"{field}__app_label__in": our_labels()})
    return condition
