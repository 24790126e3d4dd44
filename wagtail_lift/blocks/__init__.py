"""StreamField blocks of the package; import them from here, never from the modules below."""

from .answers import AnsweredQuestionsBlock, offer_questions
from .base import LiftStreamBlock, LiftStructBlock
from .body import (
    BodyStreamBlock,
    CallToActionBlock,
    DetailsBlock,
    DocumentsBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
)
from .conversation import (
    ActivityBlock,
    ConversationQuestionBlock,
    ConversationStreamBlock,
    OpeningBlock,
    Question,
    questions_of,
)
from .dates import (
    AddedDateBlock,
    AddedDatesStreamBlock,
    SkippedDateBlock,
    SkippedDatesStreamBlock,
)
from .events import EventListBlock, ProgrammeChooserBlock
from .guide import (
    BreakBlock,
    ClosingBlock,
    GuideStreamBlock,
    PreparationBlock,
    PurposeBlock,
    RoundBlock,
    TimedBlock,
    guide_steps,
    total_minutes,
)
from .host_links import HostLinkBlock, LinksStreamBlock
from .insights import (
    FindingBlock,
    InsightQuoteBlock,
    InsightsStreamBlock,
    NotesPictureBlock,
    ResourceBlock,
    ResourcesStreamBlock,
)
from .links import Link, LinkedBlock
from .media import MediaBlock, PictureBlock
from .private_fields import PrivateFieldsMixin
from .private_values import private_values, restore_private_values, with_private_values
from .reading import ReadingStreamBlock, RecommendedReadingBlock

__all__ = [
    "ActivityBlock",
    "AddedDateBlock",
    "AddedDatesStreamBlock",
    "AnsweredQuestionsBlock",
    "BodyStreamBlock",
    "BreakBlock",
    "CallToActionBlock",
    "ClosingBlock",
    "ConversationQuestionBlock",
    "ConversationStreamBlock",
    "DetailsBlock",
    "DocumentsBlock",
    "EventListBlock",
    "FindingBlock",
    "GuideStreamBlock",
    "HeadingBlock",
    "HostLinkBlock",
    "InsightQuoteBlock",
    "InsightsStreamBlock",
    "LiftStreamBlock",
    "LiftStructBlock",
    "Link",
    "LinkedBlock",
    "LinksStreamBlock",
    "MediaBlock",
    "NotesPictureBlock",
    "OpeningBlock",
    "ParagraphBlock",
    "PictureBlock",
    "PreparationBlock",
    "PrivateFieldsMixin",
    "ProgrammeChooserBlock",
    "PurposeBlock",
    "Question",
    "QuoteBlock",
    "ReadingStreamBlock",
    "RecommendedReadingBlock",
    "ResourceBlock",
    "ResourcesStreamBlock",
    "RoundBlock",
    "SkippedDateBlock",
    "SkippedDatesStreamBlock",
    "TimedBlock",
    "guide_steps",
    "offer_questions",
    "private_values",
    "questions_of",
    "restore_private_values",
    "total_minutes",
    "with_private_values",
]
