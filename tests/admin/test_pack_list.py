from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from tests.admin.tables import csv_of, rows_of, titles_of
from tests.factories import make_event, make_pack, when
from wagtail_lift.pages.models import InsightsPack


def test_pack_list_shows_what_each_is_about_and_whether_it_is_open(admin_session, programme):
    now = timezone.now()
    past = make_event(programme, "Past", **when(now - timedelta(days=3)))
    make_pack(past, "Open")
    make_pack(make_event(programme, "Next"), "To come")
    make_pack(programme, "Loose")

    rows = rows_of(admin_session.get("/admin/lift/packs/"))
    exported = csv_of(admin_session.get("/admin/lift/packs/", {"export": "csv"}))

    opens = "Opens 2027-06-01 14:00 Europe/London"
    assert sorted(row[2:] for row in rows) == [
        ["", "Not open", "live"],
        ["Next", opens, "live"],
        ["Past", "Open", "live"],
    ]
    assert exported[0] == ["Title", "Event", "Insights", "Address"]
    assert sorted(row[:3] for row in exported[1:]) == [
        ["Loose", "", "Not open"],
        ["Open", "Past", "Open"],
        ["To come", "Next", opens],
    ]


def test_pack_list_says_of_each_pack_what_the_pack_says(admin_session, programme):
    now = timezone.now()
    past = make_event(programme, "Past", **when(now - timedelta(days=3)))
    french = Locale.objects.create(language_code="fr")
    for event in (past, make_event(programme, "Gone", **when(now - timedelta(days=9)))):
        pack = make_pack(event, event.title)
        pack.copy_for_translation(french, copy_parents=True).save_revision().publish()
    event.unpublish()
    make_pack(make_event(programme, "Never", live=False, **when(now - timedelta(days=9))), "Never")
    make_pack(programme, "Early", opens_early=True)
    make_pack(programme, "Early, but no page yet", opens_early=True, live=False)

    rows = rows_of(admin_session.get("/admin/lift/packs/"))

    words = {True: "Open", False: "Not open"}
    packs = InsightsPack.objects.all()
    assert sorted(row[3] for row in rows) == sorted(words[pack.is_open] for pack in packs)
    assert [pack.is_open for pack in packs].count(True) == 5


def test_pack_list_costs_as_many_queries_for_three_packs_as_for_one(
    admin_session, programme, django_assert_num_queries
):
    url = "/admin/lift/packs/"
    make_pack(make_event(programme, "One"), "One")
    admin_session.get(url)
    with CaptureQueriesContext(connection) as one:
        admin_session.get(url)
    make_pack(make_event(programme, "Two"), "Two")
    make_pack(programme, "Three")
    InsightsPack.objects.get(title="Two").event.specific.unpublish()

    with django_assert_num_queries(len(one)):
        response = admin_session.get(url)

    assert titles_of(response) == ["One", "Three", "Two"]
