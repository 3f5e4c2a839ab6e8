"""The way of the keyboard through the fit view: into the evidence, to its source, and back to where it began."""

import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

FIT = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:JavaWeb应用开发"
SIGN_INS = ["/review", "/import/standard", "/plans/TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级?view=embed"]
FOCUSED = "document.activeElement.ariaLabel ?? document.activeElement.textContent"
IS_SOURCE = "document.activeElement.matches('.drawer .sources a')"
# The button that closes it, what is chosen, where to propose another course, the course, the source.
STOPS_TO_A_SOURCE = 5
# Where a way begins, by view.
STARTS = {
    "flow": ".node-task >> nth=0",
    "matrix": ".matrix .cell[tabindex='0']",
    "list": ".requirements th a >> nth=0",
}


async def stops_to_a_source(page: Page) -> int:
    """Press Tab until a source of a proof is reached; give how often."""
    for stops in range(1, 20):
        await page.keyboard.press("Tab")
        if await page.evaluate(IS_SOURCE):
            return stops
    return 20


@pytest.mark.parametrize("view", STARTS)
async def test_the_keyboard_goes_into_the_evidence_as_it_opens_and_back_as_it_closes(
    served: Served, browser: Browser, view: str
):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&view={view}")
        await page.locator(STARTS[view]).focus()
        began = await page.evaluate(FOCUSED)
        await page.keyboard.press("Enter")
        await page.wait_for_selector(".drawer h2:focus")
        inside = await page.evaluate(FOCUSED)
        title = await page.locator(".drawer h2").text_content()
        await page.keyboard.press("Escape")
        await page.wait_for_selector(".drawer.resting")
        await page.locator(":focus").wait_for(state="attached")
        ended = await page.evaluate(FOCUSED)

    assert inside == title
    assert ended == began
    assert look.complaints == []


async def test_from_a_requirement_to_the_source_of_its_proof_the_way_is_short(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&view=list")
        await page.locator(STARTS["list"]).focus()
        await page.keyboard.press("Enter")
        await page.wait_for_selector(".drawer h2:focus")
        await page.wait_for_selector(".drawer .sources a")
        stops = await stops_to_a_source(page)

    assert stops == STOPS_TO_A_SOURCE


async def test_the_button_that_closes_gives_the_focus_to_the_link_that_opened(served: Served, browser: Browser):
    """The link itself is gone while the evidence stands in its place."""
    async with opened(browser, served) as look:
        page = look.page
        await look.show(FIT)
        link = page.locator(".open-items a >> nth=0")
        name = await link.text_content()
        await link.focus()
        await page.keyboard.press("Enter")
        await page.wait_for_selector(".drawer h2:focus")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_selector(".drawer.resting")
        await page.locator(":focus").wait_for(state="attached")
        ended = await page.evaluate(FOCUSED)

    assert ended == name


async def test_a_filter_that_closes_the_evidence_keeps_the_focus(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&at=req:ELEMENTARY:2.3.1")
        await page.locator(".controls input[name=level]:checked").focus()
        await page.keyboard.press("ArrowRight")
        await page.wait_for_selector(".drawer.resting")
        focused = await page.evaluate("document.activeElement.closest('label').textContent")

    assert focused == "中级"


@pytest.mark.parametrize("address", SIGN_INS)
async def test_the_second_stop_of_the_keyboard_leads_to_the_sign_in(served: Served, browser: Browser, address: str):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(address)
        for key in ("Tab", "Tab", "Enter"):
            await page.keyboard.press(key)
        await page.wait_for_selector("#token:focus")

    assert look.complaints == []


async def test_no_stop_leads_to_a_sign_in_where_there_is_none(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/review?lang=en")
        offered = await page.locator(".skip").all_inner_texts()
        await page.click("header nav a:has-text('Gaps')")
        await page.wait_for_selector("h1:has-text('Gaps')")
        await page.locator(".skip >> nth=1").wait_for(state="detached")
        left = await page.locator(".skip").all_inner_texts()

    assert offered == ["Skip to content", "Skip to sign-in"]
    assert left == ["Skip to content"]
