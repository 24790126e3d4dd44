"""Who may read what, and who may publish about it."""

from .. import models as _models  # noqa: F401 -- models load first, whatever is imported
