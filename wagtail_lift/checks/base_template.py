"""A site's own ``wagtail_lift/base.html``, whose blocks its base template may not have."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.template import Context, Template, TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode

BASE = "wagtail_lift/base.html"
CONTENT = "lift_content"


def check_base_template(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return what readers will not see: blocks that are filled, but not in the template extended.

    Templates of other engines than Django's, and names worked out at run time, are not followed.
    """
    chain = chain_of(BASE)
    found: list[checks.CheckMessage] = []
    for position, template in enumerate(chain[:-1], start=1):
        known = _names(chain[position:])
        unknown = [block.name for block in filled_blocks(template) if block.name not in known]
        found += [_unseen(name, template, chain[position], known) for name in unknown]
    if chain and CONTENT not in _names(chain):
        found.append(
            checks.Error(
                f"“{BASE}” has no block “{CONTENT}”, so every page of wagtail_lift is empty.",
                hint=f"Add {{% block {CONTENT} %}}{{% endblock %}} to {chain[0].origin.name}.",
                id="wagtail_lift.E008",
            )
        )
    return found


def chain_of(name: str) -> list[Template]:
    """Return a template and those it extends; nothing if whoever opens a page is told of a fault.

    Names worked out at run time end it, and templates of other engines than Django's are left out.
    """
    try:
        return list(_chain(getattr(get_template(name), "template", None)))
    except (TemplateDoesNotExist, TemplateSyntaxError):
        return []


def _unseen(
    name: str, template: Template, extended: Template, known: set[str]
) -> checks.CheckMessage:
    has = ", ".join(sorted(known)) or "no block"
    return checks.Warning(
        f"“{template.name}” fills the block “{name}”, which “{extended.name}” does not have: "
        "nobody sees what is in it.",
        hint=f"In {template.origin.name}, name a block that it has ({has}), or add this one to it.",
        id="wagtail_lift.W004",
    )


def _chain(template: Template | None) -> Iterator[Template]:
    """Yield a template and those it extends, until a name is not known before a page is shown."""
    if not isinstance(template, Template):
        return
    context = Context()
    with context.bind_template(template):
        yield template
        while extends := _extends(template):
            try:
                template = extends.get_parent(context)
            except (TemplateDoesNotExist, TemplateSyntaxError):
                return
            yield template


def _extends(template: Template) -> ExtendsNode | None:
    return next(iter(template.nodelist.get_nodes_by_type(ExtendsNode)), None)


def filled_blocks(template: Template) -> list[BlockNode]:
    """Return the blocks that a template fills in the one that it extends."""
    extends = _extends(template)
    nodes = extends.nodelist if extends else ()
    return [node for node in nodes if isinstance(node, BlockNode)]


def _names(templates: Sequence[Template]) -> set[str]:
    nodes = (node for t in templates for node in t.nodelist.get_nodes_by_type(BlockNode))
    return {node.name for node in nodes}
