"""Rewrite freshly generated migrations so that they load on every supported set.

``makemigrations`` writes down the site it ran on. A migration of ours may name images, documents
and the newest migration of Wagtail only through what every site has. ``regenerate.py`` calls it.
"""

import re

NEWEST_CORE = "0097_baselogentry_uuid_action_timestamp_indexes"
"""The newest migration of wagtailcore that Wagtail 7.4 has."""

REWRITES = (
    (r"\('wagtailcore', '0098_\w+'\)", f"('wagtailcore', '{NEWEST_CORE}')"),
    (
        r"\('wagtailimages', '\w+'\)",
        "migrations.swappable_dependency(get_image_model_string())",
    ),
    (
        r"\('wagtaildocs', '\w+'\)",
        "migrations.swappable_dependency(get_document_model_string())",
    ),
    (r"to='wagtailimages\.image'", "to=get_image_model_string()"),
    (r"to='wagtaildocs\.document'", "to=get_document_model_string()"),
)

IMPORTS = {
    "get_image_model_string()": "from wagtail.images import get_image_model_string",
    "get_document_model_string()": "from wagtail.documents import get_document_model_string",
}


HOST_MODEL = "settings.WAGTAIL_LIFT_HOSTPROFILE_MODEL"
PAGE_DEPENDENCY = "        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),\n"
USER_DEPENDENCY = "        migrations.swappable_dependency(settings.AUTH_USER_MODEL),\n"
HOST_DEPENDENCY = f"        migrations.swappable_dependency({HOST_MODEL}),\n"


def make_portable(text: str) -> str:
    """Return a migration's text with references to this very site replaced."""
    for pattern, replacement in REWRITES:
        text = re.sub(pattern, replacement, text)
    for call, line in IMPORTS.items():
        if call in text and line not in text:
            text = text.replace(
                "from django.db import migrations", f"{line}\nfrom django.db import migrations", 1
            )
    # Where the site's host model is our own, makemigrations sees no need to wait for it.
    if f"to={HOST_MODEL}" in text and HOST_DEPENDENCY not in text:
        first = PAGE_DEPENDENCY if PAGE_DEPENDENCY in text else USER_DEPENDENCY
        text = text.replace(first, HOST_DEPENDENCY + first, 1)
    return text
