"""StreamField blocks of the package; import them from here, never from the modules below."""

from .agenda import (
    AgendaBreakBlock,
    AgendaDayBlock,
    AgendaStreamBlock,
    ParallelBlock,
    ParallelSessionBlock,
    SessionBlock,
    agenda_steps,
    chosen_speakers,
    other_speakers,
)
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
from .hosts import HostChooserBlock, known_hosts
from .insights import (
    FindingBlock,
    InsightQuoteBlock,
    InsightsStreamBlock,
    NotesPictureBlock,
    ResourceBlock,
    ResourcesStreamBlock,
)
from .kept_keys import with_kept_keys
from .kept_speakers import with_kept_speakers
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
    "AgendaBreakBlock",
    "AgendaDayBlock",
    "AgendaStreamBlock",
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
    "HostChooserBlock",
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
    "ParallelBlock",
    "ParallelSessionBlock",
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
    "ResourceBlock",
    "ResourcesStreamBlock",
    "RoundBlock",
    "RunningOrderBreakBlock",
    "RunningOrderPartBlock",
    "RunningOrderStreamBlock",
    "SessionBlock",
    "SkippedDateBlock",
    "SkippedDatesStreamBlock",
    "TimedBlock",
    "agenda_steps",
    "chosen_speakers",
    "guide_parts",
    "guide_steps",
    "known_hosts",
    "lost_notes",
    "materials_of",
    "noted_questions",
    "offer_questions",
    "other_speakers",
    "question_rounds",
    "questions_of",
    "running_order_steps",
    "total_minutes",
    "with_kept_keys",
    "with_kept_speakers",
    "with_shared_minutes",
]
