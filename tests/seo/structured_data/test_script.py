"""No value leaves the element for data, and every value is read back as it was."""

import json

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from wagtail_lift.seo.structured_data import as_script

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    "\"quotes\" and 'quotes' \\ back",
    "&lt;/script&gt; &amp;",
]


def read_back(text):
    """Parse as a browser does, and return the data of the only element there is."""
    html = f"<!doctype html><title>x</title>{text}<p id=after>after</p>"
    html5lib.HTMLParser(strict=True).parse(html)
    soup = BeautifulSoup(html, "html5lib")
    (script,) = soup.find_all("script")
    assert soup.find(id="after").text == "after"
    return json.loads(script.string)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_value_stays_a_value(value):
    data = read_back(as_script([{"@type": "Event", "name": value, value: "name"}]))

    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": value,
        value: "name",
    }


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back(value):
    text = as_script([{"name": value}])

    inside = text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside)["name"] == value
    assert not set(inside) & set("<>&\u2028\u2029")


def test_several_things_are_one_graph():
    data = read_back(as_script([{"@type": "Event"}, {"@type": "Person"}]))

    assert data == {
        "@context": "https://schema.org",
        "@graph": [{"@type": "Event"}, {"@type": "Person"}],
    }


def test_nothing_is_written_of_nothing():
    assert as_script([]) == ""
