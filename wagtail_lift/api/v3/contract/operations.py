"""The operations of a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

METHODS = ("get", "put", "post", "patch", "delete", "head", "options", "trace")


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address; ``told`` is what the document says of it."""

    path: str
    method: str
    told: dict[str, Any]

    @property
    def id(self) -> str:
        """Return the name by which clients call the operation."""
        name: str = self.told["operationId"]
        return name

    @property
    def responses(self) -> dict[str, Any]:
        """Return the answers by their status."""
        responses: dict[str, Any] = self.told.setdefault("responses", {})
        return responses

    @property
    def parameters(self) -> list[dict[str, Any]]:
        """Return the parameters of address, query and headers."""
        parameters: list[dict[str, Any]] = self.told.setdefault("parameters", [])
        return parameters

    @property
    def has_body(self) -> bool:
        """Return whether the operation takes a body."""
        return "requestBody" in self.told

    @property
    def needs_token(self) -> bool:
        """Return whether nobody gets in without a token."""
        security = self.told.get("security", [])
        return bool(security) and {} not in security


def operations_of(document: dict[str, Any]) -> Iterator[Operation]:
    """Yield every operation of a document, in its order."""
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            if method in METHODS:
                yield Operation(path, method, told)
