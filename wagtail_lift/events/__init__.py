"""What an event page works out: its meetings, dates, facets, previews and template context."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
