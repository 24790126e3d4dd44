"""The enums that the package stores, computes and publishes.

Import them from here: ``status`` holds stages and statuses, ``choices`` what editors choose from,
``messages`` what editors are told.
"""

from .choices import (
    AccessFeature,
    AttendanceMode,
    BookingMode,
    BookingPlaces,
    Captions,
    CostKind,
    FacetKind,
    HostGroup,
    HostKind,
    HostRole,
    Hours,
    ImportOutcome,
    JoinLinkRule,
    Licence,
    Recording,
    RecordingKind,
    TimeUnit,
    word_or,
)
from .messages import Notice, Problem
from .status import BookingState, MeetingState, NextStepKind, PlannedState, Stage, Status

__all__ = [
    "AccessFeature",
    "AttendanceMode",
    "BookingMode",
    "BookingPlaces",
    "BookingState",
    "Captions",
    "CostKind",
    "FacetKind",
    "HostGroup",
    "HostKind",
    "HostRole",
    "Hours",
    "ImportOutcome",
    "JoinLinkRule",
    "Licence",
    "MeetingState",
    "NextStepKind",
    "Notice",
    "PlannedState",
    "Problem",
    "Recording",
    "RecordingKind",
    "Stage",
    "Status",
    "TimeUnit",
    "word_or",
]
