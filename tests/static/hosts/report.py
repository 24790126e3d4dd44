"""What was measured, in words: a table of all sites, and what is the matter with one of them."""

from collections.abc import Iterable

from tests.static.hosts.measure import Difference

HEAD = f"{'site':<12} {'order':<6} {'styled':>6} {'moved':>6} {'unfit':>5}  most often"
LINES = 15
"""How much is said of one site."""


def often(difference: Difference, consequences: Iterable[str], count: int) -> list[str]:
    """Return the properties that differ most often, those last that only follow from sizes."""
    follows, found = set(consequences), difference.properties
    return sorted(found, key=lambda name: (name in follows, -found[name], name))[:count]


def row(difference: Difference, consequences: Iterable[str]) -> str:
    """Return the row of the table for one site and one order."""
    numbers = (
        f"{len(difference.styled):>6} {len(difference.moved):>6} {len(difference.complaints):>5}"
    )
    names = often(difference, consequences, 10)
    words = ", ".join(f"{name} {difference.properties[name]}" for name in names)
    return f"{difference.host:<12} {difference.order:<6} {numbers}  {words}"


def examples(difference: Difference, consequences: Iterable[str], count: int) -> list[str]:
    """Return an element for each of the properties that differ most often."""
    names = often(difference, consequences, count)
    return [f"    {name}: {difference.examples[name]}" for name in names]


def complaints(difference: Difference) -> list[str]:
    """Return a line for each thing that must not be, that which is met most often first."""
    found = sorted(difference.complaints.items(), key=lambda item: -len(item[1]))
    return [
        f"    {difference.order}: {where}: too little {what}, {min(values):g}, {len(values)}×"
        for (what, where), values in found
    ]


def changes(differences: Iterable[Difference], consequences: Iterable[str]) -> list[str]:
    """Return some lines on what a site changes, or none if it changes nothing."""
    changed = [found for found in differences if found.styled or found.moved]
    count = LINES // len(changed) - 1 if changed else 0
    return [
        line
        for found in changed
        for line in [row(found, consequences), *examples(found, consequences, count)]
    ]


def unfit(differences: Iterable[Difference]) -> list[str]:
    """Return some lines on what nobody could use beside a site, or none if all is well."""
    return [line for found in differences for line in complaints(found)][:LINES]
