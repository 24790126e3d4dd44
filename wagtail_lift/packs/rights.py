"""Who may publish a pack about an event: it changes what the event's own page says."""

from django.contrib.auth.base_user import AbstractBaseUser

from ..events.identity import pages_beside
from ..models.kinds import EventKind, PackKind


def may_publish_about(pack: PackKind, event: EventKind, user: AbstractBaseUser) -> bool:
    """Return whether ``user`` may publish ``pack`` about the event that the page ``event`` shows.

    Users may if they can edit the event's source, whichever alias or translation the pack names.
    So may those who add the pack below that source, and those who maintain or translate a pack
    that is already published about this event.
    """
    source = event.source
    while source.alias_of_id:  # if the page with the plan is gone
        source = source.alias_of.specific
    above = pack.page_above
    if above is not None and above.pk == source.pk:
        return True
    return source.permissions_for_user(user).can_edit() or _is_known(pack, event)


def _is_known(pack: PackKind, event: EventKind) -> bool:
    known = type(pack)._default_manager.filter(translation_key=pack.translation_key, live=True)
    return known.filter(event__in=pages_beside(event)).exists()
