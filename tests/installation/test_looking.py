"""What nobody could see or use is found: otherwise that nothing is wrong would say nothing."""

from tests.installation.looking import look

PAGE = """<!DOCTYPE html><title>Site</title>
<style>
  body { margin: 0; color: #222; }
  button { border: 0; padding: 9px; background: none; }
  input { padding: 9px; border: 1px solid #777; }
</style>
<div class="lift-page" lang="en">
  <button style="background: #124; color: #fff">Good</button>
  <button>Clear</button>
  <button style="background: #124; color: #235">Dark</button>
  <button style="background: #124; color: #fff; padding: 0; height: 9px">Low</button>
  <label>Name <input name="name"></label>
  <input name="bare">
  <label>Faint <input name="faint" style="border-color: #eee"></label>
  <p style="width: 900px">Wide</p>
</div>"""


def test_what_nobody_could_see_or_use_is_found(page):
    page.set_content(PAGE)

    found = look(page)["faults"]

    assert [fault for fault in found if fault.startswith("at 1280")] == [
        "at 1280: button “Clear”: not seen as a button",
        "at 1280: button “Dark”: words too pale",
        "at 1280: button “Low”: too small",
        "at 1280: input “bare”: no label",
        "at 1280: input “faint”: no edge",
        "at 1280: button “Dark”: too pale",
    ]
    assert [fault for fault in found if fault.endswith(("too wide", "beyond the edge"))] == [
        "at 360: 540 px too wide",
        "at 360: p “Wide”: beyond the edge",
    ]
