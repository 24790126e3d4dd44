"""Making the demo content: once, through models, revisions and actions like anybody's content."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.enums import MeetingState
from wagtail_lift.models import Venue, get_host_model
from wagtail_lift.pages.models import EventHost, EventIndexPage, EventPage, InsightsPack

from .content.compassion_guide import QUESTION_CARDS
from .content.events import EVENTS
from .content.hosts import HOSTS
from .content.programmes import COMMUNITY, HOME, OPEN, TEMPLATE, TOPIC_LED
from .content.venues import VENUES
from .dates import as_stored, move_instants, typed_dates
from .memory import Memory
from .models import HomePage
from .pictures import draw
from .specs import ZONE, EventSpec, HostSpec, PageSpec, Picture, Stream, VenueSpec

NOTES = Picture("notes", "A wall with fourteen coloured note cards in three loose groups")

_ACTIONS = {
    MeetingState.CANCELLED: cancel_meeting,
    MeetingState.POSTPONED: postpone_meeting,
}


def make_what_is_missing(memory: Memory, today: date) -> int:
    """Make each part of the demo that was never made; return how many pages were."""
    if not memory.knows(HOME.key):
        _make_home(memory)
    _make_document(memory, "document:question-cards", "Question cards", QUESTION_CARDS)
    make_image(memory, NOTES)
    for host in HOSTS:
        make_host(memory, host, today)
    for venue in VENUES:
        make_venue(memory, venue)
    made = [
        make_page(memory, EventIndexPage, programme) for programme in (COMMUNITY, TOPIC_LED, OPEN)
    ]
    for event in EVENTS:
        made.append(make_event(memory, event, today))
        if event.pack is not None:
            made.append(make_page(memory, InsightsPack, replace(event.pack, parent=event.key)))
    return sum(made) + _make_template(memory)


def _make_template(memory: Memory) -> bool:
    """Make the draft from which new open events start, and name it unless an editor has a draft."""
    programme = memory.find(EventIndexPage, OPEN.key)
    if not make_page(memory, EventPage, TEMPLATE):
        return False
    if not programme.has_unpublished_changes and programme.event_template_id is None:
        programme.event_template_id = memory.id_of(TEMPLATE.key)
        programme.save_revision().publish()
    return True


def _make_home(memory: Memory) -> None:
    """Make the home page and let the site begin there; Wagtail's own welcome page gives way."""
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=Locale.get_default())
    )
    welcome = root.get_children().exact_type(Page).filter(slug="home", numchild=0).first()
    if welcome is not None:
        welcome.slug = "welcome-to-wagtail"
        welcome.save()
    home = _publish_below(memory, root, HomePage, HOME)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page, site.site_name = Page.objects.get(pk=home.pk), HOME.title
    site.save()
    if welcome is not None:
        Page.objects.get(pk=welcome.pk).delete()


def make_page(memory: Memory, model: type[Page], spec: PageSpec) -> bool:
    """Make a page unless it was made before or has nowhere to stand; return whether it was."""
    parent = memory.find(Page, spec.parent)
    if memory.knows(spec.key) or parent is None:
        return False
    _publish_below(memory, parent, model, spec)
    return True


def _publish_below(memory: Memory, parent: Page, model: type[Page], spec: PageSpec) -> Page:
    page = _add(memory, parent, model, spec, spec.fields)
    revision = page.save_revision()
    if spec.is_published:
        revision.publish()
    return page


def _add(
    memory: Memory,
    parent: Page,
    model: type[Page],
    spec: PageSpec | EventSpec,
    fields: Mapping[str, Any],
) -> Page:
    page = model(title=spec.title, slug=spec.slug, live=False)
    for name, value in fields.items():
        attribute = model._meta.get_field(name).attname
        setattr(page, attribute, memory.resolve(value))
    for name, stream in spec.streams.items():
        setattr(page, name, as_stream(memory, stream))
    if spec.picture is not None:
        page.lead_image_id = make_image(memory, spec.picture)
        page.lead_image_alt_text = spec.picture.alt_text
    parent.add_child(instance=page)
    memory.remember(spec.key, page)
    return page


def as_stream(memory: Memory, stream: Stream) -> str:
    """Return a stream as it is stored."""
    return json.dumps(memory.resolve(_with_images(memory, stream)))


