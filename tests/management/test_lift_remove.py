"""``manage.py lift_remove``: what it says, asks, writes and refuses; nothing goes unasked."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_event, make_programme
from wagtail_lift.management.commands import lift_remove
from wagtail_lift.models import EventPage


@pytest.fixture
def event(home):
    """A published event."""
    return make_event(make_programme(home))


@pytest.fixture
def removed(monkeypatch) -> list[str]:
    """Note when contents and tables would be removed, on a site where nothing is in the way."""
    done: list[str] = []
    monkeypatch.setattr(lift_remove, "obstacles", list)
    monkeypatch.setattr(lift_remove, "remove_contents", lambda: done.append("contents"))
    monkeypatch.setattr(lift_remove, "remove_tables", lambda: done.append("tables"))
    return done


def run(*words: str) -> list[str]:
    out = StringIO()
    call_command("lift_remove", *words, stdout=out)
    return out.getvalue().splitlines()


def reply(monkeypatch, answer: str) -> None:
    monkeypatch.setattr("builtins.input", lambda question: answer)


def test_what_goes_is_said_before_anything_is_asked(event, removed, monkeypatch):
    reply(monkeypatch, "n")

    said = run()

    assert said[:5] == [
        "This goes:",
        "       1  programmes, with translations and aliases",
        "       1  event pages, with translations and aliases",
        "       1  events",
        "       1  dates",
    ]
    assert said[-2:] == [
        "Nothing of it is kept: --export FILE keeps it as JSON.",
        "Nothing was removed.",
    ]
    assert removed == []


def test_consent_removes_contents_and_then_tables(event, removed, monkeypatch):
    reply(monkeypatch, "y")

    said = run()

    assert removed == ["contents", "tables"]
    assert said[-1].startswith("Removed. Now take wagtail_lift, wagtail_lift.pages and what stands")


@pytest.mark.parametrize("word", ["--yes", "--no-input"])
def test_consent_can_be_given_beforehand(event, removed, word):
    run(word)

    assert removed == ["contents", "tables"]


def test_dry_run_writes_the_export_and_removes_nothing(event, removed, tmp_path):
    path = tmp_path / "lift.json"

    said = run("--dry-run", "--yes", "--export", str(path))

    assert removed == []
    assert said[-1] == f"Written to {path}. It holds private values: keep it safe."
    assert [page["title"] for page in json.loads(path.read_text())["pages"]] == [
        "Conversations",
        "Kindness at work",
    ]


def test_export_replaces_no_file(event, removed, tmp_path):
    path = tmp_path / "lift.json"
    path.write_text("mine")

    with pytest.raises(CommandError, match=r"is there already\. Name another file\."):
        run("--yes", "--export", str(path))

    assert (path.read_text(), removed) == ("mine", [])


def test_export_is_for_its_owner_alone(event, removed, tmp_path):
    path = tmp_path / "lift.json"

    run("--dry-run", "--export", str(path))

    assert path.stat().st_mode & 0o777 == 0o600


def test_export_that_cannot_be_written_removes_nothing(event, removed, tmp_path):
    path = tmp_path / "missing" / "lift.json"

    with pytest.raises(CommandError, match=r"cannot be written: No such file or directory\."):
        run("--yes", "--export", str(path))

    assert removed == []


def test_site_that_stands_on_the_package_is_told_what_comes_first(event, tmp_path):
    path = tmp_path / "lift.json"

    with pytest.raises(CommandError) as error:
        run("--yes", "--export", str(path))

    lines = str(error.value).splitlines()
    assert lines[0] == "Nothing was removed. The site itself stands on the package. First:"
    assert lines[1].startswith("- testapp.Gathering is a page type of your own, made from")
    assert lines[-1] == "Then run this command again."
    assert not path.exists()
    assert EventPage.objects.filter(pk=event.pk).exists()
