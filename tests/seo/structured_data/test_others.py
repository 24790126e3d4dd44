"""Packs, hosts and lists as search engines read them."""

from datetime import UTC, datetime

from wagtail_lift.domain.descriptions import (
    DescribedEvent,
    DescribedHost,
    DescribedImage,
    DescribedList,
    DescribedPack,
)
from wagtail_lift.enums import HostKind
from wagtail_lift.seo.structured_data import as_schema

URL = "https://example.org/learnt/"


def test_pack_says_its_terms_and_where_it_comes_from():
    pack = DescribedPack(
        name="Learnt",
        url=URL,
        description="What we learnt.",
        language="en",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        licence_text="Tell us how it went.",
        published_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        hosts=(DescribedHost("Ada Bell"),),
        event=DescribedEvent("Kindness", "https://example.org/kindness/"),
        guide_url=f"{URL}guide/",
        more={"keywords": "kindness"},
    )

    found = as_schema(pack)

    event = found.pop("recordedAt")
    assert (event["@type"], event["name"]) == ("Event", "Kindness")
    assert found == {
        "@type": "CreativeWork",
        "@id": URL,
        "name": "Learnt",
        "url": URL,
        "description": "What we learnt.",
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "conditionsOfAccess": "Tell us how it went.",
        "datePublished": "2026-01-02T03:04:00+00:00",
        "contributor": [{"@type": "Person", "name": "Ada Bell"}],
        "hasPart": {"@type": "CreativeWork", "url": f"{URL}guide/"},
        "isBasedOn": "https://example.org/kindness/",
        "keywords": "kindness",
    }


def test_pack_without_an_event_names_none():
    found = as_schema(DescribedPack("Learnt", URL))

    assert found == {
        "@type": "CreativeWork",
        "@id": URL,
        "name": "Learnt",
        "url": URL,
        "isAccessibleForFree": True,
    }


def test_organisation_is_no_person():
    host = DescribedHost(
        "Leeds Voices",
        HostKind.ORGANISATION,
        position="never shown",
        organisation="Leeds",
        website="https://voices.example.org",
        image=DescribedImage("https://example.org/a.jpg", 480, 480),
    )

    assert as_schema(host) == {
        "@type": "Organization",
        "name": "Leeds Voices",
        "parentOrganization": {"@type": "Organization", "name": "Leeds"},
        "sameAs": "https://voices.example.org",
        "image": {
            "@type": "ImageObject",
            "url": "https://example.org/a.jpg",
            "width": 480,
            "height": 480,
        },
    }


def test_list_has_its_items_in_order():
    found = as_schema(DescribedList((("A", f"{URL}a/"), ("B", f"{URL}b/")), "Packs", URL))

    assert found == {
        "@type": "ItemList",
        "name": "Packs",
        "url": URL,
        "numberOfItems": 2,
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "A", "url": f"{URL}a/"},
            {"@type": "ListItem", "position": 2, "name": "B", "url": f"{URL}b/"},
        ],
    }


def test_way_back_up_has_its_steps_in_order():
    found = as_schema(DescribedList((("Conversations", URL), ("Kindness", f"{URL}k/"))))

    assert found == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Conversations", "item": URL},
            {"@type": "ListItem", "position": 2, "name": "Kindness", "item": f"{URL}k/"},
        ],
    }


def test_what_a_site_made_itself_stays_as_it_is():
    assert as_schema({"@type": "FAQPage"}) == {"@type": "FAQPage"}
