"""What a process of its own does to a site: build it, edit it until it is killed, look, deliver.

Run it with the suite's settings and a ``DATABASE_URL`` of its own.
"""

import json
import random
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 -- after the setup
from django.core.management import call_command  # noqa: E402 -- once Django is set up
from django.db import OperationalError  # noqa: E402 -- once Django is set up
from django.utils import timezone  # noqa: E402 -- once Django is set up

from tests.factories import make_event, make_host, make_pack, make_programme, when  # noqa: E402 -- once Django is set up
from tests.site import make_home  # noqa: E402 -- once Django is set up
from tests.webhooks.edits import BY_HAND  # noqa: E402 -- once Django is set up
from tests.webhooks.mirror import Mirror, fresh_copy  # noqa: E402 -- once Django is set up
from wagtail_lift.exceptions import LiftError  # noqa: E402 -- once Django is set up
from wagtail_lift.pages.models import EventPage  # noqa: E402 -- once Django is set up
from wagtail_lift.webhooks.actions import give_first_secret  # noqa: E402 -- once Django is set up
from wagtail_lift.webhooks.delivery.tasks import deliver_for_a_while  # noqa: E402 -- once Django is set up
from wagtail_lift.webhooks.models import Delivery, Endpoint  # noqa: E402 -- once Django is set up

settings.WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = True


def say(word: object) -> None:
    """Tell whoever started this process."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def build() -> None:
    """Make a site with a few events."""
    call_command("migrate", verbosity=0)
    home = make_home()
    town = make_programme(home, "Town")
    make_programme(home, "Far")
    hosts = [make_host("Ada Bell"), make_host("Ben Cole")]
    for number in range(4):
        fields = when(timezone.now() + timedelta(days=number + 1), hours=1)
        event = make_event(town, f"Talk {number}", hosts=hosts, **fields)
    make_pack(event, "Learnt")
    call_command("lift_tick", verbosity=0)


def edit(seed: str) -> None:
    """Edit until somebody kills this process."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    say("editing")
    while True:
        with suppress(OperationalError, LiftError):
            chance.choice(BY_HAND)(chance)


def look(path: str) -> None:
    """Let a mirror that is kept in a file catch up, and say whether it equals the site."""
    call_command("lift_tick", verbosity=0)
    kept = Path(path)
    before = json.loads(kept.read_text()) if kept.exists() else {"copy": [], "cursor": "0"}
    mirror = Mirror({tuple(name): answer for name, answer in before["copy"]}, before["cursor"])
    mirror.catch_up()
    fresh, anew = fresh_copy(), Mirror()
    anew.catch_up()
    kept.write_text(json.dumps({"copy": list(mirror.copy.items()), "cursor": mirror.cursor}))
    if len(fresh) < 3:
        say("empty")
        return
    names = mirror.copy.keys() | fresh.keys()
    wrong = [n for n in sorted(names) if mirror.copy.get(n) != fresh.get(n)]
    say(f"different: {wrong}" if wrong or anew.copy != fresh else "equal")


def subscribe(url: str) -> None:
    """Queue a message about each event for an endpoint."""
    give_first_secret(Endpoint.objects.create(name="Front end", url=url))
    for _again in range(5):
        for page in EventPage.objects.filter(live=True):
            page.save_revision().publish()
    say(Delivery.objects.count())


def deliver() -> None:
    """Deliver what is due, once somebody says so."""
    say("ready")
    sys.stdin.readline()
    with suppress(OperationalError):
        deliver_for_a_while(timezone.now())


if __name__ == "__main__":
    word, *words = sys.argv[1:]
    globals()[word](*words)
