"""What the API says of a page: values ready for JSON."""

from ... import models as _models  # noqa: F401 -- first, whichever is asked for first
