"""Calendars sent bit by bit, by both kinds of server."""

from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncRequestFactory, RequestFactory

from tests.factories import make_event, make_programme, when
from tests.routes.calendar_answers import body
from wagtail_lift.routes.streaming import streaming_response


@async_to_sync
async def gathered(parts) -> list[bytes]:
    return [part async for part in parts]


def test_answer_asks_for_its_parts_one_by_one():
    asked = []

    def parts():
        for part in ("one", "two"):
            asked.append(part)
            yield part

    @async_to_sync
    async def first_of(response):
        return await anext(aiter(response.streaming_content))

    waiting = streaming_response(RequestFactory().get("/"), parts(), content_type="text/plain")
    assert (next(iter(waiting.streaming_content)), asked) == (b"one", ["one"])

    asked.clear()
    waiting = streaming_response(AsyncRequestFactory().get("/"), parts(), content_type="text/plain")
    assert (first_of(waiting), asked) == (b"one", ["one"])


@pytest.mark.django_db
def test_asynchronous_server_sends_the_same_calendar(home, client, async_client, now):
    programme = make_programme(home)
    make_event(programme, **when(now + timedelta(days=1)))

    response = async_to_sync(async_client.get)(f"{programme.url}ics/")

    assert response.is_async
    sent = b"".join(gathered(response.streaming_content)).decode()
    assert sent == body(client.get(f"{programme.url}ics/"))
