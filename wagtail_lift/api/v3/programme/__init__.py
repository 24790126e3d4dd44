"""What a programme shows, in version 3: lists of events, months, hosts and packs."""

from .dates import router as dates_router
from .events import router as events_router
from .hosts import router as hosts_router
from .months import router as months_router
from .packs import router as packs_router

routers = (events_router, months_router, dates_router, hosts_router, packs_router)

__all__ = ["routers"]
