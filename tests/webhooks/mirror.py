"""A mirror of the site, kept as its readers are told to: from the log and from public answers."""

from typing import Any

from django.conf import settings
from django.test import Client

from wagtail_lift.models import get_host_model
from wagtail_lift.webhooks.log.subjects import public_pages

Name = tuple[str, str]


def read_page_of_log(cursor: str) -> dict[str, Any]:
    """Return one page of the log, through version 3 of the API where Wagtail has it."""
    address = "/api/v3/lift/changes/" if settings.HAS_API_V3 else "/api/v2/changes/"
    answer = Client().get(address, {"since": cursor, "limit": 5})
    assert answer.status_code == 200, answer.content
    return answer.json()


def fetch(name: Name) -> dict[str, Any] | None:
    """Return what everybody reads of a page or a host, ``None`` if nobody does."""
    kind, key = name
    answer = Client().get(f"/api/v2/{'hosts' if kind == 'host' else 'pages'}/{key}/")
    return answer.json() if answer.status_code == 200 else None


def fresh_copy() -> dict[Name, dict[str, Any]]:
    """Return all that is public, fetched now."""
    names = [("page", str(key)) for key in public_pages().values_list("pk", flat=True)]
    hosts = get_host_model()._default_manager.public()
    names += [("host", str(key)) for key in hosts.values_list("pk", flat=True)]
    found = {name: fetch(name) for name in names}
    return {name: answer for name, answer in found.items() if answer is not None}


class Mirror:
    """What a reader has, and the cursor up to which it is right."""

    def __init__(self, copy: dict[Name, dict[str, Any]] | None = None, cursor: str = "0") -> None:
        self.copy, self.cursor = dict(copy or {}), cursor

    def catch_up(self) -> None:
        """Read the log to its end, and fetch or forget what it names."""
        has_more = True
        while has_more:
            answer = read_page_of_log(self.cursor)
            for item in answer["items"]:
                subject = item["subject"]
                name = ("host" if subject["kind"] == "host" else "page", str(subject["id"]))
                found = None if item["removed"] else fetch(name)
                self.copy.pop(name, None)
                if found is not None:
                    self.copy[name] = found
            self.cursor, has_more = answer["cursor"], answer["has_more"]
