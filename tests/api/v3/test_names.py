"""A name that nothing would take is refused at its place; what is only read may be sent back."""

import pytest

from tests.api.conftest import finding
from tests.factories import make_host
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventPage, InsightsPack

HOSTS = "snippets/wagtail_lift.HostProfile/"
READ_ONLY = "“{}” is only read. Leave it out, or send it as it is read."
UNKNOWN = "There is no “{}” here. Did you mean “{}”?"
OF_META = "Send “{}” beside “meta”, not in it."


def named(name, message):
    return message.format(name)


def errors(answer):
    return [(error["type"], error["loc"], error["msg"]) for error in answer["errors"]]


def asked(**value):
    question = {"question": "Why?", **value}
    return {"conversation": [{"type": "question", "id": "question-a", "value": question}]}


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ({"sumary": "x"}, ["sumary"], UNKNOWN.format("sumary", "summary")),
        ({"sumary": None}, ["sumary"], UNKNOWN.format("sumary", "summary")),
        ({"xyzzy": 1}, ["xyzzy"], "There is no “xyzzy” here."),
        ({"": 1}, [""], "There is no “” here."),
        ({"meta": {"acton": "publish"}}, ["meta", "acton"], UNKNOWN.format("acton", "action")),
        (
            {"event_hosts": [{"host": 2}]},
            ["event_hosts", 0, "host"],
            UNKNOWN.format("host", "host_id"),
        ),
        (
            {"event_hosts": [{"host_id": "ada"}, {"host_id": "bo", "rol": "host"}]},
            ["event_hosts", 1, "rol"],
            UNKNOWN.format("rol", "role"),
        ),
        (
            asked(minuets=5),
            ["conversation", 0, "value", "minuets"],
            UNKNOWN.format("minuets", "minutes"),
        ),
        (
            {"conversation": [{"type": "question", "ident": "q", "value": {"question": "Why?"}}]},
            ["conversation", 0, "ident"],
            "There is no “ident” here.",
        ),
        (
            {"reading": [{"type": "reading", "value": {"title": "A", "autor": "B"}}]},
            ["reading", 0, "value", "autor"],
            UNKNOWN.format("autor", "authors"),
        ),
        (
            {
                "body": [
                    {"type": "image", "value": {"image": {"image": None, "alt_txt": "x"}}},
                ]
            },
            ["body", 0, "value", "image", "alt_txt"],
            UNKNOWN.format("alt_txt", "alt_text"),
        ),
        (
            {"body": [{"type": "paragraph", "value": {"content": "<p>x</p>", "formt": "x"}}]},
            ["body", 0, "value", "formt"],
            UNKNOWN.format("formt", "format"),
        ),
        (
            asked(why={"format": "db_markdown", "content": "x", "foo": 1}),
            ["conversation", 0, "value", "why", "foo"],
            "There is no “foo” here.",
        ),
    ],
)
@pytest.mark.parametrize("action", [None, "publish"])
def test_name_that_is_neither_read_nor_written_is_refused(
    event, editor, body, place, message, action
):
    hosts = {row.host.name.split()[0].lower(): row.host_id for row in event.event_hosts.all()}
    for row in body.get("event_hosts", ()):
        if "host_id" in row:
            row["host_id"] = hosts.get(row["host_id"], row["host_id"])
    meta = {"action": action, **body.get("meta", {})}

    status, answer = editor("patch", f"pages/{event.pk}/", {**body, "meta": meta})

    assert (status, errors(answer)) == (422, [("unknown_name", place, message)])
    assert EventPage.objects.get().latest_revision is None


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ({"status": "cancelled"}, ["status"], named("status", READ_ONLY)),
        ({"id": 0}, ["id"], named("id", READ_ONLY)),
        ({"hosts": []}, ["hosts"], named("hosts", READ_ONLY)),
        ({"starts_at": None}, ["starts_at"], named("starts_at", READ_ONLY)),
        (
            {"lead_image": 7},
            ["lead_image"],
            "“lead_image” is only read. Send “lead_image_id”.",
        ),
        (
            {"contact_page": {"id": 7}},
            ["contact_page"],
            "“contact_page” is only read. Send “contact_page_id”.",
        ),
        ({"meta": {"slug": "new"}}, ["meta", "slug"], named("slug", OF_META)),
        (
            {"meta": {"show_in_menus": True}},
            ["meta", "show_in_menus"],
            named("show_in_menus", OF_META),
        ),
        ({"meta": {"html_url": "/x/"}}, ["meta", "html_url"], named("html_url", READ_ONLY)),
    ],
)
def test_change_of_what_is_only_read_is_refused(event, editor, body, place, message):
    status, answer = editor("patch", f"pages/{event.pk}/", body)

    assert (status, errors(answer)) == (422, [("read_only", place, message)])
    assert EventPage.objects.get().latest_revision is None


