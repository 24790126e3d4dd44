"""The documentation as a site: ``make docs`` writes it to ``build/docs``."""

from importlib import metadata

project = "wagtail_lift"
author = "wagtail_lift contributors"
copyright = author
release = version = metadata.version("wagtail-lift")
language = "en"

extensions = ["myst_parser"]
root_doc = "index"
exclude_patterns = ["README.md"]  # index.md shows it; code hosts show it by itself
nitpicky = True

# As on code hosts: `file.md#a-heading` is the address of a heading.
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False
html_show_sphinx = False
