"""Tags of the example site."""

from example_site import settings


def test_capitals_make_no_second_tag_in_the_demo():
    assert settings.TAGGIT_CASE_INSENSITIVE is True
