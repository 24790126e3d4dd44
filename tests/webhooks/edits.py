"""What an editor does to a site, at random: through version 3 of the API, and by hand."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from tests.factories import when
from wagtail_lift.actions import cancel_meeting, reinstate_meeting
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage

Chance = random.Random
Edit = Callable[[Chance], object]

MOST_EVENTS = 40
"""How many events editors make in all, so that a site does not grow while it is edited."""


def _event(chance: Chance) -> EventPage:
    return chance.choice(list(EventPage.objects.all()))


def publish(chance: Chance) -> None:
    page = _event(chance)
    page.title = f"Title {chance.randrange(1000)}"
    page.save_revision().publish()


def turn(chance: Chance) -> None:
    page = _event(chance)
    if page.live:
        page.unpublish()
    else:
        page.save_revision().publish()


def move(chance: Chance) -> None:
    _event(chance).move(chance.choice(list(EventIndexPage.objects.all())), pos="last-child")


def slug(chance: Chance) -> None:
    programme = chance.choice(list(EventIndexPage.objects.all()))
    programme.slug = f"programme-{programme.pk}-{chance.randrange(1000)}"
    programme.save_revision().publish()


def meet(chance: Chance) -> None:
    meeting = chance.choice(list(Meeting.objects.all()))
    chance.choice((cancel_meeting, reinstate_meeting))(meeting, user=None)


def host(chance: Chance) -> None:
    host = chance.choice(list(HostProfile.objects.all()))
    host.name, host.is_listed = f"Name {chance.randrange(1000)}", chance.random() > 0.3
    host.save()


BY_HAND: tuple[Edit, ...] = (publish, turn, move, slug, meet, host)


class ApiEditor:
    """Edits through version 3 of the API, in the name of a user of its own."""

    def __init__(self, name: str) -> None:
        from wagtail.models import APIToken

        user = get_user_model().objects.create_superuser(name)
        _, token = APIToken.create_token(user=user, name="edits")
        headers = {"Authorization": f"Bearer {token}"}
        self.client = Client(headers=headers)
        self.edits: tuple[Edit, ...] = (
            self.api_title,
            self.api_title,
            self.api_date,
            self.api_new,
            self.api_delete,
            self.api_turn,
            self.api_host,
        )

    def send(self, method: str, path: str, body: dict[str, Any]) -> int:
        """Return the status of an answer; raise what the site failed with."""
        call = getattr(self.client, method)
        answer = call(f"/api/v3/{path}", body, content_type="application/json")
        return answer.status_code

    def api_title(self, chance: Chance) -> int:
        body = {"title": f"Title {chance.randrange(1000)}", "meta": {"action": "publish"}}
        return self.send("patch", f"pages/{_event(chance).pk}/", body)

    def api_date(self, chance: Chance) -> int:
        meeting = chance.choice(list(Meeting.objects.exclude(event__source=None)))
        key = meeting.date_key or "undated"
        action = chance.choice(("cancel", "reinstate"))
        return self.send("post", f"lift/events/{meeting.event.source_id}/dates/{key}/{action}/", {})

    def api_new(self, chance: Chance) -> int:
        if EventPage.objects.count() >= MOST_EVENTS:
            return 0
        hosts = list(HostProfile.objects.values_list("pk", flat=True))
        soon = timezone.now() + timedelta(minutes=chance.randrange(1, 60))
        fields = {name: str(value) for name, value in when(soon, hours=1).items()}
        parent = chance.choice(list(EventIndexPage.objects.all()))
        return self.send(
            "post",
            "pages/",
            {
                "meta": {
                    "type": EventPage._meta.label,
                    "parent_id": parent.pk,
                    "action": "publish",
                },
                "title": f"New {chance.randrange(10**6)}",
                "summary": "Come.",
                "event_hosts": [{"host_id": chance.choice(hosts), "role": "host"}],
                **fields,
            },
        )

    def api_delete(self, chance: Chance) -> int:
        if EventPage.objects.count() <= MOST_EVENTS // 4:
            return 0
        return self.send("delete", f"pages/{_event(chance).pk}/", {})

    def api_turn(self, chance: Chance) -> int:
        page = _event(chance)
        action = "unpublish" if page.live else "publish"
        return self.send("post", f"pages/{page.pk}/actions/{action}/", {})

    def api_host(self, chance: Chance) -> int:
        host = chance.choice(list(HostProfile.objects.all()))
        body = {"name": f"Name {chance.randrange(1000)}", "meta": {"action": "publish"}}
        return self.send("patch", f"snippets/{host._meta.label}/{host.pk}/", body)


def edits_of(name: str) -> tuple[Edit, ...]:
    """Return what the editor with this name does."""
    return (*BY_HAND, *ApiEditor(name).edits) if settings.HAS_API_V3 else BY_HAND
