"""An event that starts with what the template of its programme says."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from wagtail.models import AbstractPage

from ..enums import Notice
from ..events.templates import start_from_template
from ..models.kinds import ProgrammeKind, is_kind
from .notices import EditorNotice


class EventTemplateMixin(models.Model):
    """Starts an event from a template; see ``events.templates``."""

    started_from = ""
    """The title of the event from which a page that is not stored yet took its content."""

    class Meta:
        abstract = True

    def start_from_template(
        self, programme: AbstractPage | None, user: AbstractBaseUser | None
    ) -> None:
        """Take what the template of the programme says, before the form of a new event opens."""
        if is_kind(programme, ProgrammeKind):
            start_from_template(self, programme.specific, user)

    def get_starting_notices(self) -> list[EditorNotice]:
        """Return that the page starts with what a template says."""
        notice = EditorNotice(Notice.FROM_TEMPLATE, self.started_from)
        return [notice] if self.started_from else []
