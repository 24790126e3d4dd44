"""What stands in addresses: keys of what is hidden, of what everybody may see, and of nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from string import Formatter
from typing import Any

from wagtail.models import Page

from tests.hostile_content import addresses
from tests.test_private_values import SUB_ROUTES
from wagtail_lift.models import HostLink, HostProfile, Meeting, Venue
from wagtail_lift.pages.models import EventPage
from wagtail_lift.webhooks.models import Delivery, Endpoint

SECRET = "whsec_hostilesecrethostilesecrethostilesec00"
HOOK = "https://hostile-hook.example.org/"
THEIRS = "elsewhere"
"""The slug of the programme whose editor asks; what is below it stands for what others edit."""

NOTHING = "99999999"
"""A key that no row has."""


@dataclass(frozen=True)
class Place:
    """The values for one place in an address; ``nothing`` looks like those of ``hidden``."""

    hidden: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    nothing: str = NOTHING

    def values(self, *, is_in_query: bool) -> tuple[str, ...]:
        """Return all values; of those in a query, the hidden ones if there are any."""
        return self.hidden if is_in_query and self.hidden else self.hidden + self.shown


@dataclass(frozen=True)
class Places:
    """The places by name."""

    by_name: dict[str, Place]

    def filled(self, template: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield an address for each combination of values, and these; in a query, hidden ones."""
        names = names_in(template)
        values = [self.by_name[name].values(is_in_query="?" in template) for name in names]
        for chosen in product(*values):
            yield template.format(**dict(zip(names, chosen, strict=True))), chosen

    def pairs(self, template: str) -> Iterator[tuple[tuple[str, str], ...]]:
        """Yield an address that names what is hidden, and the same that names nothing.

        Beside each stands what it names, which an answer may repeat.
        """
        for name in names_in(template):
            place = self.by_name[name]
            others = {n: self.by_name[n] for n in names_in(template) if n != name}
            rest = {n: (p.shown or p.hidden)[0] for n, p in others.items()}
            nowhere = template.format(**{name: place.nothing}, **rest)
            for value in place.hidden:
                there = template.format(**{name: value}, **rest)
                yield (there, value), (nowhere, place.nothing)


def places_of_the_site(withdrawn: str, withdrawn_profile: str) -> Places:
    """Return the places of the site that ``conftest.py`` builds."""
    pages = list(Page.objects.filter(depth__gt=1))
    hidden = [page for page in pages if page.slug.startswith("hostile")]
    theirs = list(Page.objects.get(slug=THEIRS).get_descendants(inclusive=True))
    shown = [page for page in pages if page not in hidden + theirs]
    hosts = HostProfile.objects.order_by("slug")
    kept = [host for host in hosts if host.slug.startswith("hostile")]
    ada = hosts.get(slug="ada-bell")
    shown_venues = Venue.objects.filter(live=True)
    coming = EventPage.objects.get(slug="coming", alias_of=None)
    drafts = [page for page in hidden if not page.live]
    nowhere = "/conversations/hostile-nothing/"
    return Places(
        {
            "page": Place(_keys(hidden), _keys(shown)),
            "theirs": Place((), (str(Page.objects.get(slug=THEIRS).pk),)),
            "path": Place(_paths(hidden), _paths(shown), nowhere),
            # A page that is restricted asks for a login at its own address, as Wagtail has it.
            "address": Place(_paths(drafts), tuple(addresses(SUB_ROUTES)), nowhere),
            "host": Place(_keys(kept), (str(ada.pk),)),
            "venue": Place(_keys(Venue.objects.filter(live=False)), _keys(shown_venues)),
            "slug": Place(tuple(host.slug for host in kept), (ada.slug,), "hostile-who"),
            "revision": Place((str(coming.latest_revision_id), str(ada.latest_revision_id))),
            "date": Place((), ("2027-06-01T12:30", "undated")),
            "meeting": Place(_keys(Meeting.objects.all())),
            "share": Place((withdrawn,), (), "hostile"),
            "profile": Place((withdrawn_profile,), (), "hostile"),
            "profile_link": Place(_keys(HostLink.objects.all())),
            "webhook": Place(_keys(Endpoint.objects.all())),
            "delivery": Place(_keys(Delivery.objects.all())),
        }
    )


def names_in(template: str) -> list[str]:
    """Return the names of the places in an address."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]


def _keys(rows: Any) -> tuple[str, ...]:
    return tuple(str(row.pk) for row in rows)


def _paths(pages: Any) -> tuple[str, ...]:
    return tuple("/" + page.url_path.partition("/test-home/")[2] for page in pages)
