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
from .dates import AddedDateBlock, AddedDatesStreamBlock, SkippedDateBlock, SkippedDatesStreamBlock
from .events import (
    EventChooserBlock,
    EventListBlock,
    ProgrammeChooserBlock,
    RelatedEventsStreamBlock,
)
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
from .kept_keys import with_kept_keys
from .links import Link, LinkedBlock
from .media import MediaBlock, PhotosStreamBlock, PictureBlock
from .noted_questions import NotedQuestionBlock
from .reading import ReadingStreamBlock, RecommendedReadingBlock
from .running_order import (
    QuestionNoteBlock,
    RunningOrderBreakBlock,
    RunningOrderPartBlock,
    RunningOrderStreamBlock,
    guide_parts,
    lost_notes,
    materials_of,
    noted_questions,
    question_rounds,
    running_order_steps,
    with_shared_minutes,
)

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
    "EventChooserBlock",
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
    "NotedQuestionBlock",
    "NotesPictureBlock",
    "OpeningBlock",
    "ParagraphBlock",
    "PhotosStreamBlock",
    "PictureBlock",
    "PreparationBlock",
    "ProgrammeChooserBlock",
    "PurposeBlock",
    "Question",
    "QuestionNoteBlock",
    "QuoteBlock",
    "ReadingStreamBlock",
    "RecommendedReadingBlock",
    "RelatedEventsStreamBlock",
    "ResourceBlock",
    "ResourcesStreamBlock",
    "RoundBlock",
    "RunningOrderBreakBlock",
    "RunningOrderPartBlock",
    "RunningOrderStreamBlock",
    "SkippedDateBlock",
    "SkippedDatesStreamBlock",
    "TimedBlock",
    "guide_parts",
    "guide_steps",
    "lost_notes",
    "materials_of",
    "noted_questions",
    "offer_questions",
    "question_rounds",
    "questions_of",
    "running_order_steps",
    "total_minutes",
    "with_kept_keys",
    "with_shared_minutes",
]
