"""Community-led event pages for Wagtail, from invitation to insights pack."""

__version__ = "0.1.0"
