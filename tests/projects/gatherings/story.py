"""With page types that are nothing but the mixins, and a host model of the site's own."""

import pytest
from django.core.management import CommandError, call_command

from tests.projects.gatherings.neighbours.models import Neighbour
from tests.projects.gatherings.seasons.models import Findings, Gathering, Season, Supper
from wagtail_lift.blocks import ProgrammeChooserBlock
from wagtail_lift.models import EventFacet, get_host_model


def test_page_types_without_lists_know_their_places(programme):
    assert Season.allowed_subpage_models() == [Season, Gathering, Supper, Findings]
    assert Gathering.allowed_parent_page_models() == [Season]
    assert Gathering.allowed_subpage_models() == [Findings]


def test_page_types_without_template_use_those_of_the_package(client, programme):
    response = client.get(programme.url)

    assert response.template_name == ["seasons/season.html", "wagtail_lift/event_index_page.html"]


def test_host_model_of_the_site_takes_the_place_of_ours(editor, programme):
    host = Neighbour.objects.get()
    host.street = "Mill Lane"
    host.tags.add("baking")
    host.save()

    shown = editor.get(f"/admin/snippets/neighbours/neighbour/edit/{host.pk}/").text

    assert get_host_model() is Neighbour
    assert [tag.name for tag in Neighbour.objects.get().tags.all()] == ["baking"]
    assert "Ada Bell" in shown
    assert EventFacet.objects.filter(kind="host", label="Ada Bell").count() == 1


def test_lists_of_events_offer_programmes_of_the_site(programme):
    block = ProgrammeChooserBlock()

    assert block.target_models == [Season]
    assert block.clean(programme.pk).pk == programme.pk


def test_removal_names_the_page_types_and_the_host_model_of_the_site(programme):
    with pytest.raises(CommandError) as error:
        call_command("lift_remove", "--yes")

    said = str(error.value)
    assert "- seasons.Season is a page type of your own, made from EventIndexPageMixin," in said
    assert "- neighbours.Neighbour is a model of your own, made from AbstractHostProfile:" in said
    assert "The migration 0001_initial of your app seasons depends on ours" in said
    assert Season.objects.filter(pk=programme.pk).exists()
