"""Keep the speakers whom no answer of the API shows, whatever is sent back."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import StreamValue, StructValue

from .agenda import ParallelBlock, SpokenBlock
from .hosts import known_hosts


def with_kept_speakers(new_value: StreamValue, old_value: StreamValue | None) -> StreamValue:
    """Return an agenda as sent, with the speakers of ``old_value`` that no answer shows.

    Blocks are matched by id, parallel sessions by title, else by their place.
    """
    before = {child.id: child.value for child in old_value or ()}
    for child in new_value:
        known = before.get(child.id)
        if known is not None and isinstance(child.block, SpokenBlock | ParallelBlock):
            for session, old in _matched(child.value, known):
                kept = with_unlisted(session.get("speakers") or (), known_hosts(old))
                session["speakers"] = session.block.child_blocks["speakers"].normalize(kept)
    return new_value


def _matched(value: Any, known: Any) -> Iterator[tuple[StructValue, StructValue]]:
    """Yield the sessions of a block, each with the one it was."""
    if "speakers" in value and "speakers" in known:
        yield value, known
    left = [*(known.get("sessions") or ())] if "sessions" in value else []
    for session in [*(value.get("sessions") or ())] if left else []:
        same = (old for old in left if old.get("title") == session.get("title"))
        old = next(same, left[0] if left else None)
        if old is not None:
            left.remove(old)
            yield session, old


def with_unlisted(sent: Iterable[Any], before: Iterable[Any]) -> list[Any]:
    """Return the hosts that were sent and those of ``before`` that no answer shows.

    Each of these stands after its neighbour. Only the admin removes them.
    """
    hosts = [host for host in sent if host is not None]
    known = [host for host in before if host is not None]
    for number, host in enumerate(known):
        keys = [each.pk for each in hosts]
        if host.is_public or host.pk in keys:
            continue
        above = (each.pk for each in reversed(known[:number]) if each.pk in keys)
        neighbour = next(above, None)
        hosts.insert(0 if neighbour is None else keys.index(neighbour) + 1, host)
    return hosts
