"""Tags: the audiences, and the field that tags host profiles."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from taggit.models import TagBase


class Audience(TagBase):
    """Who an event is for (health, social care …); kept apart from topics, so they do not mix."""

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class HostTagsField(ClusterTaggableManager):
    """The tags of host profiles, whichever model the site uses for them.

    Migrations do not name its ``through`` model, which points back at the host model: a site's own
    host model could be created neither before nor after it. No column depends on it.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the field as migrations see it."""
        name, _path, args, kwargs = super().deconstruct()
        path = "modelcluster.contrib.taggit.ClusterTaggableManager"
        return name, path, args, {**kwargs, "through": "taggit.TaggedItem"}
