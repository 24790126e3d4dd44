"""Project events however they are changed, published or unpublished.

Every change reaches the database by saving or deleting a row, so these receivers follow rows, not
views; only a move in the tree has its own signal.
"""

from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils import timezone
from taggit.models import ItemBase
from wagtail.models import AbstractPage, Locale, PageViewRestriction
from wagtail.signals import copy_for_translation_done, page_slug_changed, post_page_move

from ..access.privacy import showing
from ..actions import keep_event
from ..events.identity import link_page, part_from_original
from ..events.venues import pages_at
from ..extension import Touched, is_followed, tell_followers
from ..models import (
    AbstractHostProfile,
    EventHostMixin,
    EventOccurrence,
    InsightsPackMixin,
    Venue,
    get_page_model,
)
from ..models.kinds import EventKind, PackKind, is_kind, page_types
from ..packs.lookup import has_rival
from ..page_types.debounce import after_whole_save
from ..projection import (
    bereaved_packs,
    index_packs,
    keep_open,
    mark_moved_entries,
    never_refusing,
    project_event,
    project_events_at,
    project_page,
    project_pages,
    settle_bereaved,
    tidy_events,
    write_about,
)

HOUSEKEEPING = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
    }
)
"""Columns that saving a draft or a lock writes on a live row; readers see none of them."""

BEREAVED = "_lift_bereaved"
"""Attribute in which a page being deleted keeps the packs that outlive it."""

ALIAS_FIELDS = frozenset({"alias_of", "alias_of_id"})


def connect() -> None:
    """Connect all receivers; called once when the app is ready."""
    post_save.connect(project_what_was_saved, dispatch_uid="wagtail_lift.saved")
    post_delete.connect(project_what_was_deleted, dispatch_uid="wagtail_lift.deleted")
    pre_delete.connect(
        look_after_packs, sender=get_page_model(), dispatch_uid="wagtail_lift.deleting"
    )
    post_page_move.connect(project_what_was_moved, dispatch_uid="wagtail_lift.moved")
    page_slug_changed.connect(tell_calendars, dispatch_uid="wagtail_lift.slug_changed")
    copy_for_translation_done.connect(complete_translation, dispatch_uid="wagtail_lift.translated")
    post_save.connect(follow_locale, sender=Locale, dispatch_uid="wagtail_lift.locale")


