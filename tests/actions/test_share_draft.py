"""Links to drafts: who may make and withdraw them, and what is kept of them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry, PageLogEntry, PageViewRestriction

from tests.factories import make_event, make_programme
from wagtail_lift.actions import share_draft, stop_sharing
from wagtail_lift.exceptions import DraftOfOtherPage, DraftRestricted
from wagtail_lift.models import ShareLink

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(home):
    return make_event(make_programme(home))


@pytest.fixture
def token(event, superuser, now):
    return share_draft(event, user=superuser, now=now)


def test_token_is_not_stored(token):
    (link,) = ShareLink.objects.values()
    logged = [*PageLogEntry.objects.values(), *ModelLogEntry.objects.values()]

    assert token not in f"{link} {logged}"


def test_sharing_and_its_end_are_logged(event, superuser, token, now):
    stop_sharing(event, user=superuser, now=now)

    entries = PageLogEntry.objects.filter(page=event.pk, action__startswith="wagtail_lift")
    assert [(entry.action, entry.user, entry.data) for entry in entries.order_by("pk")] == [
        ("wagtail_lift.share_draft", superuser, {"until": "2026-11-30T12:00:00+00:00"}),
        ("wagtail_lift.stop_sharing", superuser, {"count": 1}),
    ]


def test_withdrawing_nothing_is_not_logged(event, superuser, now):
    assert stop_sharing(event, user=superuser, now=now) == 0
    assert not PageLogEntry.objects.filter(action="wagtail_lift.stop_sharing").exists()


def test_expired_links_are_removed_with_the_next(event, superuser, token, now):
    share_draft(event, user=superuser, now=now + timedelta(days=8))

    assert ShareLink.objects.count() == 1


def test_only_editors_make_and_withdraw_links(event, visitor, now):
    for act in (share_draft, stop_sharing):
        with pytest.raises(PermissionDenied):
            act(event, user=visitor, now=now)

    assert not ShareLink.objects.exists()


def test_alias_has_no_draft_to_share(event, superuser, now):
    alias = event.create_alias(update_slug="alias")

    with pytest.raises(DraftOfOtherPage):
        share_draft(alias.specific, user=superuser, now=now)


def test_restricted_page_cannot_be_shared(event, superuser, now):
    PageViewRestriction.objects.create(page=event, restriction_type="login")

    with pytest.raises(DraftRestricted):
        share_draft(event, user=superuser, now=now)


def test_only_pages_of_ours_are_shared(home, superuser, now):
    with pytest.raises(DraftRestricted):
        share_draft(home, user=superuser, now=now)