def _with_images(memory: Memory, value: Any) -> Any:
    """Return a value in which each ``Picture``, however deep, is the id of its image."""
    if isinstance(value, Picture):
        return make_image(memory, value)
    if isinstance(value, dict):
        return {name: _with_images(memory, inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_images(memory, inner) for inner in value]
    return value


def make_event(memory: Memory, spec: EventSpec, today: date) -> bool:
    """Make an event with its hosts and tags, publish it and do to its meeting what is told."""
    parent = memory.find(Page, spec.parent)
    if memory.knows(spec.key) or parent is None:
        return False
    typed = typed_dates(spec.schedule, today, spec.rule) if spec.schedule else {}
    page = _add(memory, parent, EventPage, spec, {**spec.fields, **typed, "timezone": ZONE})
    page.topics.add(*spec.topics)
    page.audiences.add(*spec.audiences)
    for number, host in enumerate(spec.hosts):
        page.event_hosts.add(
            EventHost(
                host_id=memory.id_of(f"host:{host.key}"),
                role=host.role,
                line=host.line,
                sort_order=number,
            )
        )
    page.save_revision().publish()
    moved = _act_on_meeting(page, spec, today)
    memory.remember_dates(spec.key, as_stored(typed), moved)
    return True


def _act_on_meeting(page: Page, spec: EventSpec, today: date) -> Any:
    meeting = page.lift_event.meetings.order_by("starts_at", "pk").first()
    if spec.state in _ACTIONS:
        _ACTIONS[spec.state](meeting, user=None, public_note=spec.public_note)
    if spec.moved_to is None:
        return None
    starts_at, ends_at = move_instants(spec.moved_to, today)
    change_meeting(
        meeting, starts_at=starts_at, ends_at=ends_at, user=None, public_note=spec.public_note
    )
    return starts_at, ends_at


def make_host(memory: Memory, spec: HostSpec, today: date) -> None:
    """Make and publish a host profile; who has not agreed to be listed has no consent either."""
    key = f"host:{spec.key}"
    if memory.knows(key):
        return
    host = get_host_model()(
        kind=spec.kind,
        name=spec.name,
        slug=spec.key,
        biography=spec.biography,
        locale=Locale.get_default(),
        live=False,
        **spec.fields,
    )
    host.links = as_stream(memory, spec.links)
    if spec.is_listed:
        host.is_listed = True
        host.consent_given_by, host.consent_given_on = "Demo content", today
    if spec.picture is not None:
        host.photo_id = make_image(memory, spec.picture)
        host.photo_alt_text = spec.picture.alt_text
    host.full_clean()
    host.save()
    host.save_revision().publish()
    memory.remember(key, host)


def make_venue(memory: Memory, spec: VenueSpec) -> None:
    """Make and publish a venue."""
    key = f"venue:{spec.key}"
    if memory.knows(key):
        return
    venue = Venue(name=spec.name, locale=Locale.get_default(), live=False, **spec.fields)
    if spec.picture is not None:
        image = {"image": make_image(memory, spec.picture), "alt_text": spec.picture.alt_text}
        photo = {"image": {**image, "decorative": False}, "caption": spec.caption}
        venue.photos = as_stream(memory, [{"type": "photo", "value": photo}])
    venue.full_clean()
    venue.save()
    venue.save_revision().publish()
    memory.remember(key, venue)


def make_image(memory: Memory, picture: Picture) -> int:
    """Return the id of the drawn picture, which is made when it is first asked for."""
    key = f"image:{picture.motif}"
    if not memory.knows(key):
        image = get_image_model()(
            title=f"{picture.motif.capitalize()} (drawing)",
            description=picture.alt_text,
            file=ContentFile(draw(picture.motif), name=f"demo-{picture.motif}.webp"),
        )
        image.save()
        memory.remember(key, image)
    return memory.id_of(key)


def _make_document(memory: Memory, key: str, title: str, text: str) -> None:
    if memory.knows(key):
        return
    name = f"{key.partition(':')[2]}.txt"
    document = get_document_model()(title=title, file=ContentFile(text.encode(), name=name))
    document.save()
    memory.remember(key, document)
