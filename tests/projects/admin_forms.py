"""Filling in the admin's page forms as a browser without scripts would."""

from typing import Any

from bs4 import BeautifulSoup
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField


def publish_in_admin(client: Client, page_type: type[Model], parent: Any, **typed: Any) -> Any:
    """Add a page below ``parent`` through the admin's own form, publish it, and return it."""
    options = page_type._meta
    address = reverse(
        "wagtailadmin_pages:add", args=[options.app_label, options.model_name, parent.pk]
    )
    streams = {f"{f.name}-count": "0" for f in options.fields if isinstance(f, StreamField)}
    shown = values_of_form(client.get(address).content)
    answer = client.post(address, {**streams, **shown, **typed, "action-publish": "yes"})
    if answer.status_code != 302:
        form = answer.context["form"]
        raise AssertionError([form.errors, *(f.errors for f in form.formsets.values())])
    return page_type._default_manager.get(title=typed["title"])


def values_of_form(html: bytes) -> dict[str, str]:
    """Return what a browser would send of the form that edits a page, if nothing was typed."""
    form = BeautifulSoup(html, "html.parser").find("form", id="page-edit-form")
    values = {field["name"]: _value(field) for field in form.select("[name]")}
    return {name: value for name, value in values.items() if value is not None}


def _value(field: Any) -> str | None:
    if field.name == "select":
        chosen = field.find("option", selected=True) or field.find("option")
        return chosen["value"] if chosen else None
    if field.name == "textarea":
        return field.text.removeprefix("\n")
    if field.name != "input" or field.get("type") in ("submit", "file", "button"):
        return None
    if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
        return None
    return field.get("value", "")
