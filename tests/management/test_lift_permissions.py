"""``manage.py lift_permissions``: who is offered what, and that nothing is granted unasked."""

from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db.migrations.loader import MigrationLoader
from wagtail.models import ModelLogEntry

from tests.admin.conftest import grant, grant_pages
from wagtail_lift.receivers.rights import offer_rights

DATES = ["change_meeting", "view_meeting"]
PROFILES = [
    f"{word}_{model}"
    for model in ("hostprofile", "venue")
    for word in ("add", "change", "delete", "publish")
]


@pytest.fixture
def publishers(home):
    """A group that may publish pages, and already sees dates."""
    Group.objects.all().delete()
    group = Group.objects.create(name="Publishers")
    grant_pages(group, home, "change", "publish")
    grant(group, "view_meeting")
    return group


@pytest.fixture
def writers(home):
    """A group that may only edit pages."""
    group = Group.objects.create(name="Writers")
    grant_pages(group, home, "change")
    return group


def run(*words: str) -> list[str]:
    out = StringIO()
    call_command("lift_permissions", *words, stdout=out)
    return out.getvalue().splitlines()


def rights(group: Group) -> list[str]:
    return sorted(group.permissions.values_list("codename", flat=True))


def answer(monkeypatch, *answers: str) -> list[str]:
    """Let somebody type these answers; return the questions, as they are asked."""
    asked, typed = [], iter(answers)

    def reply(question: str) -> str:
        asked.append(question)
        return next(typed)

    monkeypatch.setattr("builtins.input", reply)
    return asked


LACKING = [
    "Publishers lacks:",
    "  dates: change",
    "  hosts: add, change, delete, publish",
    "  venues: add, change, delete, publish",
]


def test_group_gets_what_it_lacks_once_somebody_agrees(publishers, writers, monkeypatch):
    asked = answer(monkeypatch, "yes")

    said = run()

    assert asked == ["Grant this to Publishers? [y/N] "]
    assert said == [*LACKING, "Granted to Publishers."]
    assert rights(publishers) == sorted(DATES + PROFILES)
    assert rights(writers) == []
    assert run() == ["Publishers has every right it needs."]


def test_what_was_granted_is_logged_on_the_group(publishers):
    run("--yes")

    entry = ModelLogEntry.objects.get(action="wagtail.edit", object_id=str(publishers.pk))
    assert entry.data == {"granted": sorted([*PROFILES, "change_meeting"])}
    run("--yes")
    assert ModelLogEntry.objects.filter(object_id=str(publishers.pk)).count() == 1


@pytest.mark.parametrize("typed", ["", "n", "maybe"])
def test_any_other_answer_grants_nothing(publishers, monkeypatch, typed):
    answer(monkeypatch, typed)

    assert run() == [*LACKING, "Nothing was granted to Publishers."]
    assert rights(publishers) == ["view_meeting"]


def test_where_nobody_can_answer_nothing_is_granted(publishers, monkeypatch):
    def no_terminal(question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", no_terminal)

    assert run()[-1] == "Nothing was granted to Publishers."
    assert rights(publishers) == ["view_meeting"]


@pytest.mark.parametrize("word", ["--yes", "--no-input"])
def test_consent_can_be_given_beforehand(publishers, word):
    assert run(word) == [*LACKING, "Granted to Publishers."]
    assert rights(publishers) == sorted(DATES + PROFILES)


def test_dry_run_says_what_is_lacking_and_grants_nothing(publishers):
    assert run("--dry-run", "--yes") == LACKING
    assert rights(publishers) == ["view_meeting"]


def test_only_the_groups_that_are_named_are_offered(publishers, home):
    others = Group.objects.create(name="Others")
    grant_pages(others, home, "publish")

    said = run("--group", "Others", "--yes")

    assert said[-1] == "Granted to Others."
    assert (rights(others), rights(publishers)) == (sorted(DATES + PROFILES), ["view_meeting"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nobody", "There is no group called Nobody."),
        ("Writers", "Writers may not publish pages. Grant that in Settings › Groups first."),
    ],
)
def test_group_that_publishes_nothing_is_refused(publishers, writers, name, expected):
    with pytest.raises(CommandError) as error:
        run("--group", name, "--yes")

    assert str(error.value) == expected
    assert rights(writers) == []


def test_site_whose_groups_publish_nothing_is_told_so(publishers):
    publishers.page_permissions.all().delete()

    assert run() == ["No group may publish pages. Superusers need no rights."]


def migrated(*names: str, is_backwards: bool = False, verbosity: int = 1) -> str:
    """Return what is said after a run of ``migrate`` that ran these migrations of ours."""
    loader, out = MigrationLoader(None), StringIO()
    offer_rights(
        sender=apps.get_app_config("wagtail_lift"),
        verbosity=verbosity,
        using="default",
        plan=[(loader.get_migration("wagtail_lift", name), is_backwards) for name in names],
        stdout=out,
    )
    return out.getvalue()


def test_migrate_that_makes_the_tables_names_the_command_and_grants_nothing(publishers):
    assert migrated("0001_initial") == (
        "  Groups that may publish pages have no rights on dates and hosts yet: Publishers. "
        "“manage.py lift_permissions” offers them.\n"
    )
    assert rights(publishers) == ["view_meeting"]


def test_migrate_says_nothing_later_nor_where_nobody_lacks_anything(publishers):
    assert migrated() == ""
    assert migrated("0001_initial", is_backwards=True) == ""
    assert migrated("0001_initial", verbosity=0) == ""
    run("--yes")
    assert migrated("0001_initial") == ""
