"""Consent is a fact about a person: it is the same on every translation of their host profile.

Withdrawing consent takes effect at once, wherever it is done. Giving it takes effect on publishing,
and only from a profile that has the latest consent: an outdated draft cannot restore it.
"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from wagtail.search.index import insert_or_update_object

from ..models.hosts import CONSENT, AbstractHostProfile

IN_ROW = (*CONSENT, "consent_version")


def settle_consent(host: AbstractHostProfile) -> None:
    """Decide, before a profile is saved, which consent it gets and what changes.

    What the person's other profiles must follow is noted on the instance for ``share_consent``.
    """
    family = list(_family(host).order_by("-consent_version", "pk"))
    before = next((row for row in family if row.pk == host.pk), None)
    others = [row for row in family if row.pk != host.pk]
    host._lift_hides_person = bool(before and before.live and not host.live)
    host._lift_consent_changed = False
    if not family:
        return
    known = family[0]
    is_told = host.consent_version == known.consent_version
    is_draft = not host.live and any(row.live for row in others)
    if host.is_listed and (not is_told or (is_draft and not known.is_listed)):
        host.take_consent_of(known)
        return
    is_changed = any(getattr(host, name) != getattr(known, name) for name in CONSENT)
    host._lift_consent_changed = is_changed
    host.consent_version = known.consent_version + is_changed


def share_consent(host: AbstractHostProfile) -> None:
    """Copy consent from a profile that was just saved to the person's other profiles.

    Unpublishing a person in one language unpublishes them in all.
    """
    others = _family(host).exclude(pk=host.pk)
    if host._lift_consent_changed:
        facts = {name: getattr(host, name) for name in IN_ROW}
        type(host)._default_manager.filter(pk=host.pk).update(**facts)
        others.update(**facts)
        for other in others:
            insert_or_update_object(other)
    if host._lift_hides_person:
        for other in others.filter(live=True):
            other.unpublish()


def withdraw_in_draft(host: AbstractHostProfile, content: dict[str, Any]) -> None:
    """Withdraw a person's consent as soon as a draft with the current consent version does."""
    is_told = content.get("consent_version") == host.consent_version
    if host.is_listed and is_told and not content.get("is_listed", True):
        for name in CONSENT:
            field: Any = host._meta.get_field(name)
            setattr(host, name, field.to_python(content.get(name)))
        host.save(update_fields=IN_ROW)


def _family(host: AbstractHostProfile) -> QuerySet[AbstractHostProfile]:
    """Return every profile of the person, locked if inside a transaction."""
    family = type(host)._default_manager.filter(translation_key=host.translation_key)
    is_locking = transaction.get_connection().in_atomic_block
    return family.select_for_update() if is_locking else family
