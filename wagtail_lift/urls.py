"""Addresses beside those of pages; include them above Wagtail's own:

path("", include("wagtail_lift.urls")),
"""

from django.urls import path

from .http.addresses import GUIDE_ROUTE, HOST_LINK, OWN_PROFILE, SHARED_DRAFT, SHARED_GUIDE
from .views.own_profile import open_host_link, show_own_profile
from .views.shared_draft import show_shared_draft, show_shared_guide

_SHARED = "lift/share/<str:token>/"

urlpatterns = [
    path(_SHARED, show_shared_draft, name=SHARED_DRAFT),
    path(f"{_SHARED}{GUIDE_ROUTE}", show_shared_guide, name=SHARED_GUIDE),
    path("lift/profile/open/<str:token>/", open_host_link, name=HOST_LINK),
    path("lift/profile/<int:link_id>/", show_own_profile, name=OWN_PROFILE),
]
