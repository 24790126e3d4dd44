"""What Wagtail's content checker finds on our pages, beside what it and the site look for.

The rules are the notices for editors: a preview marks those that apply (``lift_notices``), and a
check of axe that always fails there finds the mark. Nothing here decides what is missing.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import AbstractPage

from ..enums import Notice
from ..page_types import LiftPageMixin
from ..page_types.event_notices import FIELDS
from ..page_types.field_places import place_of

PREFIX = "lift-"
MISSED_BY_READERS = (
    Notice.NO_HOST,
    Notice.NO_QUESTION,
    Notice.NO_PLACE,
    Notice.NO_VENUE,
    Notice.VENUE_NOT_SHOWN,
    Notice.NO_LINK,
    Notice.LINK_FOR_NOBODY,
    Notice.NO_CONTACT,
)
"""The notices about what a reader of the page misses; the preview marks them at its heading."""

_EMPTY_TEXT = "non-empty-alt"
_ALWAYS_FAILS = "non-empty-title"
"""A check of axe: none of the marked elements has a ``title``."""


def check_what_readers_miss(
    request: HttpRequest, items: list[Any], page: AbstractPage | None
) -> None:
    """Add our rules to the content checker, whichever class of it a site uses."""
    if not isinstance(page, LiftPageMixin):
        return
    for item in items:
        if isinstance(item, ContentCheckerItem):
            _add_rules(item, page)


def _add_rules(item: ContentCheckerItem, page: LiftPageMixin) -> None:
    configuration_of = item.get_axe_configuration

    def with_our_rules(request: HttpRequest) -> dict[str, Any]:
        return joined(configuration_of(request), page)

    item.get_axe_configuration = with_our_rules  # of this item alone, so that its class stays


def joined(configuration: dict[str, Any], page: LiftPageMixin) -> dict[str, Any]:
    """Return axe's configuration with our rules added and nothing else changed."""
    spec, options = configuration["spec"], configuration["options"]
    ours = _rules(page)
    names = [rule["id"] for rule in ours]
    options = {**options, "rules": {**options["rules"], **{n: {"enabled": True} for n in names}}}
    if _names_rules(options.get("runOnly"), spec["rules"]):
        options["runOnly"] = [*options["runOnly"], *names]
    return {
        **configuration,
        "options": options,
        "messages": {**configuration["messages"], **_messages(page)},
        "spec": {**spec, "rules": [*spec["rules"], *ours]},
    }


def _names_rules(run_only: list[str] | None, rules: list[dict[str, Any]]) -> bool:
    """Return whether ``runOnly`` lists rules; axe refuses a list of tags and rules together."""
    known = {*ContentCheckerItem.axe_run_only, *(rule["id"] for rule in rules)}
    return not known.isdisjoint(run_only or ())


def _rules(page: LiftPageMixin) -> list[dict[str, Any]]:
    marked = [(notice, f'[data-lift-notices~="{notice.value}"]') for notice in MISSED_BY_READERS]
    rules = [_rule(notice.value, selector, _ALWAYS_FAILS) for notice, selector in marked]
    return [
        *rules,
        _rule(Notice.RECORDING_WITHOUT_WORDS.value, ".lift-recording--silent", _ALWAYS_FAILS),
        _rule(Notice.IMAGE_WITHOUT_ALT.value, ".lift-hero__picture", _EMPTY_TEXT),
        _rule("gallery_without_alt", ".lift-gallery__image", _EMPTY_TEXT),
    ]


def _rule(name: str, selector: str, check: str) -> dict[str, Any]:
    return {
        "id": f"{PREFIX}{name}",
        "impact": "serious",
        "selector": selector,
        "tags": ["best-practice"],
        "any": [check],
        "enabled": True,
    }


def _messages(page: LiftPageMixin) -> dict[str, dict[str, str | Promise]]:
    """Return the words of each finding, and where in the form to put it right."""
    told = [*MISSED_BY_READERS, Notice.RECORDING_WITHOUT_WORDS, Notice.IMAGE_WITHOUT_ALT]
    words = {
        f"{PREFIX}{notice.value}": {
            "error_name": notice.label,
            "help_text": place_of(page, FIELDS.get(notice, "materials")),
        }
        for notice in told
    }
    words[f"{PREFIX}gallery_without_alt"] = {
        "error_name": _("A picture of the gallery has no alternative text."),
        "help_text": _("People who cannot see it will miss it."),
    }
    return words
