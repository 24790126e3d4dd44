"""The style sheet beside that of a site."""

import pytest

from tests.static.test_lift_css import CSS

pytestmark = pytest.mark.browser

PAGE = f"""
<style>{CSS}</style><style>a {{ color: orange }}</style>
<div class="lift-page">
  <a class="lift-button" href="#">Book</a>
  <a class="lift-button lift-button--quiet" href="#">More</a>
</div>
"""


def test_words_on_buttons_hold_against_a_sites_own_links(page):
    page.set_content(PAGE)

    filled, quiet = page.locator(".lift-button").all()

    read = "(e) => { const s = getComputedStyle(e); return [s.color, s.borderTopColor] }"
    words, border = filled.evaluate(read)
    assert words == "rgb(255, 255, 255)"
    assert quiet.evaluate(read) == [border, border]
