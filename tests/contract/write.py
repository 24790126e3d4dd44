"""Write ``docs/reference/openapi.json``: the document of the package's own page types.

Run by ``make openapi`` with the newest supported Wagtail. ``--released`` notes the document as that
of a release, which is done once for each release, before its tag.
"""

import json
import os
import sys
from pathlib import Path

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json"
RELEASED = Path(__file__).with_name("released.json")
WRITTEN_FOR = (8, 0)
"""The version of Wagtail whose own part of the document is published."""


def written() -> str:
    """Return the document as text, in an order that does not depend on anything."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.contract.settings"
    import django

    django.setup()
    from django.urls import get_resolver

    from wagtail_lift.api.v3.contract import openapi_document

    assert get_resolver().url_patterns  # routes are complete once the addresses are
    return json.dumps(openapi_document("/api/v3/"), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    if "--print" in sys.argv:
        sys.stdout.write(written())
    elif "--released" in sys.argv:
        document = json.loads(PUBLISHED.read_text())
        RELEASED.write_text(json.dumps(document, sort_keys=True) + "\n")
    else:
        PUBLISHED.write_text(written())
