"""Views at addresses of their own, beside those of pages; ``wagtail_lift.urls`` has the list."""
