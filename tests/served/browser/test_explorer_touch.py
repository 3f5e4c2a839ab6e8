"""The row of pages under a finger and under a mouse, in a window too narrow for it."""

import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

NARROW = {"width": 390, "height": 844}
WAYS = [
    ("/majors", "/plans"),
    ("/majors", "/certificates"),
    ("/plans", "/gaps"),
    ("/gaps", "/import"),
    ("/import", "/majors"),
]


async def middle_in_sight(page: Page, path: str) -> tuple[float, float]:
    """Push the row of pages aside with a finger until a link is in sight; give where a finger meets it."""
    return await page.evaluate(
        """path => {
      const [row, link] = ['.top nav', `.top nav a[href="${path}"]`].map(each => document.querySelector(each));
      const beyond = link.getBoundingClientRect().right - row.getBoundingClientRect().right;
      const before = row.getBoundingClientRect().left - link.getBoundingClientRect().left;
      row.scrollLeft += Math.max(0, beyond) - Math.max(0, before);
      const { left, right, top, bottom } = link.getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2];
    }""",
        path,
    )


@pytest.mark.parametrize("pointer", ["finger", "mouse"])
@pytest.mark.parametrize(("start", "end"), WAYS)
async def test_one_press_on_the_row_of_pages_opens_the_page(
    served: Served, browser: Browser, start: str, end: str, pointer: str
):
    context = await browser.new_context(has_touch=pointer == "finger", viewport=NARROW, locale="zh-CN")
    try:
        page = await context.new_page()
        await page.goto(served.url + start)
        await page.wait_for_selector(f'.top nav a[href="{start}"][aria-current]')
        x, y = await middle_in_sight(page, end)
        await (page.touchscreen.tap(x, y) if pointer == "finger" else page.mouse.click(x, y))
        await page.wait_for_selector(f'.top nav a[href="{end}"][aria-current]', timeout=5000)
    finally:
        await context.close()


# Rows of the catalogue that take more than two lines, or whose end is cut.
TALL_ROWS = """() => [...document.querySelectorAll('.majors li')].filter(each => {
  const tops = [...each.children].filter(part => part.getClientRects().length > 0).flatMap(part => [...part.getClientRects()]).map(box => box.bottom);
  const lines = tops.sort((a, b) => a - b).filter((bottom, at) => at === 0 || bottom - tops[at - 1] > 8);
  return lines.length > 2 || each.scrollWidth > each.clientWidth;
}).map(each => each.innerText)"""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", ["SECONDARY", "ASSOCIATE", "BACHELOR"])
async def test_a_major_takes_two_lines_on_a_phone(served: Served, browser: Browser, language: str, level: str):
    async with opened(browser, served, 390) as look:
        await look.show(f"/majors?level={level}&lang={language}")
        rows = await look.page.locator(".majors li").count()
        tall = await look.page.evaluate(TALL_ROWS)

    assert rows > 50
    assert tall == []
