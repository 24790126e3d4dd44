import re

import pytest
from django.db.models import TextChoices
from django.utils import translation
from django.utils.functional import Promise

from wagtail_lift import enums
from wagtail_lift.enums import BookingMode, Licence, Status

ENUMS = [
    member
    for member in vars(enums).values()
    if isinstance(member, type) and issubclass(member, TextChoices) and member is not TextChoices
]
WORDS = [word for enum in ENUMS for word in enum]


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_words_are_stable_identifiers_with_a_translatable_label(word):
    is_unsaid = word in (enums.Recording.UNKNOWN, enums.CostKind.NOT_SAID)

    assert is_unsaid or re.fullmatch(r"[a-z][a-z0-9_.-]*", word.value)
    assert isinstance(word._label_, Promise)
    assert str(word.label)


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_words_of_an_enum_have_labels_of_their_own(enum):
    with translation.override("en"):
        labels = [str(word.label) for word in enum]

    assert len(set(labels)) == len(labels)


def test_booking_here_is_not_offered_yet():
    assert [value for value, _ in BookingMode.offered()] == ["not_needed", "elsewhere"]


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        (Licence.CC_BY, "https://creativecommons.org/licenses/by/4.0/"),
        (Licence.CC_BY_SA, "https://creativecommons.org/licenses/by-sa/4.0/"),
        (Licence.CC_BY_NC, "https://creativecommons.org/licenses/by-nc/4.0/"),
        (Licence.CC_BY_NC_SA, "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        (Licence.CC_BY_ND, "https://creativecommons.org/licenses/by-nd/4.0/"),
        (Licence.CC0, "https://creativecommons.org/publicdomain/zero/1.0/"),
        (Licence.OWN, ""),
    ],
)
def test_licence_leads_to_its_deed(licence, expected):
    assert licence.url == expected


@pytest.mark.parametrize(
    ("status", "event_status", "availability"),
    [
        (Status.CANCELLED, "EventCancelled", ""),
        (Status.POSTPONED, "EventPostponed", ""),
        (Status.INSIGHTS_OPEN, "EventScheduled", ""),
        (Status.TAKEN_PLACE, "EventScheduled", ""),
        (Status.HAPPENING_NOW, "EventScheduled", ""),
        (Status.DATE_TO_COME, "EventScheduled", ""),
        (Status.DROP_IN, "EventScheduled", "InStock"),
        (Status.BOOKING_SOON, "EventScheduled", "PreOrder"),
        (Status.BOOKING_CLOSED, "EventScheduled", "Discontinued"),
        (Status.WAITING_LIST, "EventScheduled", "BackOrder"),
        (Status.FULLY_BOOKED, "EventScheduled", "SoldOut"),
        (Status.BOOKING_AVAILABLE, "EventScheduled", "InStock"),
    ],
)
def test_status_speaks_the_words_of_schema_org(status, event_status, availability):
    assert (status.schema_event_status, status.schema_availability) == (
        event_status,
        availability,
    )


def test_status_has_a_sentence_of_its_own():
    sentences = [status.sentence for status in Status]

    assert {type(sentence).__name__ for sentence in sentences} == {"__proxy__"}
    assert len({str(sentence) for sentence in sentences}) == len(Status)
    assert {str(sentence)[-1] for sentence in sentences} == {"."}
