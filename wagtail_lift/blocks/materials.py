"""What an event leaves behind: recordings, slides, transcripts, documents and pictures."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    FieldBlock,
    StreamValue,
    StructBlockValidationError,
    StructValue,
)
from wagtail.documents.blocks import DocumentChooserBlock

from ..api.shapes import Film
from ..enums import Captions, RecordingKind
from .base import LiftStreamBlock, LiftStructBlock
from .body import DocumentsBlock
from .dates import TypedDateBlock
from .links import LINK_LABELS, LinkedBlock, LinkValue
from .media import FilmBlock, GalleryBlock, stored_film
from .rich_text import TEXT_FEATURES, PartBlock
from .unread import AddressBlock, NumberBlock

MOST_MINUTES = 24 * 60


class RecordingAddressBlock(FilmBlock):
    """The address of a film or sound; one that no provider of players knows is as good."""

    def clean(self, value: Any) -> Any:
        """Raise ``ValidationError`` for what is no address; when publishing, look for a player.

        What is found is stored, so that nobody asks the other website for a reader.
        """
        cleaned = FieldBlock.clean(self, value)
        if cleaned and not self.is_deferred_validation:
            cleaned.html  # noqa: B018 -- asks the provider, and stores the answer
        return cleaned


class WordsBlock(LinkedBlock):
    """What was said, as text, a document or an address; nothing of it is required.

    API: ``{"text": rich text, "url": str, "document": id | None, "link": link | None}``.
    """

    link_fields = ("document", "url")
    is_link_required = False

    text = PartBlock(required=False, features=TEXT_FEATURES)
    document = DocumentChooserBlock(required=False)
    url = AddressBlock(required=False, default="")

    class Meta:
        field_labels = {"text": _("Text"), **LINK_LABELS}


class RecordingBlock(LiftStructBlock):
    """A recording on another website. No player is loaded before a reader asks for it.

    API: ``{"title": str, "url": address, "kind": "film" | "sound", "captions": "yes" | "no" |
    "not_needed" | "", "caption_languages": str, "transcript": {…}, "minutes": int | None,
    "date": ISO date | None, "film": {…} | None}``.
    """

    title = CharBlock(max_length=200)
    url = RecordingAddressBlock(max_width=1200)
    kind = ChoiceBlock(
        choices=RecordingKind.as_choices, default=RecordingKind.FILM.value, search_index=False
    )
    captions = ChoiceBlock(choices=Captions.as_choices, search_index=False)
    caption_languages = CharBlock(required=False, default="", max_length=200)
    transcript = WordsBlock(required=False)
    minutes = NumberBlock(required=False, min_value=1, max_value=MOST_MINUTES)
    date = TypedDateBlock(required=False)

    api_types = {"film": Film | None}

    class Meta:
        label = _("Recording")
        icon = "media"
        description = _("A film or sound recording, by its address, with captions and transcript.")
        template = "wagtail_lift/blocks/recording.html"
        label_format = "{title}"
        field_labels = {
            "title": _("Title"),
            "url": _("Web address"),
            "kind": _("Kind"),
            "captions": _("Does it have captions?"),
            "caption_languages": _("Languages of the captions"),
            "transcript": _("Transcript"),
            "minutes": _("Minutes"),
            "date": _("Recorded on"),
        }
        field_help = {
            "url": _("Readers see a link. A player is loaded only if they ask for it."),
            "captions": _(
                "Captions are for people who cannot hear it. None are needed where nobody speaks."
            ),
            "caption_languages": _("For example English, German."),
            "transcript": _("All that is said. Readers open it below the recording."),
        }
        preview_value = {
            "title": _("The whole conversation"),
            "url": "https://example.org/recording",
            "kind": "film",
            "captions": "yes",
            "caption_languages": _("English"),
            "minutes": 45,
            "date": date(2025, 5, 1),
        }

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``film``, what is stored of it, ``words``, their ``link`` and ``is_silent``."""
        context = super().get_context(value, parent_context=parent_context)
        address, words = value.get("url"), value.get("transcript")
        film = stored_film(address) if address else None
        link = words.link_for(context.get("request")) if words else None
        silent = lacks_words(value)
        return {**context, "film": film, "words": words, "link": link, "is_silent": silent}

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the recording with what is stored of it, and its date as text."""
        told = super().get_api_representation(value, context=context)
        address, recorded_on = value.get("url"), told["date"]
        return {
            **told,
            "captions": told["captions"] or "",
            "date": recorded_on.isoformat() if recorded_on else None,
            "film": stored_film(address) if address else None,
        }


class SlidesBlock(LinkedBlock):
    """The slides of a talk, as a document or at an address.

    API: ``{"title": str, "by": str, "url": str, "document": id | None, "link": link | None}``.
    """

    link_fields = ("document", "url")

    title = CharBlock(max_length=200)
    by = CharBlock(required=False, default="", max_length=200)
    document = DocumentChooserBlock(required=False)
    url = AddressBlock(required=False, default="")

    class Meta:
        label = _("Slides")
        icon = "doc-full"
        description = _("The slides of a talk, as a document or by their address.")
        template = "wagtail_lift/blocks/slides.html"
        label_format = "{title}"
        field_labels = {"title": _("Title"), "by": _("By whom"), **LINK_LABELS}
        field_help = {"document": _("Fill in exactly one: a document or a web address.")}
        preview_value = {
            "title": _("Ten small kindnesses"),
            "by": _("Ada Writer"),
            "url": "https://example.org/slides",
        }


class TranscriptBlock(LinkedBlock):
    """What was said, without a recording.

    API: ``{"title": str, "text": rich text, "document": id | None, "url": str,
    "link": link | None}``.
    """

    link_fields = ("document", "url")
    is_link_required = False

    title = CharBlock(max_length=200)
    text = PartBlock(required=False, features=TEXT_FEATURES)
    document = DocumentChooserBlock(required=False)
    url = AddressBlock(required=False, default="")

    class Meta:
        label = _("Transcript")
        icon = "pilcrow"
        description = _("All that was said, as text, a document or an address.")
        template = "wagtail_lift/blocks/transcript.html"
        label_format = "{title}"
        field_labels = {"title": _("Title"), "text": _("Text"), **LINK_LABELS}
        preview_value = {
            "title": _("The opening talk"),
            "text": _("<p>Good evening. I would like to begin with a story.</p>"),
        }

    def clean(self, value: LinkValue) -> LinkValue:
        """Raise ``StructBlockValidationError`` at the text unless there is text or a link."""
        cleaned = super().clean(value)
        if self.is_deferred_validation or any(cleaned.get(n) for n in ("text", *self.link_fields)):
            return cleaned
        message = gettext("Write the transcript here, or choose a document or an address.")
        error = ValidationError(message, code="transcript_missing")
        raise StructBlockValidationError(block_errors={"text": error})

    def get_context(
        self, value: LinkValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``words``, the transcript."""
        return {**super().get_context(value, parent_context=parent_context), "words": value}


