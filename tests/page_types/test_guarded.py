"""A private page asks for its password, and tells nothing of itself before it has it."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_pack, make_programme

PASSWORD = "open sesame"
HOSTILE = "Whispered</title><script>alert(1)</script>"


@pytest.fixture
def event(home):
    return make_event(
        make_programme(home, title="Quiet circle"),
        HOSTILE,
        summary="Hushed words",
        slug="murmured",
    )


@pytest.fixture
def restriction(event):
    return PageViewRestriction.objects.create(
        page=event.get_parent(), restriction_type="password", password=PASSWORD
    )


def parse(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def form_of(page: BeautifulSoup) -> dict[str, str]:
    """Return the address of the form and what it sends when nothing is typed."""
    form = page.select_one("main form")
    fields = {field["name"]: field.get("value", "") for field in form.select("input")}
    return {"action": form["action"], **fields}


def answer(client, form, **typed):
    return client.post(form.pop("action"), {**form, **typed})


@pytest.mark.parametrize("below", ["", "ics/"])
@pytest.mark.parametrize("reader", ["client", "admin_session"])
def test_private_event_is_asked_for_in_our_look_and_says_nothing(
    request, event, restriction, below, reader
):
    response = request.getfixturevalue(reader).get(f"{event.url}{below}")

    html = response.content.decode()
    assert "wagtail_lift/password_required.html" in [t.name for t in response.templates]
    for secret in ("Whispered", "Hushed", "Quiet circle", "ld+json", "og:title", "canonical"):
        assert secret not in html
    assert parse(response).title.get_text() == "Password required"
    assert parse(response).select_one("meta[name=robots]")["content"] == "noindex"
    assert "page" not in response.context_data
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("kind", ["programme", "pack"])
def test_each_page_type_asks_in_our_look(client, event, restriction, kind):
    page = event.get_parent() if kind == "programme" else make_pack(event, slug="learnt")

    response = client.get(page.url)

    assert parse(response).h1.get_text() == "Password required"


def test_password_opens_the_page_that_was_asked_for(client, event, restriction):
    form = form_of(parse(client.get(event.url)))

    response = answer(client, form, password=PASSWORD)

    assert response["Location"] == event.url
    assert "Hushed words" in client.get(event.url).content.decode()


def test_wrong_password_is_said_at_its_field(client, event, restriction):
    form = form_of(parse(client.get(event.url)))

    page = parse(answer(client, form, password="guess"))

    field = page.select_one("input[type=password]")
    assert page.title.get_text() == "Error: Password required"
    assert field["aria-invalid"] == "true"
    assert "not correct" in page.find(id=field["aria-describedby"]).get_text()
    assert field["id"] == page.select_one("label[for]")["for"]
    assert field.get("value") is None


def test_password_without_a_page_to_go_to_says_what_to_do(client, event, restriction):
    action = f"/_util/authenticate_with_password/{restriction.pk}/{event.pk}/"
    form = form_of(parse(client.get(action)))

    page = parse(answer(client, form, password=PASSWORD))

    assert "open the private page itself" in page.select_one("[role=alert]").get_text()
    assert "murmured" not in str(page)


@pytest.mark.parametrize("by", ["page type", "setting"])
def test_template_of_the_site_is_used_as_wagtail_does(
    client, event, restriction, monkeypatch, settings, by
):
    own = "wagtailcore/password_required.html"
    if by == "setting":
        settings.WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = own
    else:
        monkeypatch.setattr(type(event), "password_required_template", own)

    response = client.get(event.url)

    assert own in [t.name for t in response.templates]
    assert "no-store" in response["Cache-Control"]
