"""What stands around a page that a front end of its own shows, published or previewed."""

import json

import pytest
from django.apps import apps
from wagtail.fields import StreamField

from tests.projects.admin_forms import values_of_form
from tests.projects.headless.pages import (
    ADDRESS,
    API_VERSIONS,
    PREVIEWED_THERE,
    SHOWN_THERE,
    draft_of,
    event_of,
    preview_url,
    read,
)
from tests.projects.headless.talks.models import WithoutRoutes
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

FIND = {2: "/api/v2/pages/find/", 3: "/api/v3/lift/find/"}

pytestmark = pytest.mark.django_db


def found(client, version, page):
    answer = client.get(FIND[version], {"url": page.url, "include": "head"})
    assert answer.status_code == 200
    return answer.json()


def previewed(client, version, page, mode="", include="head"):
    answer = read(client, version, f"{preview_url(page, mode)}&include={include}")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    return answer.json()


@pytest.mark.parametrize("version", API_VERSIONS)
@pytest.mark.parametrize("kind", [*SHOWN_THERE, WithoutRoutes, EventIndexPage])
def test_page_that_leads_to_the_front_end_has_its_head(client, version, kind):
    page = kind.objects.first() if kind is EventIndexPage else event_of(kind)

    answer = found(client, version, page)

    assert client.get(page.url).status_code == 302
    assert answer["page"]["url"] == answer["head"]["sharing"]["url"] == page.full_url
    assert answer["head"]["sharing"]["title"] == page.title
    assert (answer["head"]["status"] is None) == (kind is EventIndexPage)


@pytest.mark.parametrize("version", API_VERSIONS)
def test_sub_route_that_stays_here_has_its_head(client, version, programme):
    answer = client.get(FIND[version], {"url": f"{programme.url}insights/", "include": "head"})

    head = answer.json()["head"]
    assert head["sharing"]["url"] == f"{programme.full_url}insights/"
    assert head["breadcrumbs"] == [{"title": programme.title, "url": programme.full_url}]


@pytest.mark.parametrize("version", API_VERSIONS)
@pytest.mark.parametrize("kind", [*PREVIEWED_THERE, WithoutRoutes])
def test_preview_has_the_head_of_the_page_once_it_is_published(client, version, kind):
    draft = draft_of(kind)

    before = previewed(client, version, draft)
    draft.save_revision().publish()

    assert before == found(client, version, event_of(kind))
    assert before["head"]["sharing"]["title"] == "A draft"


@pytest.mark.parametrize("version", API_VERSIONS)
def test_preview_with_another_slug_has_its_new_address(client, version):
    draft = event_of(EventPage)
    draft.slug = "another"

    before = previewed(client, version, draft)
    draft.save_revision().publish()

    after = found(client, version, EventPage.objects.get(pk=draft.pk))
    assert before == after
    assert after["url"].endswith("/another/")


@pytest.mark.parametrize("version", API_VERSIONS)
def test_each_mode_has_its_own_status_in_the_head(client, version):
    modes = ("status-taken_place", "status-fully_booked")

    answers = [previewed(client, version, draft_of(EventPage), mode) for mode in modes]

    statuses = [answer["head"]["status"]["status"] for answer in answers]
    assert statuses == ["taken_place", "fully_booked"]


@pytest.mark.parametrize("version", API_VERSIONS)
def test_page_that_was_never_saved_has_a_head(client, editor, programme, version):
    form = f"/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/"
    streams = {f"{f.name}-count": "0" for f in EventPage._meta.fields if isinstance(f, StreamField)}
    typed = {**streams, **values_of_form(editor.get(form).content), "title": "Brand new"}
    url = f"{form}preview/"
    editor.post(url, {**typed, "slug": "brand-new"})

    answer = read(client, version, f"{editor.get(url)['Location']}&include=head")

    body = answer.json()
    assert (answer.status_code, body["page"]["id"]) == (200, 0)
    assert body["head"]["sharing"]["title"] == "Brand new"
    assert body["url"] == body["head"]["sharing"]["url"] == f"{programme.full_url}brand-new/"
    assert body["head"]["status"]["status"] == "date_to_come"
    assert body["head"]["breadcrumbs"] == [{"title": programme.title, "url": programme.full_url}]


RICH = "<p>See <a linktype='page' id='{}'>the programme</a>.</p>"


@pytest.mark.parametrize("version", API_VERSIONS)
@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("html", '<p>See <a href="{0.full_url}">the programme</a>.</p>'),
        ("markdown", "See [the programme]({0.full_url})."),
        ("db_html", RICH.replace("'", '"').replace("{}", "{0.pk}")),
    ],
)
def test_preview_has_rich_text_in_the_format_that_is_asked_for(
    client, version, programme, form, shown
):
    text = RICH.replace("'", '"').format(programme.pk)
    pack = InsightsPack.objects.get()
    pack.introduction = text
    pack.insights = pack.insights.stream_block.to_python(
        [{"type": "paragraph", "value": text, "id": "p"}]
    )
    guide = [{"type": "purpose", "value": text, "id": "g"}]
    pack.guide = pack.guide.stream_block.to_python(guide)

    answer = read(client, version, f"{preview_url(pack)}&rich_text_format={form}")

    body = answer.json()
    assert answer.status_code == 200, body
    texts = [body["introduction"], body["insights"][0]["value"], body["guide"][0]["value"]]
    assert [each.strip() for each in texts] == [shown.format(programme)] * 3


@pytest.mark.parametrize("version", API_VERSIONS)
def test_format_that_does_not_exist_is_refused(client, version):
    answer = read(client, version, f"{preview_url(event_of(EventPage))}&rich_text_format=pdf")

    assert answer.status_code in (400, 422)
    assert "rich_text_format" in answer.text


@pytest.mark.skipif(not apps.is_installed("wagtail.api.v3"), reason="new in Wagtail 8")
def test_preview_comes_whole_in_one_request(client):
    draft = draft_of(EventPage)

    whole = previewed(client, 3, draft, include="head,detail")

    alone = client.get(f"{ADDRESS[3]}?{preview_url(draft).partition('?')[2]}").json()
    assert whole["detail"] == alone
    assert json.dumps(whole["head"]) == json.dumps(previewed(client, 3, draft)["head"])