def project_what_was_saved(
    sender: type[Model],
    instance: Any,
    created: bool = False,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Project after an event, pack, host or tag link, host or view restriction is saved.

    Every autosave of a draft writes the live row too, but only the ``HOUSEKEEPING`` columns.
    """
    if raw or (update_fields is not None and update_fields <= HOUSEKEEPING):
        return
    if sender is get_page_model():  # scheduled unpublishing saves pages as the base class
        if is_kind(instance, (EventKind, PackKind)):
            project_what_was_saved(instance.specific_class, instance.specific)
    elif isinstance(instance, EventKind):
        identify(instance, is_new=created, update_fields=update_fields or frozenset())
        if is_followed():  # here, in the transaction of the save: the projection has its own
            tell_followers(Touched(pages=frozenset({instance.pk})))
        after_whole_save(instance.pk, project_page)
    elif isinstance(instance, PackKind):
        if (update_fields or frozenset()) & ALIAS_FIELDS and instance.alias_of_id is None:
            part_from_original_pack(instance)
        project_pack(instance)
    else:
        project_what_is_related(instance)


def part_from_original_pack(pack: PackKind) -> None:
    """Detach a converted alias from its event if another pack already covers it, like any copy.

    The instance is changed too, because whoever converts an alias goes on to save it.
    """
    if pack.live and pack.event_id and has_rival(pack):
        pack.event = pack.meeting = None
        write_about(pack, None, None, draft=None)


def identify(page: EventKind, *, is_new: bool, update_fields: frozenset[str]) -> None:
    """Link a new page to the event it shows; give a converted alias an event of its own."""
    if is_new:
        link_page(page)
    elif page.alias_of_id is None and update_fields & ALIAS_FIELDS:
        project_event(part_from_original(page))


def project_what_was_deleted(
    sender: type[Model], instance: Any, origin: Model | QuerySet[Any] | None = None, **kwargs: Any
) -> None:
    """Project after one of the same is deleted.

    Rows deleted together with a page are ignored: the page itself is deleted last, and what is left
    of its event, or of the event it was about, is projected then.
    """
    if sender is get_page_model():
        follow_deleted_page(instance)
    elif not leaves_with_a_page(origin):
        project_what_is_related(instance)


def leaves_with_a_page(origin: Model | QuerySet[Any] | None) -> bool:
    """Return whether a row is deleted because a page is; ``origin`` comes from Django's signal."""
    model = getattr(origin, "model", type(origin))
    return isinstance(model, type) and issubclass(model, AbstractPage)


def follow_deleted_page(page: AbstractPage) -> None:
    """Project what is left after an event or a pack is deleted; its foreign keys are already null.

    This must not raise: that would leave the page tree corrupt.
    """
    if is_kind(page, PackKind):
        shown = EventOccurrence.objects.filter(pack=None, pack_opens_at__isnull=False)
        project_pages(shown.order_by().values_list("page", flat=True).distinct())
    if is_kind(page, (EventKind, PackKind)):
        with never_refusing("deletion_not_followed", page_id=page.pk):
            if bereaved := getattr(page, BEREAVED, None):
                settle_bereaved(bereaved)
            tidy_events()


def look_after_packs(
    sender: type[Model],
    instance: AbstractPage,
    origin: Model | QuerySet[Any] | None = None,
    **kwargs: Any,
) -> None:
    """Find the packs that outlive a page of their event, before its deletion clears the link."""
    if not is_kind(instance, EventKind) or not isinstance(origin, QuerySet):
        return
    with never_refusing("deletion_not_followed", page_id=instance.pk):
        setattr(instance, BEREAVED, bereaved_packs(instance, origin, timezone.now()))


def project_what_is_related(instance: Model) -> None:
    """Project after a change of a row that is not an event or pack but affects how events show."""
    if isinstance(instance, EventHostMixin):
        after_whole_save(instance.page_id, project_page)
    elif isinstance(instance, ItemBase):
        after_whole_save(getattr(instance, "content_object_id", None), project_page)
    elif isinstance(instance, AbstractHostProfile):
        project_events_of_host(instance)
    elif isinstance(instance, Venue):
        project_events_at(pages_at(instance))
    elif isinstance(instance, PageViewRestriction):
        project_below(instance.page)


def project_pack(pack: PackKind) -> None:
    """Project the event a pack is about, and those that showed it before."""
    keep_open(pack, timezone.now())
    shown_by = EventOccurrence.objects.filter(pack=pack.pk).values_list("page", flat=True)
    for key in {pack.event_id, *shown_by} - {None}:
        after_whole_save(key, project_page)


def project_events_of_host(host: AbstractHostProfile) -> None:
    """Project every event of a host or of one of the host's translations."""
    family = type(host)._default_manager.filter(translation_key=host.translation_key)
    for relation in host_links():
        links = relation._default_manager.filter(host__in=family)
        project_pages(links.values_list("page", flat=True))


def host_links() -> list[type[EventHostMixin]]:
    """Return the models that link event pages of the site to hosts."""
    return [
        relation.related_model
        for model in page_types(EventKind)
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, EventHostMixin)
    ]


def project_below(page: AbstractPage) -> None:
    """Project every event shown at or below a page, or that a pack there is about.

    Aliases and other pages of these events elsewhere are included: they are as restricted.
    """
    there = showing(page).inside()
    for model in page_types(EventKind):
        events = model._default_manager.filter(there)
        project_pages(events.values_list("pk", flat=True))
    for model in page_types(PackKind):
        packs = list(model._default_manager.filter(there))
        for pack in packs:
            project_pack(pack)
        index_packs(packs)


def project_what_was_moved(sender: type[Model], instance: AbstractPage, **kwargs: Any) -> None:
    """Project after a move, which may have changed the view restrictions of everything below."""
    moved = get_page_model()._default_manager.filter(pk=instance.pk).first()
    if moved is not None:
        project_below(moved)
        if kwargs["url_path_before"] != kwargs["url_path_after"]:
            mark_moved_entries(moved)


def tell_calendars(sender: type[Model], instance: AbstractPage, **kwargs: Any) -> None:
    """Mark calendar entries as changed after a change of slug, which changes the URLs below."""
    mark_moved_entries(instance)


def follow_locale(sender: type[Model], instance: Locale, raw: bool = False, **kwargs: Any) -> None:
    """Project after a locale changes: text stored for its pages is in its language."""
    for model in page_types(EventKind) if not raw else ():
        project_pages(model._default_manager.filter(locale=instance).values_list("pk", flat=True))


def complete_translation(sender: type, source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    """Keep a pack's event in its translation, and publish no host or venue by translating it.

    A page is already saved when this receiver runs; a host profile or venue is not.
    """
    if isinstance(target_obj, InsightsPackMixin):
        keep_event(source_obj, target_obj)
    if isinstance(target_obj, AbstractHostProfile | Venue):
        target_obj.live = False
        target_obj.live_revision = None
        target_obj.first_published_at = None
        target_obj.last_published_at = None
        target_obj.has_unpublished_changes = False
