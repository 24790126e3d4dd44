"""The events, in the order in which they are made: what another one refers to comes first."""

from .allotment import ALLOTMENT
from .carers_evening import CARERS_EVENING
from .compassion import COMPASSION
from .first_ten_minutes import FIRST_TEN_MINUTES
from .front_desk import FRONT_DESK
from .grief_at_work import GRIEF_AT_WORK
from .kitchen_table import KITCHEN_TABLE
from .languages import LANGUAGES
from .mill import MILL
from .night_shift import NIGHT_SHIFT
from .open_house import OPEN_HOUSE
from .reading_circle import READING_CIRCLE
from .soup import SOUP
from .towpath import TOWPATH
from .volunteers import VOLUNTEERS
from .who_holds_the_story import WHO_HOLDS_THE_STORY

EVENTS = (
    CARERS_EVENING,
    COMPASSION,
    VOLUNTEERS,
    NIGHT_SHIFT,
    GRIEF_AT_WORK,
    LANGUAGES,
    FIRST_TEN_MINUTES,
    WHO_HOLDS_THE_STORY,
    TOWPATH,
    SOUP,
    ALLOTMENT,
    FRONT_DESK,
    READING_CIRCLE,
    KITCHEN_TABLE,
    MILL,
    OPEN_HOUSE,
)
