"""Asks each address in the name of a stranger, and says what came back."""

import re
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.db import transaction

from tests.wrong_person import rows

HAS_V3 = apps.is_installed("wagtail.api.v3")

ROWS = {
    "api/v2/": rows.VERSION_2,
    **({"api/v3/": rows.VERSION_3} if HAS_V3 else {}),
    "admin/lift/": rows.ADMIN,
    "": rows.ELSEWHERE,
}
WRITES = {"api/v3/": ("post", "patch", "put", "delete"), "admin/lift/": ("post",)}
"""How an address takes what is written; a page and version 2 of the API are only read."""

NEW_EACH_TIME = re.compile(r'"CSRF_TOKEN": "\w+"|name="csrfmiddlewaretoken" value="\w+"')


def below(prefix: str, path: str) -> str:
    """Return the address of a path; one that begins with a slash stands for itself."""
    return path if path.startswith("/") else f"/{prefix}{path}"


def answer(client: Any, method: str, path: str, body: Any = None) -> tuple[int, str]:
    """Return the status of an answer and all of its text; what was written is taken back.

    What Wagtail puts into each answer anew, and messages of earlier requests, are left out.
    """
    client.cookies.pop("messages", None)
    sent = {} if method == "get" else {"data": body or {}, "content_type": "application/json"}
    with transaction.atomic():
        response = getattr(client, method)(path, **sent)
        content = response.getvalue().decode(errors="replace")
        transaction.set_rollback(True)
    told = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, f"{told}{NEW_EACH_TIME.sub('', content)}"


def body_for(path: str) -> dict[str, Any]:
    """Return a body that the action at an address takes."""
    return rows.BODIES.get(path.rstrip("/").rpartition("/")[2], {})


def without(text: str, *asked: str) -> str:
    """Return an answer but for what it repeats of the question; a short number is no repetition."""
    for word in (word for word in asked if not word.isdecimal()):
        for form in {word, quote(word), quote(word, safe="")}:
            text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", "", text)
    return text
