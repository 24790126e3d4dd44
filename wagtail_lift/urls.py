"""Addresses beside those of pages; include them above Wagtail's own:

path("", include("wagtail_lift.urls")),
"""

from django.urls import path

from .views.shared_draft import show_shared_draft

urlpatterns = [
    path("lift/share/<str:token>/", show_shared_draft, name="wagtail_lift_shared_draft"),
]
