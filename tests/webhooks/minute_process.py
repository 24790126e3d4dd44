"""What each process does while a site is edited for a minute: see ``minute.py``.

Run it with the suite's settings and a ``DATABASE_URL`` of its own.
"""

import json
import random
import sys
import threading
import time
from collections import Counter
from datetime import timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402 -- after the setup
from django.core.exceptions import (  # noqa: E402 -- once Django is set up
    ObjectDoesNotExist,
    ValidationError,
)
from django.core.management import call_command  # noqa: E402 -- once Django is set up
from django.db import DatabaseError, connection  # noqa: E402 -- once Django is set up
from django.utils import timezone  # noqa: E402 -- once Django is set up
from standardwebhooks import Webhook  # noqa: E402 -- once Django is set up

from tests.factories import make_event, make_host, make_pack, make_programme, when  # noqa: E402 -- once Django is set up
from tests.indexing import indexing  # noqa: E402 -- once Django is set up
from tests.site import make_home  # noqa: E402 -- once Django is set up
from tests.webhooks.edits import edits_of  # noqa: E402 -- once Django is set up
from tests.webhooks.mirror import Mirror, fetch, fresh_copy  # noqa: E402 -- once Django is set up
from tests.webhooks.receivers import receiving  # noqa: E402 -- once Django is set up
from wagtail_lift.exceptions import LiftError  # noqa: E402 -- once Django is set up
from wagtail_lift.webhooks.actions import give_first_secret  # noqa: E402 -- once Django is set up
from wagtail_lift.webhooks.delivery.tasks import deliver_for_a_while  # noqa: E402 -- once Django is set up
from wagtail_lift.webhooks.models import Change, Delivery, Endpoint  # noqa: E402 -- once Django is set up

settings.WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = True

ATTEMPTS = 5
PAUSE = 0.2
"""Seconds between two looks of a worker for what is due."""


def say(found: object) -> None:
    """Tell whoever started this process."""
    sys.stdout.write(f"{json.dumps(found)}\n")
    sys.stdout.flush()


def build() -> None:
    """Make a site with two programmes, events that begin soon, a pack and hosts."""
    call_command("migrate", verbosity=0)
    home, now = make_home(), timezone.now()
    town, far = make_programme(home, "Town"), make_programme(home, "Far")
    hosts = [make_host(name) for name in ("Ada Bell", "Ben Cole", "Cleo Day")]
    for number in range(12):
        fields = when(now + timedelta(minutes=number - 3), hours=1 / 20)
        event = make_event(far if number % 3 else town, f"Talk {number}", hosts=hosts, **fields)
        if number % 4 == 0:
            make_pack(event, f"Learnt {number}")
    call_command("lift_tick", verbosity=0)
    say("built")


def edit(name: str, seconds: str) -> None:
    """Edit for some seconds; say how often each way was gone, and how often it was refused."""
    chance, until = random.Random(name), time.monotonic() + float(seconds)  # noqa: S311 -- no secret
    edits, done, faults = edits_of(name), Counter(), Counter()
    with indexing():
        while time.monotonic() < until:
            step = chance.choice(edits)
            try:
                status = step(chance)
            except (DatabaseError, LiftError, ObjectDoesNotExist, ValidationError) as error:
                faults[f"{step.__name__}: {type(error).__name__}: {str(error)[:120]}"] += 1
            else:
                is_refused = isinstance(status, int) and status >= 400
                done[f"{step.__name__} refused" if is_refused else step.__name__] += 1
    say({"done": done, "faults": faults})


def tick() -> None:
    """Do what ``lift_tick`` does each minute, every few seconds until somebody says stop."""
    _until_told(lambda: call_command("lift_tick", verbosity=0), 3)


def work() -> None:
    """Deliver what is due until somebody says stop."""
    _until_told(lambda: deliver_for_a_while(timezone.now()), PAUSE)


def _until_told(act: object, pause: float) -> None:
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), stop.set()), daemon=True).start()
    faults = Counter()
    while not stop.wait(pause):
        try:
            act()
        except DatabaseError as error:
            faults[f"{type(error).__name__}: {str(error)[:200]}"] += 1
    say({"faults": faults})


class KeptByWebhooks:
    """A mirror that knows only what messages tell it."""

    def __init__(self, secret: str) -> None:
        self.copy, self.webhook = fresh_copy(), Webhook(secret)
        self.received, self.seen, self.lock = 0, set(), threading.Lock()

    def take(self, body: bytes, headers: dict[str, str]) -> None:
        """Fetch or forget what a message is about."""
        data = self.webhook.verify(body, headers)["data"]
        subject = data["subject"]
        name = ("host" if subject["kind"] == "host" else "page", str(subject["id"]))
        with self.lock:
            self.received += 1
            self.seen.add(headers["webhook-id"])
            found = None if data["removed"] else fetch(name)
            self.copy.pop(name, None)
            if found is not None:
                self.copy[name] = found
        connection.close()


def mirror() -> None:
    """Keep a mirror by webhooks until somebody says stop; compare it with fresh ones."""
    with receiving() as receiver:
        endpoint = Endpoint.objects.create(name="Mirror", url=receiver.url)
        give_first_secret(endpoint)
        kept = KeptByWebhooks(endpoint.secrets.get().secret)
        by_cursor = Mirror()
        by_cursor.catch_up()
        receiver.on_message = kept.take
        say("listening")
        sys.stdin.readline()
        begun = time.monotonic()
        found = _compared(kept, by_cursor)
        say(
            {
                "messages": kept.received,
                "different_messages": len(kept.seen),
                "deliveries": Delivery.objects.filter(endpoint=endpoint).count(),
                "seconds_to_catch_up": round(time.monotonic() - begun, 1),
                **found,
            }
        )


def _compared(kept: KeptByWebhooks, by_cursor: Mirror) -> dict[str, object]:
    """Compare once all is delivered; again if the clock changed something meanwhile."""
    for _attempt in range(ATTEMPTS):
        entries = _entries_delivered()
        copy, fresh, anew = dict(kept.copy), fresh_copy(), Mirror()
        by_cursor.catch_up()
        anew.catch_up()
        if _entries_delivered() == entries:
            break
    return {
        "entries": entries,
        "subjects": len(fresh),
        "by_webhooks": copy == fresh,
        "by_cursor": by_cursor.copy == fresh,
        "from_nothing": anew.copy == fresh,
        "wrong": _wrong(copy, fresh),
    }


def _entries_delivered() -> int:
    """Do what is due, wait until nothing is left to deliver; return how many entries there are."""
    call_command("lift_tick", verbosity=0)
    while Delivery.objects.filter(state="waiting").exists():
        time.sleep(PAUSE)
    return Change.objects.count()


def _wrong(copy: dict, fresh: dict) -> dict[str, object]:
    """Return where a copy differs."""
    found = {}
    for name in sorted(copy.keys() | fresh.keys()):
        one, other = copy.get(name) or {}, fresh.get(name) or {}
        keys = [key for key in sorted(one.keys() | other.keys()) if one.get(key) != other.get(key)]
        if keys:
            found["/".join(name)] = [(k, one.get(k), other.get(k)) for k in keys[:3]]
    return found


if __name__ == "__main__":
    word, *words = sys.argv[1:]
    globals()[word](*words)
