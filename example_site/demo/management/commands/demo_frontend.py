"""``manage.py demo_frontend``: the example site and, beside it, its front end."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.utils import timezone

from wagtail_lift.webhooks.actions import give_first_secret
from wagtail_lift.webhooks.models import Endpoint, EndpointSecret

SERVER = Path(settings.BASE_DIR) / "frontend" / "server" / "main.ts"
SECONDS_BETWEEN_TICKS = 1


class Command(BaseCommand):
    help = (
        "Loads the demo content and serves it, with the front end in example_site/frontend beside "
        "it, which is told of changes. Both end together."
    )

    _is_ending = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve both until one of them ends."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_demo", stdout=self.stdout)
        call_command("lift_tick", verbosity=0)  # the log of changes names all that is public
        frontend = self._start_frontend(_secret_of(f"{settings.FRONTEND_URL}/webhook/"))
        try:
            Thread(target=self._stop_with, args=(frontend,), daemon=True).start()
            Thread(target=_tick, daemon=True).start()
            self.stdout.write(f"  {'The front end':<20} {settings.FRONTEND_URL}/\n\n")
            address = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
            call_command("runserver", address, use_reloader=False)
        finally:
            self._is_ending = True
            frontend.terminate()
            frontend.wait()

    def _stop_with(self, frontend: subprocess.Popen) -> None:
        """End this process once the front end has ended by itself."""
        frontend.wait()
        if not self._is_ending:
            os.kill(os.getpid(), signal.SIGTERM)

    def _start_frontend(self, secret: str) -> subprocess.Popen:
        urls = {"CMS_URL": settings.WAGTAILADMIN_BASE_URL, "SITE_URL": settings.FRONTEND_URL}
        port = str(urlsplit(settings.FRONTEND_URL).port)
        environment = {**os.environ, **urls, "PORT": port, "WEBHOOK_SECRET": secret}
        return subprocess.Popen(["node", SERVER], env=environment)  # noqa: S603, S607 -- as the Makefile sets the path


def _secret_of(url: str) -> str:
    """Return the secret of the webhook that tells the front end, made if it is not there.

    ``WEBHOOK_SECRET`` is the first one, if it is set.
    """
    endpoint, _is_new = Endpoint.objects.get_or_create(url=url, defaults={"name": "Front end"})
    known = os.environ.get("WEBHOOK_SECRET")
    if known and not endpoint.secrets.exists():
        EndpointSecret.objects.create(endpoint=endpoint, secret=known)
    give_first_secret(endpoint)
    return endpoint.secrets_at(timezone.now())[0]


def _tick() -> None:
    """Do what cron would do each minute, more often: nobody waits long for a rebuilt page."""
    while True:
        sleep(SECONDS_BETWEEN_TICKS)
        try:
            call_command("lift_tick", verbosity=0)
        except (CommandError, OperationalError):  # the next tick makes up for it
            continue
        finally:
            connection.close()
