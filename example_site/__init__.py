"""The example site: a Wagtail site that uses `wagtail_lift`, with demo content."""
