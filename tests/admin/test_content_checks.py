"""Wagtail's content checker looks for what readers of our pages miss, beside what a site adds."""

from django.test import RequestFactory
from wagtail.admin.userbar import ContentCheckerItem

from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.admin.content_checks import check_what_readers_miss
from wagtail_lift.enums import Notice

OURS = {
    "lift-no_host",
    "lift-no_question",
    "lift-no_place",
    "lift-no_venue",
    "lift-venue_not_shown",
    "lift-no_link",
    "lift-link_for_nobody",
    "lift-no_contact",
    "lift-recording_without_words",
    "lift-image_without_alt",
    "lift-gallery_without_alt",
}


class SiteItem(ContentCheckerItem):
    """A checker that a site has put in the place of Wagtail's."""

    axe_run_only = ["link-name", "site-rule"]
    axe_messages = {"link-name": {"error_name": "Of the site", "help_text": "Of the site"}}

    def get_axe_custom_rules(self, request):
        return [{"id": "site-rule", "selector": "h1", "any": ["non-empty-title"], "enabled": True}]


class TaggedItem(ContentCheckerItem):
    """A checker of a site that runs the rules with these tags."""

    axe_run_only = ["wcag2a", "best-practice"]


class EverythingItem(ContentCheckerItem):
    """A checker of a site that runs every rule."""

    axe_run_only = None


def configuration(page, item_class=ContentCheckerItem):
    request = RequestFactory().get("/")
    items = [object(), item_class(in_editor=True)]
    check_what_readers_miss(request, items, page)
    assert type(items[1]) is item_class
    return items[1].get_axe_configuration(request)


def ids(found):
    return {rule["id"] for rule in found["spec"]["rules"]}


def test_rules_are_added_to_those_of_wagtail(home):
    found = configuration(make_event(make_programme(home)))

    own = ContentCheckerItem().get_axe_configuration(None)
    assert ids(found) == ids(own) | OURS
    assert set(found["options"]["runOnly"]) == {*own["options"]["runOnly"], *OURS}
    assert set(found["messages"]) == set(own["messages"]) | OURS
    assert found["messages"]["lift-no_host"] == {
        "error_name": Notice.NO_HOST.label,
        "help_text": "Event › Hosts, speakers and partners",
    }


def test_rules_of_a_site_stay(home):
    found = configuration(make_event(make_programme(home)), SiteItem)

    assert ids(found) == {"site-rule"} | OURS
    assert set(found["options"]["runOnly"]) == {"link-name", "site-rule"} | OURS
    assert found["messages"]["link-name"]["error_name"] == "Of the site"


def test_tags_that_a_site_runs_are_not_mixed_with_rules(home):
    event = make_event(make_programme(home))

    assert configuration(event, TaggedItem)["options"]["runOnly"] == ["wcag2a", "best-practice"]
    assert "runOnly" not in configuration(event, EverythingItem)["options"]


def test_packs_are_checked_and_other_pages_are_not(home):
    own = ContentCheckerItem().get_axe_configuration(None)

    pack = configuration(make_pack(make_event(make_programme(home))))
    assert ids(pack) == ids(own) | OURS
    assert configuration(home) == own
    assert configuration(None) == own


def test_checker_itself_is_left_as_it_was(home):
    before = ContentCheckerItem().get_axe_configuration(None)

    configuration(make_event(make_programme(home)))

    assert ContentCheckerItem().get_axe_configuration(None) == before


def test_previews_are_marked_and_pages_are_not(home, rf):
    event = make_event(make_programme(home))

    preview = event.make_preview_request(preview_mode="").render().content.decode()

    assert 'data-lift-notices="no_host no_question no_place no_contact"' in preview
    request = rf.get("/", headers={"host": "localhost"})
    assert "data-lift-notices" not in event.serve(request).render().content.decode()
