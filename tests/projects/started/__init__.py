"""A site that ``wagtail start`` made and into which the README installed the package."""
