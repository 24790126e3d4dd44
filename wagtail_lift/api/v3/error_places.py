"""Reports errors from a model, like those from a form, at their places in the body."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from wagtail.utils.forms import FormValidationError

from ...exceptions import PublishingRefused


def name_the_place(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to report a model's errors by field, for example when it publishes."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return operation(request, *args, **kwargs)
        except FormValidationError:
            raise
        except ValidationError as error:
            if not hasattr(error, "error_dict"):
                raise
            raise located(error) from error

    return run


def located(error: ValidationError, *place: str) -> FormValidationError:
    """Return the error with the place of each message, below ``place``."""
    if isinstance(error, PublishingRefused):
        places: dict[Any, list[tuple[str, str]]] = {}
        for fault in error.faults:
            places.setdefault((*place, *fault.place), []).append((fault.message, fault.code))
        return FormValidationError(places)
    if not hasattr(error, "error_dict"):
        error = ValidationError({NON_FIELD_ERRORS: error.error_list})
    return FormValidationError(
        {
            (*place, name): [(text, item.code or "invalid") for item in items for text in item]
            for name, items in error.error_dict.items()
        }
    )
