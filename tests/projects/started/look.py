"""Looks at a site from which the package was removed; ``test_readme.py`` runs it there.

Prints the title of the home page once nothing of the package is left and the admin works.
"""

import sys

import django
from bs4 import BeautifulSoup

REPORTS = [
    "locked",
    "workflow",
    "workflow_tasks",
    "site-history",
    "aging-pages",
    "page-types-usage",
]


def main() -> None:
    """Look at what is stored, at the admin, and delete the page that held the events."""
    from django.apps import apps
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Permission
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from django.test import Client
    from wagtail.models import (
        ModelLogEntry,
        Page,
        PageLogEntry,
        ReferenceIndex,
        Revision,
        Site,
        WorkflowState,
    )

    assert not apps.is_installed("wagtail_lift")
    assert not [name for name in connection.introspection.table_names() if "lift" in name]
    assert not ContentType.objects.filter(app_label__startswith="wagtail_lift").exists()
    assert not Permission.objects.filter(codename__contains="meeting").exists()
    assert not ReferenceIndex.objects.filter(to_content_type=None).exists()
    known = ContentType.objects.values("pk")
    for model in (PageLogEntry, ModelLogEntry, Revision, WorkflowState):
        assert not model.objects.exclude(content_type__in=known).exists(), model
    assert not PageLogEntry.objects.filter(action__startswith="wagtail_lift.").exists()
    assert Page.find_problems() == ([], [], [], [], [])

    home = Site.objects.get(is_default_site=True).root_page
    section = Page.objects.get(slug="section")
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(is_superuser=True))
    paths = ["/admin/", *(f"/admin/pages/{page.pk}/" for page in (home, section))]
    paths += [f"/admin/pages/{home.pk}/{name}/" for name in ("edit", "history", "usage")]
    paths += [f"/admin/reports/{name}/" for name in REPORTS]
    paths += [
        "/admin/redirects/",
        "/admin/groups/",
        "/admin/snippets/",
        "/admin/pages/search/?q=talks",
    ]
    answers = {path: client.get(path, follow=True).status_code for path in paths}
    assert set(answers.values()) == {200}, answers
    assert (section.numchild, section.get_children().count()) == (0, 0)
    assert client.post(f"/admin/pages/{section.pk}/delete/").status_code == 302
    assert not Page.objects.filter(pk=section.pk).exists()

    page = BeautifulSoup(Client(headers={"host": "localhost"}).get("/").content, "html.parser")
    sys.stdout.write(f"{page.h1.text}\n")


if __name__ == "__main__":
    django.setup()
    main()
