"""On a base page model of the site's own."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.projects.own_page_model.base.models import BasePage
from tests.projects.own_page_model.conversations.models import ConversationPage
from wagtail_lift import models


def test_page_types_keep_what_the_base_page_adds(editor, programme):
    event = ConversationPage.objects.first()
    fields = {field.field_name for field in ConversationPage.get_search_fields()}

    assert {"title", "importance", "summary"} < fields
    assert 'name="importance"' in editor.get(f"/admin/pages/{event.pk}/edit/").text
    assert BasePage.objects.filter(importance="").specific().type(ConversationPage).count() == 2


def test_page_types_of_the_package_say_which_app_is_missing():
    with pytest.raises(ImproperlyConfigured, match="Add it to INSTALLED_APPS, or make a page type"):
        _ = models.EventPage
