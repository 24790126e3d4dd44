"""Links for people without an account: one to a draft, for example."""

from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from .page_model import PAGE_MODEL


def hash_of(token: str) -> str:
    """Return the text under which the link with this token is stored."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def new_token() -> str:
    """Return a token that nobody can guess: 256 random bits, safe in an address."""
    return token_urlsafe(32)


class ExpiringLink(models.Model):
    """A link for somebody without an account. Only a hash of its token is stored.

    It ends when it expires, when it is revoked, and with the right of ``created_by``.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    created_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]
        default_permissions = ()


class ShareLink(ExpiringLink):
    """A link to the draft of a page: no row opens a draft.

    It ends with the right of ``created_by`` to edit the page, as well as when it expires.
    """

    page = models.ForeignKey(PAGE_MODEL, on_delete=models.CASCADE, related_name="lift_share_links")

    class Meta(ExpiringLink.Meta):
        verbose_name = "link to a draft"
        verbose_name_plural = "links to drafts"

    def __str__(self) -> str:
        return f"{self.page_id}, until {self.expires_at.isoformat()}"
