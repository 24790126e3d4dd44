"""Topics and audiences as links."""

from wagtail_lift.lists.tag_links import TagLink, audience_links, topic_links
from wagtail_lift.models import EventFacet

FACETS = [
    EventFacet(kind="topic", value="zest", label="zest"),
    EventFacet(kind="topic", value="a-b", label="A & B"),
    EventFacet(kind="audience", value="sorgfältig", label="Sorgfältig"),
    EventFacet(kind="mode", value="online", label="Online"),
]


def test_tags_come_by_name_and_filter_the_list():
    topics, audiences = topic_links(FACETS, "/talks/"), audience_links(FACETS, "/talks/")

    assert topics == [TagLink("A & B", "/talks/?tag=a-b"), TagLink("zest", "/talks/?tag=zest")]
    assert audiences == [TagLink("Sorgfältig", "/talks/?audience=sorgf%C3%A4ltig")]
    assert [str(tag) for tag in topics] == ["A & B", "zest"]


def test_tags_without_a_list_are_words():
    assert topic_links(FACETS, "") == [TagLink("A & B"), TagLink("zest")]
