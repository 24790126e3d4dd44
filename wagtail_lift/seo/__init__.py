"""What pages tell machines: API, structured data, sitemaps, and until when an answer holds."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
