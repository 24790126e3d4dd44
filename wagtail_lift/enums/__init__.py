"""The closed sets of words that the package stores, computes and publishes.

Import them from here: ``words`` holds what is stored, computed and published, ``editing`` what
editors are told.
"""

from .editing import Notice, Problem
from .words import (
    AccessFeature,
    AttendanceMode,
    BookingMode,
    BookingPlaces,
    BookingState,
    FacetKind,
    HostKind,
    HostRole,
    JoinLinkRule,
    Licence,
    MeetingState,
    NextStepKind,
    Recording,
    Stage,
    Status,
    word_or,
)

__all__ = [
    "AccessFeature",
    "AttendanceMode",
    "BookingMode",
    "BookingPlaces",
    "BookingState",
    "FacetKind",
    "HostKind",
    "HostRole",
    "JoinLinkRule",
    "Licence",
    "MeetingState",
    "NextStepKind",
    "Notice",
    "Problem",
    "Recording",
    "Stage",
    "Status",
    "word_or",
]
