"""Whatever is edited, a mirror that reads on from any cursor equals the site."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from time_machine import travel
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.site import make_home
from tests.webhooks.mirror import Mirror, fresh_copy
from wagtail_lift.actions import cancel_meeting, change_meeting, reinstate_meeting
from wagtail_lift.exceptions import LiftError
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WHAT = (
    "publish",
    "unpublish",
    "delete",
    "move",
    "slug",
    "restrict",
    "open",
    "cancel",
    "reinstate",
    "later",
    "host",
    "consent",
    "pack",
    "early",
    "unpack",
    "new",
    "programme",
    "programme moves",
    "alias",
    "tick",
)
PHASES = (Phase.explicit, Phase.generate)  # shrinking takes minutes
SLOW = [HealthCheck.too_slow]
STEPS = st.lists(st.tuples(st.sampled_from(WHAT), st.integers(0, 5)), min_size=1, max_size=8)


def wrong_in(copy, site):
    """Return what a mirror has and what the site says, where they differ, in a few words."""
    return {
        name: [
            (key, (copy.get(name) or {}).get(key), (site.get(name) or {}).get(key)) for key in keys
        ]
        for name in sorted(copy.keys() | site.keys())
        if (keys := _differing(copy.get(name) or {}, site.get(name) or {}))
    }


def _differing(one, other):
    return [key for key in sorted(one.keys() | other.keys()) if one.get(key) != other.get(key)]


@pytest.mark.slow
class TestMirror(TestCase):
    """A mirror from before the edits, one from each step, and one from nothing."""

    @settings(max_examples=10, deadline=None, phases=PHASES, suppress_health_check=SLOW)
    @given(steps=STEPS)
    @example(steps=[("tick", 5)])
    def test_mirror_from_any_cursor_equals_the_site(self, steps):
        with travel(NOW, tick=False) as clock:
            self.committing(self.build)
            mirrors = [self.mirror_of_now()]
            for what, number in steps:
                if what == "tick":
                    clock.shift(timedelta(minutes=40 * (number - 1)))
                    self.committing(lambda: call_command("lift_tick", verbosity=0))
                else:
                    self.committing(lambda step=what, n=number: self.take(step, n))
                mirrors.append(self.mirror_of_now())
            self.committing(lambda: call_command("lift_tick", verbosity=0))
            for mirror in [*mirrors, Mirror()]:
                mirror.catch_up()

            site = fresh_copy()
            wrong = [wrong_in(found.copy, site) for found in [*mirrors, mirror]]
            assert wrong == [{}] * len(wrong), steps

    def committing(self, act):
        with self.captureOnCommitCallbacks(execute=True):
            act()

    def mirror_of_now(self):
        mirror = Mirror()
        mirror.catch_up()
        return mirror

    def build(self):
        home = make_home()
        town, far = make_programme(home, "Town"), make_programme(home, "Far")
        hosts = [make_host("Ada Bell"), make_host("Ben Cole")]
        soon = when(NOW + timedelta(hours=1), hours=1)
        talk = make_event(town, "Talk", hosts=hosts, recurrence_rule="FREQ=DAILY;COUNT=2", **soon)
        make_event(far, "Walk", hosts=hosts[:1], **when(NOW + timedelta(minutes=30), hours=1))
        make_pack(talk, "Learnt")
        make_programme(town, "Hall")

    def take(self, what, number):
        pages = list(EventPage.objects.order_by("pk"))
        if not pages:
            return
        page = pages[number % len(pages)]
        if page.alias_of_id and what in ("publish", "slug"):
            return
        getattr(self, what.replace(" ", "_"))(page, number)

    def publish(self, page, number):
        page.title = f"Title {number}"
        page.save_revision().publish()

    def unpublish(self, page, number):
        page.unpublish()

    def delete(self, page, number):
        page.delete()

    def move(self, page, number):
        programmes = list(EventIndexPage.objects.order_by("pk"))
        page.move(programmes[number % len(programmes)], pos="last-child")

    def slug(self, page, number):
        target = EventIndexPage.objects.order_by("pk").first() if number % 2 else page
        target.slug = f"slug-{number}-{target.pk}"
        target.save_revision().publish()

    def restrict(self, page, number):
        target = EventIndexPage.objects.first() if number == 0 else page
        PageViewRestriction.objects.create(page=target, restriction_type="login")

    def open(self, page, number):
        for restriction in PageViewRestriction.objects.all():
            restriction.delete()

    def cancel(self, page, number):
        self.act(cancel_meeting, page)

    def reinstate(self, page, number):
        self.act(reinstate_meeting, page)

    def later(self, page, number):
        later = timedelta(hours=number + 1)
        times = {"starts_at": NOW + later, "ends_at": NOW + later + timedelta(hours=1)}
        self.act(change_meeting, page, **times)

    def act(self, action, page, **values):
        meeting = Meeting.objects.filter(event__page_links__page=page.pk).first()
        with suppress(LiftError):
            action(meeting, user=None, **values)

    def host(self, page, number):
        host = HostProfile.objects.first()
        host.name = f"Name {number}"
        host.save()

    def consent(self, page, number):
        host = HostProfile.objects.last()
        host.is_listed = not host.is_listed
        host.save()

    def pack(self, page, number):
        for pack in InsightsPack.objects.all():
            pack.title = f"Pack {number}"
            pack.save_revision().publish()

    def early(self, page, number):
        for pack in InsightsPack.objects.filter(live=True):
            pack.opens_early = not pack.opens_early
            pack.save_revision().publish()

    def unpack(self, page, number):
        for pack in InsightsPack.objects.filter(live=True):
            pack.unpublish()

    def new(self, page, number):
        fields = when(timezone.now() + timedelta(minutes=20 * number), hours=1)
        make_event(EventIndexPage.objects.order_by("pk").first(), f"New {number}", **fields)

    def programme(self, page, number):
        programme = EventIndexPage.objects.order_by("pk").last()
        programme.title = f"Programme {number}"
        programme.save_revision().publish()

    def programme_moves(self, page, number):
        programmes = list(EventIndexPage.objects.order_by("pk"))
        target = programmes[number % 2]
        programmes[-1].move(target, pos="first-child" if number > 2 else "last-child")

    def alias(self, page, number):
        parent = EventIndexPage.objects.order_by("pk").last()
        count = EventPage.objects.count()
        page.create_alias(parent=parent, update_slug=f"alias-{page.pk}-{number}-{count}")
