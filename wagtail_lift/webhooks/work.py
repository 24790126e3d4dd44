"""What ``lift_tick`` does for the log and for webhooks."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import ngettext

from .delivery.tasks import deliver_for_a_while
from .log import follow_clock, prune, settle_all, touch_what_was_missed


def do_what_is_due(now: datetime) -> Iterator[str]:
    """Write what the log lacks, delete what is old, and deliver; yield a line for each."""
    touch_what_was_missed()
    written = settle_all(now) + follow_clock(now)
    if written:
        line = ngettext("%(count)d change noted.", "%(count)d changes noted.", written)
        yield line % {"count": written}
    prune(now)
    sent = deliver_for_a_while(now)
    if sent:
        line = ngettext(
            "%(count)d delivery to webhooks tried.", "%(count)d deliveries to webhooks tried.", sent
        )
        yield line % {"count": sent}
