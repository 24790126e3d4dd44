"""Fills a started site with all that has to go again; ``test_readme.py`` runs it there.

Below a section of the site: a published event with a host, a cancelled date, a pack, a draft that
is scheduled, one that waits for approval, a redirect to a page, and a restriction.
"""

from datetime import date, time, timedelta

import django
from django.utils import timezone


def main() -> None:
    """Make it all, through models and actions."""
    from django.contrib.auth import get_user_model
    from home.models import HomePage
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import PageViewRestriction, Site, Workflow

    from wagtail_lift.actions import cancel_meeting
    from wagtail_lift.models import EventIndexPage, EventPage, HostProfile, InsightsPack, Meeting

    editor = get_user_model().objects.get(is_superuser=True)
    home = Site.objects.get(is_default_site=True).root_page
    section = home.add_child(instance=HomePage(title="Section", slug="section"))
    programme = section.add_child(
        instance=EventIndexPage(title="Talks", default_timezone="Europe/London")
    )
    event = programme.add_child(
        instance=EventPage(
            title="Listening",
            start_date=date(2099, 6, 1),
            start_time=time(18, 30),
            recurrence_rule="FREQ=WEEKLY;COUNT=3",
            join_url="https://meet.example.org/secret",
        )
    )
    event.topics.add("Care")
    event.audiences.add("Nurses")
    host = HostProfile.objects.create(name="Ada Bell", slug="ada", email="ada@example.org")
    host.save_revision(user=editor).publish()
    event.event_hosts.create(host=host, role="host")
    event.save_revision(user=editor).publish()
    meeting = Meeting.objects.filter(event=event.lift_event).order_by("date_key")[0]
    cancel_meeting(meeting, public_note="Snow.", user=editor)
    programme.add_child(instance=InsightsPack(title="Learnt", event=event, live=False))
    event.title = "Listening, later"
    later = timezone.now() + timedelta(days=3)
    event.save_revision(user=editor, approved_go_live_at=later)
    waiting = programme.add_child(instance=EventPage(title="Waiting", live=False))
    waiting.save_revision(user=editor)
    Workflow.objects.get().start(waiting, editor)
    Redirect.objects.create(old_path="/talks", redirect_page=event, site=None)
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    home.title = home.title  # the home page keeps a revision of its own
    home.specific.save_revision(user=editor).publish()


if __name__ == "__main__":
    django.setup()
    main()
