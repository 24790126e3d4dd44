"""The style sheet in places that a site makes: a narrow column, a dark frame, blocks of its own."""

import pytest

from tests.static.test_lift_css import CSS

pytestmark = pytest.mark.browser

STYLE = """e => {
    const s = getComputedStyle(e);
    return Object.fromEntries(Object.keys(s).map(key => [s[key], s.getPropertyValue(s[key])]));
}"""

EVENT = """
<article class="lift-event">
  <header class="lift-hero"><h1 class="lift-hero__title">Kindness</h1></header>
  <div class="lift-columns">
    <div class="lift-columns__main"><p>Come and talk.</p></div>
    <aside class="lift-facts"><h2 class="lift-facts__title">Good to know</h2></aside>
  </div>
</article>
"""


@pytest.fixture
def shown(page):
    """Return a function that shows a body with our style sheet; it gives the page."""

    def show(body: str, site: str = ""):
        page.set_content(f"<style>{CSS}</style><style>{site}</style>{body}")
        return page

    return show


def columns_of(page) -> int:
    columns = page.locator(".lift-columns").evaluate(STYLE)["grid-template-columns"]
    return len(columns.split())


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (800, 1), (1100, 2)])
def test_layout_follows_the_column_and_not_the_window(shown, width, columns):
    page = shown(f'<div style="width: {width}px"><div class="lift-page">{EVENT}</div></div>')
    page.set_viewport_size({"width": 1600, "height": 900})

    assert columns_of(page) == columns


def test_page_beside_a_sidebar_takes_the_room_that_is_left(shown):
    page = shown(
        '<div style="display: flex"><nav style="flex: 0 0 240px">Menu</nav>'
        f'<main><div class="lift-page">{EVENT}</div></main></div>',
        "main { flex: 1 }",
    )
    page.set_viewport_size({"width": 1100, "height": 900})

    assert page.locator(".lift-page").bounding_box()["width"] == pytest.approx(1100 - 240, abs=20)
    assert page.locator(".lift-columns__main").bounding_box()["width"] > 400


@pytest.mark.parametrize("display", ["flex", "grid", "inline-block", "table"])
def test_page_keeps_its_width_whatever_it_stands_in(shown, display):
    page = shown(
        f'<div style="display: {display}; width: 100%"><div class="lift-page">{EVENT}</div></div>'
    )
    page.set_viewport_size({"width": 900, "height": 900})

    assert page.locator(".lift-page").bounding_box()["width"] > 800


@pytest.mark.parametrize(
    "dark",
    [
        'class="dark"',
        'class="theme-dark"',
        'data-theme="dark"',
        'data-bs-theme="dark"',
        'data-mode="dark"',
        'data-color-scheme="dark"',
        'style="color-scheme: dark"',
    ],
)
def test_text_and_ground_are_dark_together(shown, dark):
    page = shown(f'<div {dark}><div class="lift-page">{EVENT}</div></div>')

    style = page.locator(".lift-page").evaluate(STYLE)

    assert (style["color"], style["background-color"]) == ("rgb(243, 236, 227)", "rgb(26, 23, 20)")


def test_text_and_ground_are_light_in_a_site_that_is_dark_by_colour_alone(shown):
    page = shown(f'<div class="lift-page">{EVENT}</div>', "body { background: #000; color: #fff }")

    style = page.locator(".lift-page").evaluate(STYLE)

    assert (style["color"], style["background-color"]) == ("rgb(43, 37, 33)", "rgb(255, 255, 255)")


def test_blocks_of_a_site_keep_its_styles_and_ours_keep_ours(shown):
    page = shown(
        """<div class="lift-page"><div class="lift-prose lift-stream">
          <section><h2 id="theirs">Theirs</h2><p><a href="#">Link</a></p></section>
          <h2 class="lift-heading" id="ours">Ours</h2>
        </div></div>""",
        "h2 { color: red; text-transform: uppercase; margin: 7px } a { color: orange }",
    )

    theirs, ours = (page.locator(f"#{name}").evaluate(STYLE) for name in ("theirs", "ours"))

    names = ("color", "text-transform", "margin-left")
    assert [theirs[name] for name in names] == ["rgb(255, 0, 0)", "uppercase", "7px"]
    assert [ours[name] for name in names] == ["rgb(43, 37, 33)", "none", "0px"]
    assert page.locator("section a").evaluate(STYLE)["color"] == "rgb(255, 165, 0)"


def test_site_changes_a_part_by_two_classes(shown):
    page = shown(
        '<div class="lift-page"><div class="lift-hero"></div>'
        '<a class="lift-button" href="#">Book</a></div>',
        ".lift-page .lift-hero { padding: 3px } .lift-button { color: rgb(4, 5, 6) }"
        " .lift-page .lift-button { background: rgb(1, 2, 3) }",
    )

    button = page.locator(".lift-button").evaluate(STYLE)

    assert page.locator(".lift-hero").evaluate(STYLE)["padding-top"] == "3px"
    assert (button["background-color"], button["color"]) == ("rgb(1, 2, 3)", "rgb(255, 255, 255)")


def test_band_ends_within_the_page_and_beyond_the_words_if_a_site_says_so(shown):
    page = shown(
        f'<div style="width: 800px"><div class="lift-page">{EVENT}</div></div>',
        ":root { --lift-bleed: 0px }",
    )

    style = page.locator(".lift-hero").evaluate(STYLE)
    outset = float(style["border-image-outset"].split()[-1].removesuffix("px"))
    padding = float(page.locator(".lift-page").evaluate(STYLE)["padding-left"].removesuffix("px"))

    assert 16 <= outset <= padding
