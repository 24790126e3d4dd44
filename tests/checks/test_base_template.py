import pytest
from django.core.checks import Error, Warning

from wagtail_lift.checks import check_base_template

OURS = "{% extends 'base.html' %}{% block extra_css %}Styles{% endblock %}"
SHOWN = "{% block content %}{% block lift_content %}{% endblock %}{% endblock %}"


@pytest.fixture
def site(settings, tmp_path):
    """Return a function that gives the site these templates and looks at them."""

    def check(**templates: str) -> list:
        for name, text in templates.items():
            path = tmp_path / name.replace("__", "/")
            path.parent.mkdir(exist_ok=True)
            path.with_suffix(".html").write_text(text)
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
        return check_base_template(None)

    return check


def test_our_own_base_template_shows_all_of_its_blocks():
    assert check_base_template(None) == []


def test_site_is_told_of_a_block_that_its_base_template_lacks(site, tmp_path):
    found = site(
        base="{% block title %}{% endblock %}{% block content %}{% endblock %}",
        wagtail_lift__base=OURS + SHOWN,
    )

    assert found == [
        Warning(
            "“wagtail_lift/base.html” fills the block “extra_css”, which “base.html” does not "
            "have: nobody sees what is in it.",
            hint=f"In {tmp_path}/wagtail_lift/base.html, name a block that it has (content, "
            "title), or add this one to it.",
            id="wagtail_lift.W004",
        )
    ]


def test_site_may_fill_any_block_of_the_templates_above(site):
    found = site(
        root="{% block head %}{% endblock %}{% block body %}{% endblock %}",
        base="{% extends 'root.html' %}{% block head %}{% block extra_css %}{% endblock %}"
        "{% endblock %}{% block body %}{% block content %}{% endblock %}{% endblock %}",
        wagtail_lift__base=OURS + SHOWN + "{% block head %}Head{% endblock %}",
    )

    assert found == []


def test_site_is_told_that_its_pages_are_empty(site, tmp_path):
    found = site(
        base="{% block content %}{% endblock %}",
        wagtail_lift__base="{% extends 'base.html' %}{% block content %}Soon{% endblock %}",
    )

    assert found == [
        Error(
            "“wagtail_lift/base.html” has no block “lift_content”, so every page of wagtail_lift "
            "is empty.",
            hint="Add {% block lift_content %}{% endblock %} to "
            f"{tmp_path}/wagtail_lift/base.html.",
            id="wagtail_lift.E008",
        )
    ]


@pytest.mark.parametrize("name", ["'missing.html'", "chosen_by_a_view"])
def test_template_that_cannot_be_followed_is_left_to_who_opens_a_page(site, name):
    assert site(wagtail_lift__base=f"{{% extends {name} %}}{SHOWN}") == []


def test_template_with_an_error_is_left_to_who_opens_a_page(site):
    assert site(wagtail_lift__base="{% block %}") == []


def test_template_may_extend_the_next_one_of_its_name(site):
    ours = "{% extends 'wagtail_lift/base.html' %}{% block lift_footer %}Us{% endblock %}"

    assert site(wagtail_lift__base=ours) == []
