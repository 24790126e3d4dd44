"""Entries for ``api_fields``: what the API shows and accepts, in version 2 and version 3.

Version 2 is read-only. Version 3 accepts fields marked as writable, a mark that needs Wagtail 8.
A field that is read and written in different forms, for example because part of it is not public,
has two entries: version 3 reads with the last one and writes with the writable one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import reduce
from inspect import signature
from operator import or_
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from rest_framework.fields import Field
from rest_framework.request import Request
from typing_extensions import is_typeddict
from wagtail.api import APIField
from wagtail.images.models import AbstractImage
from wagtail.models import Site

from .pictures import file_url, picture_sizes
from .rich_text import rich_text
from .shapes import Picture, PictureFile

_KNOWS_WRITABLE = "writable" in signature(APIField).parameters

APIRequest: TypeAlias = HttpRequest | Request
"""What a value is read for: version 3 passes Django's request, version 2 that of REST framework."""

_v3_request: ContextVar[HttpRequest | None] = ContextVar("wagtail_lift_v3_request", default=None)


class EditableField(APIField):
    """A field that version 3 also accepts; before Wagtail 8 it is read-only."""

    def __init__(self, name: str) -> None:
        marks = {"writable": True} if _KNOWS_WRITABLE else {}
        super().__init__(name, **marks)


class ShownField(APIField):
    """A value computed when it is read, whether or not the model has such a field."""

    def __init__(self, name: str, read: Callable[[Any, APIRequest | None], Any]) -> None:
        super().__init__(name, serializer=Computed(read))


class FormattedField(ShownField):
    """A column of rich text that everybody reads, in the format that is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name, rich_text_of(name))


def editable(*names: str) -> list[APIField]:
    """Return entries for fields that are read and written in the same form."""
    return [EditableField(name) for name in names]


def editable_rich_text(*names: str) -> list[APIField]:
    """Return entries for rich text: written as stored, read in the format that is asked for."""
    return [*editable(*names), *(FormattedField(name) for name in names)]


def shown(**reads: Callable[[Any, APIRequest | None], Any]) -> list[APIField]:
    """Return entries for read-only values: ``name=read``, with ``read(obj, request)``.

    The return annotation of ``read`` becomes the type in the OpenAPI document.
    """
    return [ShownField(name, read) for name, read in reads.items()]


def editable_but_shown(**reads: Callable[[Any, APIRequest | None], Any]) -> list[APIField]:
    """Return entries for fields that are written as they are and shown as ``read`` returns them."""
    return [*editable(*reads), *shown(**reads)]


class Computed(Field):
    """Serialises the whole object with ``read(obj, request)``; the request may be ``None``.

    ``returns`` is the type that ``read`` is annotated with, for the OpenAPI document.
    """

    def __init__(self, read: Callable[[Any, APIRequest | None], Any]) -> None:
        super().__init__(read_only=True)
        self.returns: Any = get_type_hints(read, include_extras=True).get("return", Any)

        def to_representation(value: Any) -> Any:
            return read(value, self.context.get("request") or _v3_request.get())

        # As a whole: from Python 3.14 on, what is read here is worked out anew by some readers.
        to_representation.__annotations__ = {
            "value": Any,
            "return": checked_part(get_type_hints(read).get("return", Any)),
        }
        self.to_representation = to_representation

    def get_attribute(self, instance: Any) -> Any:
        """Return the object itself."""
        return instance


def checked_part(returned: Any) -> Any:
    """Return a type with any object in the place of each typed dict.

    Version 3 would check each answer against typed dicts, and drop the keys that they do not name.
    """
    if is_typeddict(returned):
        return dict[str, Any]
    parts = tuple(map(checked_part, get_args(returned)))
    if get_origin(returned) in (Union, UnionType):
        return reduce(or_, parts)
    is_list = get_origin(returned) is list
    return list[parts[0]] if is_list else returned  # type: ignore[valid-type]  # -- as made


@contextmanager
def reading_through_v3(request: HttpRequest) -> Iterator[None]:
    """Pass the version 3 request to the fields; version 2 passes its own."""
    token = _v3_request.set(request)
    try:
        yield
    finally:
        _v3_request.reset(token)


def is_read_by_an_editor() -> bool:
    """Return whether the reader may edit what is read.

    In version 3, a user with a token reads only pages that they may edit; version 2 has no editors.
    """
    return editing_reader() is not None


def editing_reader() -> AbstractBaseUser | None:
    """Return who reads through version 3 with a token, ``None`` for anybody else."""
    request = _v3_request.get()
    user = request.user if request is not None else None
    return user if user is not None and user.is_authenticated else None


def rich_text_of(name: str) -> Callable[[Any, APIRequest | None], str]:
    """Return a reader for a field of rich text, in the format that is asked for."""

    def read(row: Any, request: APIRequest | None) -> str:
        return rich_text(getattr(row, name), request, row._meta.get_field(name).features)

    return read


def in_utc(instant: datetime | None) -> str | None:
    """Return an instant as ISO 8601 text in UTC, to the second or finer."""
    return instant and instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def in_its_zone(instant: datetime | None) -> str | None:
    """Return an instant as ISO 8601 text in its own zone."""
    return instant and instant.isoformat()


def site_url(request: APIRequest | None) -> str:
    """Return the address of the site that is asked for, empty without a request or a site."""
    site = Site.find_for_request(request)
    return site.root_url if site else ""


def image_facts(
    image: AbstractImage | None, alt_text: str, filter_spec: str, url: str
) -> Picture | None:
    """Return an image with its alt text, a rendition and its sizes, ``None`` if none is chosen.

    The rendition is ``None`` if the file cannot be read; for ``url``, see ``file_url``.
    """
    if image is None:
        return None
    try:
        made = image.get_rendition(filter_spec)
    except OSError:
        return {
            "id": image.pk,
            "alt": alt_text,
            "rendition": None,
            **picture_sizes(None, url),
        }
    rendition: PictureFile = {
        "url": file_url(made, url),
        "width": made.width,
        "height": made.height,
    }
    return {
        "id": image.pk,
        "alt": alt_text,
        "rendition": rendition,
        **picture_sizes(image, url),
    }
