"""What cards say: in the reader's language."""

import pytest
from django.db.models import TextChoices
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext_lazy

from wagtail_lift.enums import Status
from wagtail_lift.formats.card_words import hosted_by_in_words, label_in_words, more_dates_in_words


class Choice(TextChoices):
    """A set of words that Django itself translates."""

    SUNDAY = "sunday", gettext_lazy("Sunday")


def test_number_of_more_dates_is_one_or_several():
    with translation.override("en"):
        words = [more_dates_in_words(count) for count in (1, 2, 1)]

    assert words == ["and 1 more date", "and 2 more dates", "and 1 more date"]


def test_number_of_more_dates_is_written_as_the_language_does(settings):
    settings.USE_THOUSAND_SEPARATOR = True

    with translation.override("de"):
        assert more_dates_in_words(1234) == "und 1.234 weitere Termine"


def test_hosts_stand_one_after_the_other():
    with translation.override("en"):
        assert hosted_by_in_words(("Ada Bell",)) == "Hosted by <bdi>Ada Bell</bdi>"
        assert hosted_by_in_words(("Ada <Bell>", "100 % us")) == (
            "Hosted by <bdi>Ada &lt;Bell&gt;</bdi>, <bdi>100 % us</bdi>"
        )


def test_label_is_that_of_the_word():
    with translation.override("en"):
        labels = {status: label_in_words(status) for status in Status}

    assert labels == {status: str(status.label) for status in Status}


def test_label_follows_the_language_each_time_it_is_asked_for():
    labels = []

    for language in ("en", "fr", "en"):
        with translation.override(language):
            labels.append(label_in_words(Choice.SUNDAY))

    assert labels == ["Sunday", "dimanche", "Sunday"]


def test_equal_words_of_two_sets_have_labels_of_their_own():
    class Other(TextChoices):
        DROP_IN = Status.DROP_IN.value, "Something else"

    with translation.override("en"):
        said = [label_in_words(word) for word in (Status.DROP_IN, Other.DROP_IN)]

    assert said == ["Drop in", "Something else"]


@pytest.mark.parametrize("name", ["<b>Bo</b>", "Bo & Li"])
def test_hosts_are_escaped_in_a_template(name):
    template = Template("{% load wagtail_lift_tags %}{{ names|lift_hosted_by }}")
    expected = Template("Hosted by <bdi>{{ name }}</bdi>").render(Context({"name": name}))

    assert template.render(Context({"names": (name,)})) == expected
