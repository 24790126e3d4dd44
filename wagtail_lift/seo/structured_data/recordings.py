"""Recordings as schema.org ``VideoObject`` or ``AudioObject``: only what their editor said."""

from collections.abc import Iterable
from typing import Any

from wagtail.blocks import StreamValue, StructValue

from ...blocks import has_words, recordings_of
from ...enums import Captions, RecordingKind
from .parts import filled


def recordings(children: Iterable[StreamValue.StreamChild]) -> list[dict[str, Any]]:
    """Return the recordings among materials, in order; those without an address are left out."""
    return [_recording(value) for value in recordings_of(children) if value.get("url")]


def _recording(value: StructValue) -> dict[str, Any]:
    is_sound = value.get("kind") == RecordingKind.SOUND
    minutes, recorded_on = value.get("minutes"), value.get("date")
    offered = {
        "captions": value.get("captions") == Captions.YES,
        "transcript": has_words(value.get("transcript")),
    }
    return filled(
        {
            "@type": "AudioObject" if is_sound else "VideoObject",
            "name": value.get("title"),
            "url": value["url"].url,
            "duration": f"PT{minutes}M" if minutes else "",
            "dateCreated": recorded_on.isoformat() if recorded_on else "",
            "accessibilityFeature": [name for name, is_there in offered.items() if is_there],
        }
    )
