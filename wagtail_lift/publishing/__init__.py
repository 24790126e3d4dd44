"""The publishing gate: the checks that pages and host profiles must pass to go live."""

from .. import models as _models  # noqa: F401 -- models load first, whatever is imported
