"""Streaming responses under both WSGI and ASGI."""

from collections.abc import AsyncIterator, Iterator

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse


def streaming_response(
    request: HttpRequest, parts: Iterator[str], *, content_type: str
) -> StreamingHttpResponse:
    """Return a response that fetches each part only once the last one has been sent.

    Under ASGI, all parts would otherwise be collected before the first is sent.
    """
    sent = _one_by_one(parts) if isinstance(request, ASGIRequest) else parts
    return StreamingHttpResponse(sent, content_type=content_type)


async def _one_by_one(parts: Iterator[str]) -> AsyncIterator[str]:
    next_part = sync_to_async(next)
    while (part := await next_part(parts, None)) is not None:
        yield part
