"""Tags in the head that a site's base template and ours both print."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.template import Template
from django.template.base import Node, TextNode, VariableNode
from django.template.library import InclusionNode
from django.template.loader_tags import BlockNode

from ..seo.sharing import HEAD_PARTS
from .base_template import BASE, chain_of, filled_blocks

TAG = "lift_sharing"
PRINTED = {
    "description": re.compile(r"<meta\s[^>]*\bname=[\"']?description\b", re.IGNORECASE),
    "canonical": re.compile(r"<link\s[^>]*\brel=[\"']?canonical\b", re.IGNORECASE),
    "languages": re.compile(r"<link\s[^>]*\bhreflang\b", re.IGNORECASE),
    "cards": re.compile(r"<meta\s[^>]*\b(property=[\"']?og:|name=[\"']?twitter:)", re.IGNORECASE),
}
"""How each part that a base template may print itself begins."""

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def check_head_tags(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return what the head would say twice: once by the base template, once by ``lift_sharing``.

    What a base template includes is not looked at: it may print nothing for our pages.
    """
    chain = chain_of(BASE)
    taken = {part for template in chain for part in _taken(template)}
    found = []
    for position, template in enumerate(chain[1:], start=1):
        text = COMMENT.sub("", "".join(_texts(template.nodelist, _replaced(chain[:position]))))
        twice = [part for part in HEAD_PARTS if part in taken and part in _printed(text)]
        found += [_said_twice(template, twice, taken)] if twice else []
    return found


def _said_twice(template: Template, twice: Sequence[str], taken: set[str]) -> checks.CheckMessage:
    rest = " ".join(f'"{part}"' for part in HEAD_PARTS if part in taken and part not in twice)
    instead = f"write {{% {TAG} {rest} %}}" if rest else f"leave out {{% {TAG} %}}"
    return checks.Warning(
        f"“{template.name}” and “{BASE}” both print the same parts of the head: "
        f"{', '.join(twice)}.",
        hint=f"Put the tags in {template.origin.name} into a block and fill it with ours, or "
        f"{instead} in “{BASE}”.",
        id="wagtail_lift.W005",
    )


def _printed(text: str) -> set[str]:
    return {part for part, pattern in PRINTED.items() if pattern.search(text)}


def _taken(template: Template) -> set[str]:
    """Return the parts of the head that a template takes from us."""
    tags = [
        node
        for node in template.nodelist.get_nodes_by_type(InclusionNode)
        if getattr(node.func, "__name__", "") == TAG
    ]
    return {part for tag in tags for part in _named(tag)}


def _named(tag: InclusionNode) -> set[str]:
    """Return the parts that a tag names; all if it names none, none if a variable names them."""
    if not tag.args:
        return set(HEAD_PARTS)
    return {str(name.var) for name in tag.args if isinstance(name.var, str)}


def _replaced(templates: Sequence[Template]) -> set[str]:
    """Return the blocks whose content these templates replace."""
    return {
        node.name
        for template in templates
        for node in filled_blocks(template)
        if not _keeps_what_was_there(node)
    }


def _keeps_what_was_there(block: BlockNode) -> bool:
    return any(
        str(node.filter_expression.var) == "block.super"
        for node in block.nodelist.get_nodes_by_type(VariableNode)
    )


def _texts(nodes: Sequence[Node], replaced: set[str]) -> Iterator[str]:
    """Yield the text that nodes print on some page, without blocks that are replaced."""
    for node in nodes:
        if isinstance(node, TextNode):
            yield node.s
        elif not (isinstance(node, BlockNode) and node.name in replaced):
            for name in node.child_nodelists:
                yield from _texts(getattr(node, name, ()), replaced)
