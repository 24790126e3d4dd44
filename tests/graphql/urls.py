"""The suite's addresses, and the endpoint."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from tests.urls import urlpatterns as of_the_suite
from wagtail_lift.graphql.view import LiftGraphQLView

urlpatterns = [
    path("graphql/", csrf_exempt(LiftGraphQLView.as_view()), name="graphql"),
    *of_the_suite,
]
