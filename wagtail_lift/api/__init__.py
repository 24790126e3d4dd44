"""The package in Wagtail's content APIs: version 2, and version 3 where Wagtail has it."""
