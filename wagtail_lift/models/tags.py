"""Tags: the vocabulary of audiences, and the field by which host profiles are tagged."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from taggit.models import TagBase


class Audience(TagBase):
    """Whom an event is for (health, social care …); apart from topics, so that they do not mix."""

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class HostTagsField(ClusterTaggableManager):
    """The tags of host profiles, whichever model the site uses for them.

    Migrations do not name its ``through`` model: that one points back at the host model, and a
    host model of the site could be created neither before it nor after it. No column hangs on it.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the field as migrations see it."""
        name, _path, args, kwargs = super().deconstruct()
        path = "modelcluster.contrib.taggit.ClusterTaggableManager"
        return name, path, args, {**kwargs, "through": "taggit.TaggedItem"}
