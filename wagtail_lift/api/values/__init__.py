"""API values of a page, ready for JSON."""

from ... import models as _models  # noqa: F401 -- load the models before any module here
