import pytest
from django.core.checks import Warning

from wagtail_lift.checks import check_head_tags

OURS = (
    "{% extends 'base.html' %}{% load wagtail_lift_tags %}{% block head %}TAG{% endblock %}"
    "{% block content %}{% block lift_content %}{% endblock %}{% endblock %}"
)
REST = "{% block head %}{% endblock %}{% block content %}{% endblock %}"
DESCRIPTION = '{% if page.search_description %}<meta name="description" content="x">{% endif %}'
CANONICAL = "<link href='https://example.org/' rel='canonical'>"
LANGUAGES = "<link href=https://example.org/fr/ hreflang=fr rel=alternate>"
CARDS = '<meta property="og:title" content="x">'
TWITTER = "<meta content=x name=twitter:card>"


@pytest.fixture
def site(settings, tmp_path):
    """Return a function that looks at a site with this base template, and this tag in ours."""

    def check(base: str, tag: str = "{% lift_sharing %}", **more: str) -> list:
        (tmp_path / "wagtail_lift").mkdir()
        (tmp_path / "wagtail_lift" / "base.html").write_text(OURS.replace("TAG", tag))
        for name, text in {"base": base, **more}.items():
            (tmp_path / f"{name}.html").write_text(text)
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
        return check_head_tags(None)

    return check


def test_our_own_base_template_says_nothing_twice():
    assert check_head_tags(None) == []


def test_site_is_told_what_its_base_template_prints_as_well(site, tmp_path):
    assert site(DESCRIPTION + REST) == [
        Warning(
            "“base.html” and “wagtail_lift/base.html” both print the same parts of the head: "
            "description.",
            hint=f"Put the tags in {tmp_path}/base.html into a block and fill it with ours, or "
            'write {% lift_sharing "canonical" "languages" "cards" "feeds" %} in '
            "“wagtail_lift/base.html”.",
            id="wagtail_lift.W005",
        )
    ]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (CANONICAL, "canonical"),
        (CARDS, "cards"),
        (TWITTER, "cards"),
        (LANGUAGES, "languages"),
        (CARDS + CANONICAL + DESCRIPTION, "description, canonical, cards"),
    ],
)
def test_each_part_that_is_printed_twice_is_named(site, printed, told):
    found = site(printed + REST)

    assert [warning.msg.partition(": ")[2] for warning in found] == [f"{told}."]


def test_site_that_takes_only_what_it_prints_itself_is_told_to_take_nothing(site):
    found = site(CARDS + REST, '{% lift_sharing "cards" %}')

    assert [warning.hint.rpartition(", or ")[2] for warning in found] == [
        "leave out {% lift_sharing %} in “wagtail_lift/base.html”."
    ]


@pytest.mark.parametrize("tag", ["", '{% lift_sharing "canonical" "feeds" %}'])
def test_site_may_print_what_it_does_not_take(site, tag):
    assert site(DESCRIPTION + CARDS + REST, tag) == []


def test_parts_that_only_a_page_knows_stop_no_check(site):
    assert site(DESCRIPTION + REST, "{% lift_sharing description cards %}") == []


def test_tags_in_a_block_that_ours_replace_are_not_printed(site):
    assert site(f"{{% block head %}}{DESCRIPTION}{{% endblock %}}{REST[30:]}") == []


def test_tags_in_a_block_to_which_ours_are_added_are_printed_as_well(site):
    base = f"{{% block head %}}{DESCRIPTION}{{% endblock %}}"

    assert len(site(base, "{{ block.super }}{% lift_sharing %}")) == 1


def test_tags_of_a_template_further_up_are_found(site):
    found = site("{% extends 'root.html' %}", root=CANONICAL + REST)

    assert [warning.msg.partition("”")[0] for warning in found] == ["“root.html"]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- {CARDS} -->",
        '<meta name="viewport" content="description">',
        '<link rel="stylesheet" href="canonical">',
    ],
)
def test_what_only_looks_like_it_is_let_be(site, text):
    assert site(text + REST) == []
