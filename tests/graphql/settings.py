"""The suite's site with wagtail-grapple."""

from tests.settings import *

INSTALLED_APPS = ["grapple", "graphene_django", *INSTALLED_APPS]
ROOT_URLCONF = "tests.graphql.urls"
GRAPHENE = {"SCHEMA": "grapple.schema.schema"}
GRAPPLE = {"APPS": []}