def test_key_that_a_block_only_shows_is_refused_unless_it_is_as_it_is_read(programme, editor):
    reading = {"type": "reading", "id": "r", "value": {"title": "A", "url": "https://a.example"}}
    body = {
        "meta": {"type": "wagtail_lift_pages.EventPage", "parent_id": programme.pk},
        "title": "Event",
        "reading": [reading],
    }
    _, created = editor("post", "pages/", body)
    path, (read,) = f"pages/{created['id']}/", created["reading"]
    changed = {**read, "value": {**read["value"], "link": {"url": "https://b.example"}}}

    as_read = editor("patch", path, {"reading": [read]})
    refused = editor("patch", path, {"reading": [changed]})
    moved = editor("patch", path, {"reading": [{**reading, "id": "new"}, read]})

    place = ["reading", 0, "value", "link"]
    assert (as_read[0], moved[0]) == (200, 200)
    assert (refused[0], errors(refused[1])) == (
        422,
        [("read_only", place, named("link", READ_ONLY))],
    )


def test_names_are_refused_together(event, editor):
    body = {**asked(minuets=5), "sumary": "x", "status": "full", "meta": {"slug": "new"}}

    _, answer = editor("patch", f"pages/{event.pk}/", body)

    assert [place for _, place, _ in errors(answer)] == [
        ["conversation", 0, "value", "minuets"],
        ["meta", "slug"],
        ["status"],
        ["sumary"],
    ]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"sumary": "x"}, ["sumary"]),
        ({"status": "drop_in"}, ["status"]),
        ({"event_hosts": [{"host": 2}]}, ["event_hosts", 0, "host"]),
        ({"meta": {"slug": "new"}}, ["meta", "slug"]),
    ],
)
def test_name_that_is_not_written_is_refused_of_a_new_page(new_event, editor, change, place):
    body = {**new_event, **change, "meta": {**new_event["meta"], **change.get("meta", {})}}

    status, answer = editor("post", "pages/", body)

    assert (status, [place for _, place, _ in errors(answer)]) == (422, [place])
    assert not EventPage.objects.exists()


def test_names_of_packs_and_hosts_are_refused_as_those_of_events(open_pack, editor):
    misspelt = finding("Small things")
    misspelt["value"]["txt"] = "x"
    body = {"insights": [misspelt], "guide_minutes": 3, "event": 7}
    ada = make_host("Ada Bell")

    _, of_pack = editor("patch", f"pages/{open_pack.pk}/", body)
    _, of_host = editor("patch", f"{HOSTS}{ada.pk}/", {"initials": "X", "nam": "Bo", "photo": 1})
    _, of_new_host = editor("post", HOSTS, {"name": "Bo", "nam": "Bo", "meta": {}})

    assert [place for _, place, _ in errors(of_pack)] == [
        ["event"],
        ["guide_minutes"],
        ["insights", 0, "value", "txt"],
    ]
    assert [place for _, place, _ in errors(of_host)] == [["initials"], ["nam"], ["photo"]]
    assert [place for _, place, _ in errors(of_new_host)] == [["nam"]]
    assert InsightsPack.objects.get().latest_revision is None
    assert HostProfile.objects.count() == 1


def test_who_may_not_edit_learns_nothing_from_what_is_only_read(
    event, home, make_editor, client_of
):
    elsewhere = home.add_child(instance=type(home)(title="Elsewhere", slug="elsewhere"))
    stranger = client_of(make_editor("stranger", elsewhere, "change", "publish"))

    answers = [
        stranger("patch", f"pages/{event.pk}/", {"status": status})
        for status in ("drop_in", "cancelled")
    ]

    assert [errors(answer) for _, answer in answers] == [
        [("unknown_name", ["status"], "There is no “status” here.")]
    ] * 2


def test_answer_to_a_change_can_be_sent_back(event, editor):
    _, answer = editor("patch", f"pages/{event.pk}/", {"summary": "<b>Come</b>"})
    warned = {**answer, "meta": {**answer["meta"], "warnings": ["Something was removed."]}}

    statuses = [editor("patch", f"pages/{event.pk}/", body)[0] for body in (answer, warned)]

    assert statuses == [200, 200]


@pytest.mark.parametrize(
    ("action", "body", "place", "message"),
    [
        ("publish", {"nonsense": 1}, ["nonsense"], "There is no “nonsense” here."),
        ("delete", {"nonsense": 1}, ["nonsense"], "There is no “nonsense” here."),
        ("copy", {"nonsense": 1}, ["nonsense"], "There is no “nonsense” here."),
        ("copy", {"titel": "x"}, ["titel"], UNKNOWN.format("titel", "title")),
        ("unpublish", {"recursiv": True}, ["recursiv"], UNKNOWN.format("recursiv", "recursive")),
    ],
)
def test_name_that_an_action_does_not_take_is_refused(event, editor, action, body, place, message):
    method = "delete" if action == "delete" else "post"

    status, answer = editor(method, f"pages/{event.pk}/actions/{action}/", body)

    assert (status, errors(answer)) == (422, [("unknown_name", place, message)])
    assert EventPage.objects.get().live


def test_action_needs_no_body(event, editor):
    statuses = [editor("post", f"pages/{event.pk}/actions/publish/", b)[0] for b in (None, {})]

    assert statuses == [200, 200]
