"""How long answers may be kept, and by whom."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
