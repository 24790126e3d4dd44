"""Which instance of a page shows a draft: what readers see of it is worked out, never stored."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone

_WORKED_OUT = ("occurrences", "facets", "lifecycle", "headline_occurrence")
"""Cached values that differ between the published page and its draft."""


class DraftShownMixin(models.Model):
    """A page whose revisions show what readers would see if they were published.

    ``shows_draft`` is true for an instance made from a revision, until it is saved as a whole, and
    after ``show_draft()``. A page that was never published, or no longer is, is a draft anyway.
    """

    shows_draft = False
    hides_private_values = False
    shared_until: datetime | None = None
    """When the link ends by which this draft is shown; ``None`` without one."""

    shared_url = ""
    """The address of that link, for what leads from one part of the draft to another."""

    _shown_at: datetime | None = None

    class Meta:
        abstract = True

    def show_draft(self, is_draft: bool = True) -> None:
        """Show the content of this instance as it would be once published; writes nothing."""
        self.shows_draft, self._shown_at = is_draft, None
        for name in _WORKED_OUT:
            self.__dict__.pop(name, None)

    def show_mode(self, mode_name: str) -> None:
        """Show the draft as a preview mode does; a mode that has no rule shows it as it is now."""
        self.show_draft()

    def show_draft_to_strangers(self, until: datetime) -> None:
        """Show the draft to people without an account until then: without any private value."""
        self.show_draft()
        self.hides_private_values, self.shared_until = True, until
        for name in getattr(self, "api_private_fields", ()):
            setattr(self, name, self._meta.get_field(name).get_default())

    @property
    def shown_at(self) -> datetime:
        """Return the instant at which to show the page: now, or that of its preview mode."""
        return self._shown_at or timezone.now()

    @property
    def has_draft_content(self) -> bool:
        """Return whether this instance may hold unpublished content: a draft or a preview."""
        return not self.live or self.pk is None or self.shows_draft

    def take_over_what_no_revision_holds(self) -> None:
        """Set, on an instance made from a revision alone, what the stored page keeps to itself.

        That is its place: its address follows from the slug of the draft and the page above.
        """
        if self.depth:
            self.set_url_path(self.get_parent())

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Return the page as in a revision; it shows a draft."""
        page: Self = super().with_content_json(content)
        page.show_draft()
        return page

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page; after a whole save, its content is no draft."""
        saved = super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            self.show_draft(False)
        return saved

    save.alters_data = True
