"""``If-Match`` in the document: what is written names the version that was read."""

from .operations import Operation

VERSIONED = ("/pages/{page_id}/", "/snippets/{type}/{pk}/", "/lift/events/{page_id}/")
VERSIONED += ("/lift/hosts/{host_id}/",)

IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of the version that was read. If there is a newer one, nothing is "
    "written. Other types than pages and hosts of the package take no notice.",
    "schema": {"type": "string"},
}


def takes_a_version(operation: Operation) -> bool:
    """Return whether an operation writes one thing that has versions."""
    return operation.method != "get" and any(path in operation.path for path in VERSIONED)


def describe_version(operation: Operation) -> None:
    """Add the header where it counts."""
    if takes_a_version(operation):
        operation.parameters.append(IF_MATCH)
