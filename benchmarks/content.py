"""Sites of any size, made in bulk: the same events for the package and for the floor."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.text import slugify
from taggit.models import Tag
from wagtail.models import Page, Site

from benchmarks.floor.models import FloorDate, FloorEventPage, FloorIndexPage, FloorTopic
from benchmarks.specs import QUESTIONS, TOPICS, ZONE, EventSpec, event_specs
from wagtail_lift.models import get_host_model
from wagtail_lift.pages.models import EventHost, EventIndexPage, EventPage, EventTag
from wagtail_lift.projection import rebuild_occurrences

BATCH = 200
HOSTS = 40


@dataclass(frozen=True)
class BenchmarkSite:
    """Two programmes of one site; ``hosts`` and ``topics`` are what their events share."""

    ours: EventIndexPage
    floor: FloorIndexPage
    hosts: Sequence[Any]
    topics: dict[str, Tag]
    today: date

    @property
    def size(self) -> int:
        """Return how many events each side has."""
        return Page.objects.get(pk=self.ours.pk).numchild


def make_site(home: Page, today: date) -> BenchmarkSite:
    """Make two empty programmes below ``home``, the hosts and the topics."""
    ours = home.add_child(instance=EventIndexPage(title="Ours", slug="ours", default_timezone=ZONE))
    floor = home.add_child(instance=FloorIndexPage(title="Floor", slug="floor"))
    model = get_host_model()
    hosts = [
        model(
            name=f"Host {n}",
            slug=f"host-{n}",
            is_listed=True,
            consent_given_by=f"Host {n}",
            consent_given_on=today,
            locale=home.locale,
        )
        for n in range(HOSTS)
    ]
    for host in hosts:
        host.save()
    topics = {name: Tag.objects.create(name=name, slug=slugify(name)) for name in TOPICS}
    return BenchmarkSite(ours, floor, hosts, topics, today)


def home_of_default_site() -> Page:
    """Return the page at which the default site begins."""
    return Site.objects.get(is_default_site=True).root_page.specific


def grow(site: BenchmarkSite, size: int) -> None:
    """Add events to both sides until there are ``size``; ours still have to be projected."""
    specs = event_specs(site.size, size, site.today)
    with transaction.atomic():
        for first in range(0, len(specs), BATCH):
            _add_ours(site, specs[first : first + BATCH])
            _add_to_floor(site, specs[first : first + BATCH])


def project(at_most: int | None = None) -> None:
    """Work out the dates of the first events of ours, or of all; raise where one cannot be."""
    events = islice(rebuild_occurrences(), at_most)
    failed = [event.page_id for event in events if not event.is_projected]
    if failed:
        raise RuntimeError(f"Not projected: {failed[:10]}")


def _add_ours(site: BenchmarkSite, specs: Sequence[EventSpec]) -> None:
    pages = _add_pages(site.ours, EventPage, specs, _fields_of_ours)
    EventTag.objects.bulk_create(
        EventTag(tag=site.topics[name], content_object_id=page.pk)
        for page, spec in zip(pages, specs, strict=True)
        for name in sorted(set(spec.topics))
    )
    EventHost.objects.bulk_create(
        EventHost(page_id=page.pk, host=site.hosts[spec.host_number], sort_order=0)
        for page, spec in zip(pages, specs, strict=True)
    )


def _fields_of_ours(spec: EventSpec) -> dict[str, Any]:
    body = [("paragraph", text) for text in spec.paragraphs]
    questions = [("question", {"question": text, "minutes": 20}) for text in QUESTIONS]
    return {
        "summary": spec.summary,
        "body": _stream(spec, "body", body),
        "conversation": _stream(spec, "conversation", questions),
        "start_date": spec.start_date,
        "start_time": spec.start_time,
        "end_time": spec.end_time,
        "timezone": ZONE,
        "recurrence_rule": spec.rule,
        "venue_name": spec.place,
        "attendance_mode": spec.mode,
    }


def _stream(spec: EventSpec, name: str, blocks: Iterable[tuple[str, Any]]) -> str:
    """Return a stream as it is stored, each block with an identity of its own."""
    return json.dumps(
        [
            {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"{spec}{name}{n}"))}
            for n, (kind, value) in enumerate(blocks)
        ]
    )


def _add_to_floor(site: BenchmarkSite, specs: Sequence[EventSpec]) -> None:
    pages = _add_pages(site.floor, FloorEventPage, specs, _fields_of_floor)
    FloorTopic.objects.bulk_create(
        FloorTopic(tag=site.topics[name], content_object_id=page.pk)
        for page, spec in zip(pages, specs, strict=True)
        for name in sorted(set(spec.topics))
    )
    FloorDate.objects.bulk_create(
        FloorDate(
            page_id=page.pk, starts_at=starts_at, ends_at=ends_at, changed_at=page.last_published_at
        )
        for page, spec in zip(pages, specs, strict=True)
        for starts_at, ends_at in spec.dates
    )


def _fields_of_floor(spec: EventSpec) -> dict[str, Any]:
    questions = "".join(f"<h3>{text}</h3><p>20 minutes</p>" for text in QUESTIONS)
    return {
        "summary": spec.summary,
        "body": "".join(spec.paragraphs) + questions,
        "place": spec.place,
        "mode": spec.mode,
        "hosts": f"Host {spec.host_number}",
    }


def _add_pages(
    parent: Any,
    model: type[Page],
    specs: Sequence[EventSpec],
    fields: Callable[[EventSpec], dict[str, Any]],
) -> list[Page]:
    """Add published pages of one type at the end of those below ``parent``, in two statements.

    Django creates no rows of several tables in bulk: those of ``Page`` first, then the type's own.
    """
    parent = Page.objects.get(pk=parent.pk)
    kind = ContentType.objects.get_for_model(model)
    published_at = datetime.now(UTC).replace(microsecond=0)
    pages = [
        Page(
            path=Page._get_path(parent.path, parent.depth + 1, parent.numchild + n),
            depth=parent.depth + 1,
            title=spec.title,
            draft_title=spec.title,
            slug=spec.slug,
            url_path=f"{parent.url_path}{spec.slug}/",
            content_type=kind,
            locale_id=parent.locale_id,
            first_published_at=published_at,
            last_published_at=published_at,
        )
        for n, spec in enumerate(specs, 1)
    ]
    Page.objects.bulk_create(pages)
    own = [
        model(page_ptr_id=page.pk, **fields(spec)) for page, spec in zip(pages, specs, strict=True)
    ]
    model._base_manager._insert(own, fields=model._meta.local_concrete_fields, using="default")
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    return pages
