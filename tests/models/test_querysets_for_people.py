"""Who may touch which dates, and which hosts the public sees."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group, Permission
from wagtail.models import GroupPagePermission, Page

from wagtail_lift.models import EventIndexPage, EventPage, HostProfile, Meeting


@pytest.fixture
def programmes(home) -> dict[str, Page]:
    """Two programmes with two events each, and one event in a programme within the first."""
    made = {}
    for name in ("a", "b"):
        made[name] = home.add_child(instance=EventIndexPage(title=name, slug=name))
    made["inner"] = made["a"].add_child(instance=EventIndexPage(title="inner", slug="inner"))
    for name, parent in (
        ("a1", "a"),
        ("a2", "a"),
        ("a3", "inner"),
        ("b1", "b"),
        ("b2", "b"),
    ):
        made[name] = made[parent].add_child(instance=EventPage(title=name, slug=name))
    return made


@pytest.fixture
def account():
    """Return a function that makes an account with page permissions of one group."""

    def make(name: str, page: Page, *actions: str):
        group = Group.objects.create(name=name)
        for action in actions:
            permission = Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{action}_page"
            )
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        user = get_user_model().objects.create_user(name)
        user.groups.add(group)
        return user

    return make


def titles(meetings) -> list[str]:
    return list(meetings.order_by("event__title").values_list("event__title", flat=True))


def reach(user) -> tuple[list[str], list[str]]:
    """Return the events whose dates a user may edit, and may publish."""
    return (
        titles(Meeting.objects.editable_by(user)),
        titles(Meeting.objects.publishable_by(user)),
    )


def test_each_group_reaches_the_dates_of_its_own_programme(programmes, account):
    editor = account("editor", programmes["a"], "change")
    publisher = account("publisher", programmes["b"], "change", "publish")

    assert reach(editor) == (["a1", "a2", "a3"], [])
    assert reach(publisher) == (["b1", "b2"], ["b1", "b2"])


def test_a_permission_on_one_event_or_inner_programme_reaches_no_further(programmes, account):
    of_one = account("of_one", programmes["b2"], "change", "publish")
    of_inner = account("of_inner", programmes["inner"], "change")

    assert (reach(of_one), reach(of_inner)) == ((["b2"], ["b2"]), (["a3"], []))


def test_to_publish_is_not_to_edit(programmes, account):
    only_publishes = account("only_publishes", programmes["a"], "publish")

    assert reach(only_publishes) == ([], ["a1", "a2", "a3"])


def test_a_writer_edits_the_dates_of_pages_of_their_own(programmes, account):
    writer = account("writer", programmes["a"], "add")
    Page.objects.filter(pk__in=[programmes["a2"].pk, programmes["b1"].pk]).update(owner=writer)

    assert reach(writer) == (["a2"], [])


def test_two_groups_add_up(programmes, account):
    both = account("both", programmes["a"], "change")
    both.groups.add(*account("other", programmes["b"], "publish").groups.all())

    assert reach(both) == (["a1", "a2", "a3"], ["b1", "b2"])


def test_superuser_reaches_every_date(programmes, superuser):
    everything = ["a1", "a2", "a3", "b1", "b2"]

    assert reach(superuser) == (everything, everything)


def test_nobody_else_reaches_a_date(programmes, visitor, account):
    gone = account("gone", programmes["a"], "change", "publish")
    gone.is_active = False
    of_images = account("of_images", programmes["a"], "lock")

    found = [reach(user) for user in (visitor, AnonymousUser(), gone, of_images)]

    assert found == [([], [])] * 4


def test_editable_by_narrows_what_was_chosen_before(programmes, account):
    editor = account("editor", programmes["a"], "change")
    chosen = Meeting.objects.filter(event__source__in=[programmes["a1"], programmes["b1"]])

    assert titles(chosen.editable_by(editor)) == ["a1"]


@pytest.mark.parametrize("count", [1, 3])
def test_editable_by_asks_once_for_the_permissions_and_once_for_the_dates(
    programmes, account, count, django_assert_num_queries
):
    editor = account("editor", programmes["a"], "change")
    for name in ("a1", "b1", "b2")[:count]:
        GroupPagePermission.objects.create(
            group=editor.groups.get(),
            page=programmes[name],
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename="change_page"
            ),
        )

    with django_assert_num_queries(2):
        list(Meeting.objects.editable_by(editor))


@pytest.mark.parametrize(
    ("live", "is_listed", "expected"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_public_hosts_are_published_and_agreed_to(locale, live, is_listed, expected):
    host = HostProfile.objects.create(name="Ada", locale=locale, live=live, is_listed=is_listed)

    assert (HostProfile.objects.public().exists(), host.is_public) == (expected, expected)
