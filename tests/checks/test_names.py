"""Names of the site's models; ``tests/projects/test_names.py`` has a site whose names clash."""

from wagtail_lift.checks import check_names


def test_site_whose_models_have_other_names_is_told_nothing():
    assert check_names(None) == []
