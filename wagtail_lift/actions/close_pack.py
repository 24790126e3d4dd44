"""Close an insights pack that stays open because it has been open to all."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from ..events.identity import event_ids_of, lock_events
from ..exceptions import PackNotOpen, PackOpenByItself
from ..models import EventOccurrence, PackOpening
from ..models.kinds import PackKind
from ..packs.lookup import original_of
from ..projection.events import project_page
from ..projection.pack_index import index_packs


def close_pack(pack: PackKind, *, user: AbstractBaseUser | None) -> None:
    """Close a pack: its dates decide again whether it is open.

    Raises ``PackNotOpen`` if nothing keeps it open, and ``PackOpenByItself`` if its dates have
    ended or it opens early: unpublish such a pack instead.
    """
    with transaction.atomic():
        lock_events(event_ids_of([pack.event_id]).values())
        deleted, _rows = PackOpening.objects.filter(pack=original_of(pack)).delete()
        if not deleted:
            raise PackNotOpen
        if pack.is_open:
            raise PackOpenByItself
        # Clear these rows now: while they show the pack as open, projecting keeps it open.
        shown = EventOccurrence.objects.filter(pack__in=[pack.pk, original_of(pack)])
        shown.update(pack=None, pack_opens_at=None)
        log(instance=pack, action="wagtail_lift.close_pack", user=user)
    project_page(pack.event_id)
    index_packs([pack])
