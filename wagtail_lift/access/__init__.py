"""Who may read what, and who may publish about it."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
