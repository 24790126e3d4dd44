"""``manage.py lift_start``: a programme and an example event for a new site."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import AbstractPage, Site

from ...actions import start_programme
from ...models import get_page_model
from ...models.kinds import ProgrammeKind, page_types


class Command(BaseCommand):
    help = (
        "Adds a published programme with an example event, as a draft, to a site that has no "
        "programme yet. A second run adds nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--below",
            type=int,
            metavar="PAGE",
            help="id of the page above, by default the home",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Start, and say where to go on; fail if there is no such page or it takes no programme."""
        pages = get_page_model()._default_manager
        known = pages.type(*page_types(ProgrammeKind)).first()
        if known is not None:
            self.stdout.write(
                gettext("There is a programme already: %(title)s. Nothing was added.")
                % {"title": known.title}
            )
            return
        parent = self._parent(options["below"])
        try:
            started = start_programme(parent, today=timezone.localdate(), user=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(gettext("Published: %(url)s") % {"url": started.programme.full_url})
        self.stdout.write(
            gettext("Go on with the example event in the admin: %(title)s (page %(id)s).")
            % {"title": started.event.title, "id": started.event.pk}
        )

    def _parent(self, key: int | None) -> AbstractPage:
        if key is None:
            site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
            if site is None:
                raise CommandError(gettext("No site is the default. Name a page with --below."))
            return site.root_page.specific
        page = get_page_model()._default_manager.filter(pk=key, depth__gt=1).first()
        if page is None:
            raise CommandError(gettext("There is no page %(id)s.") % {"id": key})
        return page.specific
