"""One page is read by whoever may see it on the site: by token, session or password."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from tests.factories import make_pack

SECRET = "Hush hush"


@pytest.fixture
def members(programme):
    restriction = PageViewRestriction.objects.create(page=programme, restriction_type="groups")
    group = Group.objects.create(name="Members")
    restriction.groups.add(group)
    return group


@pytest.fixture
def member(visitor, members):
    visitor.groups.add(members)
    return visitor


def title(answer):
    return answer[0], answer[1].get("title")


def test_member_reads_by_token_and_by_session(event, member, anybody, client_of):
    path = f"pages/{event.pk}/"

    assert anybody("get", path)[0] == 404
    assert title(client_of(member)("get", path)) == (200, "Kindness at work")
    anybody.http.force_login(member)
    assert title(anybody("get", path)) == (200, "Kindness at work")


def test_others_cannot_tell_that_the_page_exists(event, visitor, members, anybody, client_of):
    nothing = anybody("get", "pages/999999/")

    assert anybody("get", f"pages/{event.pk}/") == nothing
    assert client_of(visitor)("get", f"pages/{event.pk}/") == nothing


def test_user_with_a_token_reads_public_pages_that_they_may_not_edit(event, visitor, client_of):
    assert title(client_of(visitor)("get", f"pages/{event.pk}/")) == (200, "Kindness at work")


def test_reader_gets_what_is_live_and_open(event, member, client_of, superuser):
    pack = make_pack(event, "Learnt", introduction="<p>SECRET</p>")
    event.title = "SECRET"
    event.save_revision(user=superuser)
    draft = make_pack(event.get_parent(), "SECRET", live=False)

    reads = client_of(member)
    answers = [reads("get", f"pages/{p.pk}/") for p in (event, pack, draft)]
    drafts = [reads("get", f"pages/{p.pk}/?version=draft") for p in (event, pack, draft)]

    assert [status for status, _ in answers] == [200, 200, 404]
    assert [status for status, _ in drafts] == [404, 404, 404]
    assert "SECRET" not in str(answers)


def test_page_behind_a_password_says_so_and_takes_it(event, programme, anybody):
    PageViewRestriction.objects.create(page=programme, restriction_type="password", password=SECRET)
    path = f"pages/{event.pk}/"

    status, answer = anybody("get", path)
    assert (status, answer["errors"][0]["type"]) == (403, "password_required")
    assert event.title not in str(answer)
    anybody.headers = {"X-Page-Password": "wrong"}
    assert anybody("get", path)[1]["detail"] == "This is not the password of this page."
    anybody.headers = {"X-Page-Password": SECRET}
    assert title(anybody("get", path)) == (200, "Kindness at work")
    response = anybody.http.get(f"/api/v3/{path}", headers=anybody.headers)
    assert response["Cache-Control"] == "private, no-store"


def test_password_makes_nobody_an_editor(event, programme, anybody):
    PageViewRestriction.objects.create(page=programme, restriction_type="password", password=SECRET)
    anybody.headers = {"X-Page-Password": SECRET}

    assert anybody("patch", f"pages/{event.pk}/", {"title": "Mine"})[0] == 401
    assert anybody("get", f"lift/events/{event.pk}/private/")[0] == 401
