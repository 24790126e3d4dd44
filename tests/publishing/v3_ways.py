"""The ways through API version 3 by which something goes live."""

from typing import Any

from tests.api.v3.conftest import V3Client
from tests.publishing.incomplete import Place
from tests.publishing.ways import Case, Way
from wagtail_lift.models import HostProfile

PUBLISH = {"action": "publish"}


def ask(case: Case, method: str, path: str, body: Any = None) -> set[Place]:
    """Return the places that the answer to a request names."""
    status, answer = V3Client(case.user)(method, path, body)
    assert status == 422, answer
    return {tuple(error["loc"]) for error in answer["errors"]}


def path_of(case: Case) -> str:
    return "snippets/wagtail_lift.HostProfile/" if case.made.model is HostProfile else "pages/"


def body_of(case: Case) -> dict[str, Any]:
    private = getattr(case.made.model, "api_private_fields", ())
    fields = {name: value for name, value in case.made.fields.items() if name not in private}
    if "start_date" in fields:
        fields["start_date"] = fields["start_date"].isoformat()
    if case.made.model is not HostProfile:
        fields["title"] = "Incomplete"
    return fields


def meta_of(case: Case, **more: Any) -> dict[str, Any]:
    return {"type": case.made.model._meta.label, **PUBLISH, **more}


CONSENT = {("consent_given_by",), ("consent_given_on",)}


def v3_creates(case: Case) -> set[Place]:
    """That a host is listed the public API does not say, and so asks for no consent."""
    below = {} if case.made.model is HostProfile else {"parent_id": case.parent.pk}
    meta = meta_of(case, **below)
    found = ask(case, "post", path_of(case), {"meta": meta, **body_of(case)})
    return found | (CONSENT & case.made.places)


def v3_patches_everything(case: Case) -> set[Place]:
    """The draft has a row without a host too, which the API does not show: it is told of apart."""
    path = f"{path_of(case)}{case.draft().pk}/"
    found = ask(case, "patch", path, {"meta": meta_of(case), **body_of(case)})
    return found - {("event_hosts",)}


def v3_patches_nothing(case: Case) -> set[Place]:
    return ask(case, "patch", f"{path_of(case)}{case.draft().pk}/", {"meta": meta_of(case)})


def v3_publishes(case: Case) -> set[Place]:
    draft = case.draft()
    draft.save_revision()
    return ask(case, "post", f"{path_of(case)}{draft.pk}/actions/publish/")


def v3_publishes_what_has_no_revision(case: Case) -> set[Place]:
    return ask(case, "post", f"{path_of(case)}{case.draft().pk}/actions/publish/")


def v3_reverts(case: Case) -> set[Place]:
    draft = case.draft()
    old = draft.save_revision()
    draft.save_revision()
    path = f"{path_of(case)}{draft.pk}/actions/"
    status, answer = V3Client(case.user)("post", f"{path}revert/", {"revision_id": old.pk})
    assert status == 200, answer
    return ask(case, "post", f"{path}publish/")


def the_private_route_publishes(case: Case) -> set[Place]:
    kind = "hosts" if case.made.model is HostProfile else "events"
    return ask(case, "patch", f"lift/{kind}/{case.draft().pk}/private/", {"meta": PUBLISH})


V3: tuple[Way, ...] = (
    v3_creates,
    v3_patches_everything,
    v3_patches_nothing,
    v3_publishes,
    v3_publishes_what_has_no_revision,
    v3_reverts,
)