class MaterialsStreamBlock(LiftStreamBlock):
    """What an event leaves behind, in order."""

    recording = RecordingBlock()
    slides = SlidesBlock()
    transcript = TranscriptBlock()
    documents = DocumentsBlock()
    gallery = GalleryBlock()

    class Meta:
        icon = "media"


def recordings_of(children: Iterable[StreamValue.StreamChild]) -> Iterator[StructValue]:
    """Yield the recordings among materials, in order."""
    return (child.value for child in children if isinstance(child.block, RecordingBlock))


def recordings_without_words(stream_value: StreamValue | None) -> list[str]:
    """Return the titles of the recordings that lack words."""
    return [
        value.get("title") or gettext("Recording")
        for value in recordings_of(stream_value or ())
        if lacks_words(value)
    ]


def lacks_words(recording: StructValue) -> bool:
    """Return whether a recording has neither captions nor a transcript.

    Recordings that need none do not lack them, nor do those of which nothing is said yet.
    """
    return recording.get("captions") == Captions.NO and not has_words(recording.get("transcript"))


def has_words(words: StructValue | None) -> bool:
    """Return whether a transcript is given, in whatever form."""
    return any((words or {}).get(name) for name in ("text", "document", "url"))


def materials_not_in(
    stream_value: StreamValue | None, elsewhere: StreamValue | None
) -> list[StreamValue.StreamChild]:
    """Return the materials of which something is not among those ``elsewhere``, in order.

    The same is what has the same address, document, picture or text, whatever its title.
    """
    known = {key for child in elsewhere or () for key in _keys_of(child.value)}
    return [
        child
        for child in stream_value or ()
        if not (known and (keys := {*_keys_of(child.value)}) and keys <= known)
    ]


def _keys_of(value: StructValue) -> Iterator[tuple[str, Any]]:
    """Yield what identifies the content of a block of materials."""
    if value.get("url"):
        yield "url", getattr(value["url"], "url", value["url"])
    for document in (value.get("document"), *(value.get("documents") or ())):
        if document:
            yield "document", document.pk
    for picture in value.get("pictures") or ():
        if picture.get("image"):
            yield "picture", picture["image"].pk
    if value.get("text"):
        yield "text", value["text"].source
