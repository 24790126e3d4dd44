"""What pages tell search engines and social networks: previews, structured data, sitemaps."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
