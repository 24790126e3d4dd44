"""Which page an event's plan is read from: the next page takes over when the source is gone."""

from ..events.plans import take_over
from ..models import Event
from ..models.kinds import EventKind


def appoint_source(event: Event, page: EventKind) -> None:
    """Make a page the source of a locked event; if it takes over, it gets the plan.

    The plan is written to the page's row as last published. A revision of a page that was not the
    source contains no plan, so publishing an older draft of it changes no date.
    """
    if event.source_id == page.pk:
        return
    event.source_id = page.pk
    event.save(update_fields=["source"])
    if event.plan:
        take_over(page, event)
        values = {name: getattr(page, name) for name in page.source_fields}
        type(page)._default_manager.filter(pk=page.pk).update(**values)
