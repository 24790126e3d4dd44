"""Making in a chooser what is not there yet, under the rules of its own form."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.models import modelform_factory
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic.chooser import CreateView
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from ..actions import add_snippet


class CreationForm(WagtailAdminModelForm):
    """A short form: what is left out of it has its default."""


def creation_form(
    model: type[Model], form: type[CreationForm], fields: Mapping[str, Any]
) -> type[CreationForm]:
    """Return a form of those ``fields`` that a model has, with their help where it is given."""
    known = {field.name for field in model._meta.get_fields()}
    names = [name for name in fields if name in known]
    help_texts = {name: fields[name] for name in names if fields[name] is not None}
    return modelform_factory(model, form=form, fields=names, help_texts=help_texts)


class CreateInChooserView(CreateView):
    """Adds what the form describes; it goes live only by those who may publish it."""

    response_data_title_key = "string"

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        """Tell the form whose it is."""
        return {**super().get_creation_form_kwargs(), "for_user": self.request.user}

    def save_form(self, form: forms.ModelForm) -> Model:
        """Add the snippet with a revision and a log entry."""
        user = self.request.user
        may_publish = self.get_permission_policy().user_has_permission(user, "publish")
        return add_snippet(form.save(commit=False), user=user, publish=may_publish)


class LiftChooserViewSet(SnippetChooserViewSet):
    """A chooser whose words are in the language of its reader.

    Wagtail 8 translates these once, as it starts.
    """

    page_title = _("Choose")
    search_tab_label = _("Search")
