"""The style sheets of sites: those that ``make hosts`` fetches, and three of our own making."""

from pathlib import Path

HERE = Path(__file__).parent
FETCHED = HERE / "node_modules"
BUILT = FETCHED / ".built"
HOSTS = {
    "normalize-8": FETCHED / "normalize.css/normalize.css",
    "bootstrap-3": FETCHED / "bootstrap-3/dist/css/bootstrap.css",
    "bootstrap-5": FETCHED / "bootstrap-5/dist/css/bootstrap.css",
    "tailwind-3": BUILT / "tailwind-3.css",
    "tailwind-4": BUILT / "tailwind-4.css",
    "bulma-1": FETCHED / "bulma/css/bulma.css",
    "pico-2": FETCHED / "@picocss/pico/css/pico.css",
    "strict": HERE / "strict.css",
    "site": HERE / "site.css",
    "layered": HERE / "layered.css",
}
"""By name, where each style sheet is."""

ORDERS = {
    "before": ("before:{host}", "ours"),
    "after": ("ours", "after:{host}"),
    "layer": ("before:{host}", "ours in a layer"),
}
"""Where a site's style sheet stands: before ours, after ours, or before ours in a layer."""

LAYERED = ("tailwind-4", "layered")
"""Sites that use layers; beside others, a style sheet in a layer is for the site to win."""

STATIC = HERE.parents[2] / "wagtail_lift/static/wagtail_lift"
OURS = STATIC / "css/lift.css"
SCRIPT = STATIC / "js/lift.js"


def missing() -> list[str]:
    """Return the names of style sheets that have not been fetched."""
    return [name for name, path in HOSTS.items() if not path.exists()]


def sheets(ours: Path) -> dict[str, str]:
    """Return all style sheets in the order in which they stand in a page, by their names there."""
    texts = {host: path.read_text() for host, path in HOSTS.items()}
    return {
        **{f"before:{host}": text for host, text in texts.items()},
        "ours": ours.read_text(),
        "ours in a layer": '@import url("/lift.css") layer(lift);',
        **{f"after:{host}": text for host, text in texts.items()},
    }


def orders(host: str) -> list[str]:
    """Return where a site's style sheet may stand."""
    return [order for order in ORDERS if order != "layer" or host in LAYERED]


def in_use(host: str, order: str) -> list[str]:
    """Return the names of the style sheets that are in use beside a site, in an order."""
    return [name.format(host=host) for name in ORDERS[order]]
