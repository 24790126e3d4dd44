"""Exports the site's own events, for ``manage.py lift_import``."""

import json
from pathlib import Path
from typing import Any

from tests.projects.rival.events.models import EventPage


def as_record(page: EventPage) -> dict[str, Any]:
    """Return an event of the site under the names of the package."""
    return {
        "title": page.title,
        "slug": page.slug,
        "old_path": page.url,
        "start_date": page.day and page.day.isoformat(),
        "start_time": "19:30",
        "topics": [tag.name for tag in page.topics.all()],
        "published": page.live,
    }


def export_events(path: Path) -> None:
    """Write all events of the site into a file."""
    records = [as_record(page) for page in EventPage.objects.order_by("path")]
    path.write_text(json.dumps(records, indent=2))
