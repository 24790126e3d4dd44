"""The requests that ``docs/reference/api.md`` shows do what it says."""

import json
import re

from tests.api.test_reference import REFERENCE
from tests.factories import make_host


def test_requests_of_the_reference_work(programme, editor, anybody):
    event, private = (
        json.loads(body) for body in re.findall(r"```json\n(.*?)```", REFERENCE.read_text(), re.S)
    )
    event["meta"]["parent_id"] = programme.pk
    event["event_hosts"][0]["host_id"] = make_host("Ada Bell").pk

    status, created = editor("post", "pages/", event)
    changed, values = editor("patch", f"lift/events/{created['id']}/private/", private)

    _, seen = anybody("get", f"pages/{created['id']}/")
    assert (status, changed) == (201, 200)
    assert [host["name"] for host in seen["hosts"]] == ["Ada Bell"]
    assert [question["id"] for question in seen["questions"]] == ["what-is-kind"]
    assert values == {
        "id": created["id"],
        "join_url": private["join_url"],
        "running_order": private["running_order"],
        "unlisted_hosts": [],
    }
