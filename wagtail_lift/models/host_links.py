"""Links by which hosts read and edit their own profile, without an account."""

from django.db import models

from .hosts import HOST_MODEL
from .share_links import ExpiringLink


class HostLink(ExpiringLink):
    """A link to the profile of one host, in one language; it opens nothing else.

    It ends with the right of ``created_by`` to change hosts, as well as when it expires.
    """

    host = models.ForeignKey(HOST_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta(ExpiringLink.Meta):
        verbose_name = "link of a host"
        verbose_name_plural = "links of hosts"

    def __str__(self) -> str:
        return f"{self.host_id}, until {self.expires_at.isoformat()}"
