"""To whom mails about an event go; addresses are read when they are needed and stored nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..enums import HostGroup, HostRole
from ..models.kinds import EventKind

HELD_BY = (HostGroup.HOSTS, HostGroup.PARTNERS, HostGroup.FACILITATORS)
"""Who held the conversation; speakers did not."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to write to. ``key`` names them without the address."""

    key: str
    name: str
    address: str


def those_who_held(event: EventKind) -> list[Recipient]:
    """Return the hosts with a private address, each address once; else one who looks after it.

    That is the owner of the page who may still add a pack below it, else the contact of the event.
    Whether a host agreed to be listed does not matter: nothing of this is public.
    """
    by_address = {host.address.casefold(): host for host in reversed([*_hosts(event)])}
    hosts = [*reversed(by_address.values())]
    return hosts or [*_keepers(event)][:1]


def _hosts(event: EventKind) -> Iterator[Recipient]:
    for row in event.event_hosts.all():
        held = row.role in HostRole.values and HostRole(row.role).group in HELD_BY
        if held and row.host is not None and row.host.email:
            yield Recipient(f"host:{row.host_id}", str(row.host.name), row.host.email)


def _keepers(event: EventKind) -> Iterator[Recipient]:
    owner = event.owner
    if (
        owner is not None
        and owner.is_active
        and event.permissions_for_user(owner).can_add_subpage()
    ):
        address = getattr(owner, owner.get_email_field_name(), "")
        if address:
            yield Recipient(f"user:{owner.pk}", owner.get_full_name(), address)
    if event.contact_email:
        yield Recipient("contact", event.contact_name, event.contact_email)
