"""The tab key from the first stop of each kind of page to its last: nothing is left out, covered, unmarked, or holds the keyboard."""

import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.explorer_page import opened
from tests.served.browser.page_kinds import FIT, KINDS, ROUTED
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

# What can have the focus; of the choices in a group one is a stop.
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(each =>
  each.tabIndex >= 0 && !each.disabled && (each instanceof SVGElement ? each.closest('svg') : each).checkVisibility({visibilityProperty: true}))"""
# The walk begins at the top, also where the page has put the focus into a field.
WATCH = f"""() => {{ document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');
  window.visited = new Set(); document.addEventListener('focusin', event => window.visited.add(event.target)); return ({STOPS})().length; }}"""
# Where the keyboard is, and what lies on it.
HERE = """() => {
  const each = document.activeElement;
  if (each === document.body) return ['', 'left'];
  const name = [each.tagName, each.getAttribute('class') ?? '', (each.ariaLabel || each.textContent).trim().slice(0, 30)].join(' ');
  const box = each.getBoundingClientRect();
  const [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
  if (left >= right || top >= bottom) return [name, 'out of sight'];
  const [x, y] = [left + Math.min(10, (right - left) / 2), (top + bottom) / 2];
  const above = document.elementFromPoint(x, y);
  return [name, each.contains(above) || above.contains(each) || each.closest('label')?.contains(above) ? 'seen' : 'covered'];
}"""
MISSED = f"""() => ({STOPS})().filter(each => !window.visited.has(each)
  && !(each.type === 'radio' && [...document.getElementsByName(each.name)].some(other => window.visited.has(other)))).map(each => each.outerHTML.slice(0, 80))"""
# A press of a mouse that no key can do. Preact keeps what listens to an element with it.
MOUSE_ALONE = """() => [...document.querySelectorAll('#root *')].filter(each => each.l && Object.keys(each.l).some(name => /^click/i.test(name))
  && !each.matches('a[href], button, input, select, textarea, summary, label, [tabindex]')).map(each => each.outerHTML.slice(0, 80))"""


async def walk(page: Page) -> dict[str, list[str]]:
    """Press the tab key from the top of a page until it leaves the page; give what is wrong, by kind."""
    wrong: dict[str, list[str]] = {"covered": [], "out of sight": [], "left": []}
    # What scrolls may be a stop, too.
    most = 2 * await page.evaluate(WATCH)
    for _ in range(most):
        await page.keyboard.press("Tab")
        name, how = await page.evaluate(HERE)
        if how != "seen":
            wrong[how].append(name)
        if how == "left" or (name.startswith("A skip") and len(await page.evaluate(MISSED)) == 0):
            break
    else:
        wrong["trapped"] = [name]
    missed, by_mouse = await page.evaluate(MISSED), await page.evaluate(MOUSE_ALONE)
    found = {**wrong, "left": wrong["left"] if missed else [], "missed": missed, "by mouse alone": by_mouse}
    return {kind: each for kind, each in found.items() if each}


@pytest.mark.parametrize("kind", ROUTED)
async def test_the_tab_key_goes_through_each_page(served: Served, browser: Browser, kind: str):
    wrong = {}
    async with opened(browser, served) as look:
        for address in KINDS[kind]:
            await look.show(address)
            found = await walk(look.page)
            await look.page.emulate_media(color_scheme="dark")
            if unmarked := await look.unmarked():
                found["unmarked in the dark"] = unmarked
            await look.page.emulate_media(color_scheme="light")
            if found:
                wrong[address] = found

    assert wrong == {}


async def test_on_a_narrow_window_the_open_evidence_covers_no_stop(served: Served, browser: Browser):
    async with opened(browser, served, 900) as look:
        await look.show(f"{FIT}&view=list&level=ELEMENTARY&at=req:ELEMENTARY:2.3.1")
        await look.page.wait_for_selector(".drawer .proof")

        assert await walk(look.page) == {}


CELL = "[document.activeElement.dataset.row, document.activeElement.dataset.column].map(Number)"
# Give the keyboard to the first cell of a row, or of a column, that has several.
FIRST_OF_SEVERAL = """way => {
  const cells = [...document.querySelectorAll('.matrix .cell')];
  cells.find(each => cells.filter(other => other.dataset[way] === each.dataset[way]).length > 1).focus();
}"""


@pytest.mark.parametrize(("way", "keys"), [("row", "ArrowRight ArrowLeft"), ("column", "ArrowDown ArrowUp")])
async def test_arrows_go_through_the_filled_cells_of_a_matrix_which_is_one_stop(
    served: Served, browser: Browser, way: str, keys: str
):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&view=matrix&level=ALL")
        await page.evaluate(FIRST_OF_SEVERAL, way)
        places = [await page.evaluate(CELL)]
        for key in keys.split():
            await page.keyboard.press(key)
            places.append(await page.evaluate(CELL))
        stops = await page.locator(".matrix .cell[tabindex='0']").count()
        await page.keyboard.press("Tab")
        is_out = await page.evaluate("!document.activeElement.matches('.cell')")

    first, ahead, back = places
    along, across = (1, 0) if way == "row" else (0, 1)
    assert ahead[along] > first[along]
    assert ahead[across] == first[across]
    assert (back, stops, is_out) == (first, 1, True)


async def test_escape_closes_the_list_of_keys_and_gives_the_focus_back(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/majors/2021/510203")
        await page.locator(".plain-button").focus()
        await page.keyboard.press("Enter")
        await page.wait_for_selector("dialog[open]")
        inside = await page.evaluate("document.activeElement.closest('dialog') !== null")
        await page.keyboard.press("Escape")
        await page.wait_for_selector("dialog[open]", state="detached")
        back = await page.evaluate("document.activeElement.matches('.plain-button')")

    assert (inside, back) == (True, True)


# What goes from the page as it is pressed, and where the keyboard is then.
GONE = {
    "/search?q=软件": ("main button:has-text('显示更多')", "#main"),
    "/certificates?q=软件": ("main tbody a", "#main"),
    f"{FIT}&view=matrix&at=state:UNKNOWN": (".drawer-head button", ".drawer.resting"),
}


@pytest.mark.parametrize("address", GONE)
async def test_the_keyboard_goes_on_from_the_page_where_what_was_pressed_is_gone(
    served: Served, browser: Browser, address: str
):
    pressed, place = GONE[address]
    async with opened(browser, served) as look:
        page = look.page
        await look.show(address)
        await page.locator(pressed).first.focus()
        await page.keyboard.press("Enter")
        await page.wait_for_function(
            "place => document.activeElement.closest(place) !== null && document.activeElement.isConnected", arg=place
        )
        await look.settle()
        await page.wait_for_function("place => document.activeElement.closest(place) !== null", arg=place)

    assert look.complaints == []


async def test_a_list_that_is_read_to_its_end_keeps_the_keyboard_at_its_rows(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/plans")
        rows = page.locator("main tbody th a")
        before = await rows.count()
        await page.locator("main button:has-text('显示更多')").focus()
        await page.keyboard.press("Enter")
        await page.locator("main button:has-text('显示更多')").wait_for(state="detached")
        await page.keyboard.press("Tab")
        at = await rows.evaluate_all("all => all.indexOf(document.activeElement)")

    assert at == before
