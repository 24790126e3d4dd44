"""Looks at a site from which the package was removed; run in the site.

``tests/projects/started/look.py`` looks at what is stored, and at all of the admin. Prints, as one
line of JSON, what the home pages say once the pages that held programmes are deleted in the admin.
"""

import json
import sys

from bs4 import BeautifulSoup


def main() -> None:
    """Delete these pages, look at the home pages, and print."""
    from django.apps import apps
    from django.contrib.auth import get_user_model
    from django.test import Client
    from wagtail.models import Page

    assert not apps.is_installed("wagtail_lift")
    editor = Client(headers={"host": "localhost"})
    editor.force_login(get_user_model().objects.get(username="administrator"))
    for page in Page.objects.filter(slug__in=("section", "bereich")):
        assert page.get_children().count() == 0, page
        answer = editor.post(f"/admin/pages/{page.pk}/delete/")
        assert answer.status_code == 302, answer.text
    assert not Page.objects.filter(depth__gt=2).exists()
    said = {path: _heading(path) for path in ("/en/", "/de/")}
    sys.stdout.write(f"{json.dumps(said)}\n")


def _heading(path: str) -> str:
    from django.test import Client

    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 200, answer.text
    return BeautifulSoup(answer.content, "html.parser").h1.text
