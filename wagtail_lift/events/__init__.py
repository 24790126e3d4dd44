"""What an event page computes: its meetings, dates, facets, previews and template context."""

from .. import models as _models  # noqa: F401 -- load the models first, whatever is imported first
