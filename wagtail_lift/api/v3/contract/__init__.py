"""The OpenAPI document of version 3 with our page types, hosts and routes told exactly.

It is Wagtail's own document, repaired and completed: one place to see what a client can rely on.
Requests and answers are checked as without it.
"""

from typing import Any

from django.utils import translation
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.api import api

from .components import Components, as_json, only_used, without_titles
from .examples import give_examples
from .lists import describe_parameters
from .models import forget_streams, tell_of_our_models
from .operations import operations_of
from .private_streams import tell_of_running_orders
from .problems import tell_of_refusals
from .repairs import repair
from .versions import describe_version

__all__ = ["openapi_document"]


def openapi_document(path_prefix: str) -> dict[str, Any]:
    """Return the document of this site's API, mounted at ``path_prefix``, in English."""
    with translation.override("en"):
        made = as_json(api.get_openapi_schema(path_prefix=path_prefix), NinjaJSONEncoder)
        forget_streams(Components(made["components"]["schemas"]))
        made = only_used(made)
        components = Components(made["components"]["schemas"])
        repair(made)
        ours = tell_of_our_models(components)
        tell_of_running_orders(components)
        for operation in operations_of(made):
            describe_parameters(operation, ours)
            describe_version(operation)
        tell_of_refusals(made, components)
        document: dict[str, Any] = {**without_titles(made), "info": made["info"]}
        give_examples(document)
        return only_used(document)
