"""The editors' side: lists, forms and actions in the admin, registered by ``wagtail_hooks``."""
