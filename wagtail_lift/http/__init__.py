"""HTTP: caching, URLs and invalid characters."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
