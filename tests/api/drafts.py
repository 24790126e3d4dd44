"""What the API answers of a draft by its link, and of the page once the draft is published."""

import json

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from wagtail_lift.actions import share_draft

DOORS = {
    2: ("/api/v2/page_preview/", "/api/v2/pages/find/"),
    3: ("/api/v3/lift/preview/", "/api/v3/lift/find/"),
}
"""Where a draft is read, and where a page is found, by version."""


def shared(version, page, **query):
    """Return what somebody without an account reads of the draft of a page."""
    user = get_user_model().objects.filter(is_superuser=True).first()
    token = share_draft(page, user=user, now=timezone.now())
    return _read(DOORS[version][0], share=token, **query)


def found(version, page, **query):
    """Return what is found at the address of a page as it is stored."""
    stored = type(page).objects.get(pk=page.pk)
    return _read(DOORS[version][1], url=stored.full_url, **query)


def publish(page):
    """Publish the latest draft of a page."""
    type(page).objects.get(pk=page.pk).get_latest_revision().publish()


def without_facts_about_publication(answer):
    """Return what is found, with its head, without the instants at which it was published."""
    data = json.loads(answer["head"]["json_ld"] or "{}")
    known = {name: data[name] for name in data if name not in ("datePublished", "dateModified")}
    return {**answer, "head": {**answer["head"], "json_ld": known}}


def _read(address, **query):
    answer = Client().get(address, query)
    assert answer.status_code == 200, answer.text
    return answer.json()
