"""The picture of the first page counts as the API does, and on a phone what matters stays in sight."""

import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

EXAMPLE = '{ coverage(subject: "TeachingStandard:2025:510203", target: "Certificate:JavaWeb应用开发") { unknown notCovered items { requirement { level } } } }'
LEVELS = {"初级": "ELEMENTARY", "中级": "INTERMEDIATE", "高级": "ADVANCED"}
PHONE = 390
IN_SIGHT = "each => { const { top, bottom } = each.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }"


async def test_the_picture_of_the_first_page_counts_what_the_api_counts(served: Served, browser: Browser):
    coverage = served.ask(EXAMPLE)["data"]["coverage"]
    levels = [each["requirement"]["level"] for each in coverage["items"]]

    async with opened(browser, served) as look:
        await look.show("/")
        labels = await look.page.locator(".example .node:has(.number) text").all_text_contents()

    counted = {name: levels.count(level) for name, level in LEVELS.items()}
    assert {each.replace(" ", "") for each in labels} == {
        f"{name}{number}"
        for name, number in {**counted, "未评审": coverage["unknown"], "缺口": coverage["notCovered"]}.items()
        if number
    }


async def test_on_a_phone_the_buttons_of_a_decision_and_what_is_said_of_it_stay_in_sight(
    served: Served, browser: Browser
):
    async with opened(browser, served, PHONE) as look:
        page = look.page
        await look.show("/review")
        seen = await page.locator(".verdicts .button >> nth=0").evaluate(IN_SIGHT)
        await page.click(".verdicts .button:has-text('撤销')")
        await page.wait_for_selector(".hint:has-text('没有')")
        said = await page.locator(".hint").evaluate(IN_SIGHT)

    assert (seen, said) == (True, True)
    assert look.complaints == []


@pytest.mark.parametrize("width", [1440, PHONE])
async def test_the_large_search_says_what_it_finds_at_any_width(served: Served, browser: Browser, width: int):
    """Less wide, the text ends in an ellipsis."""
    async with opened(browser, served, width) as look:
        await look.show("/")
        field = look.page.locator(".search.large input")
        text = await field.get_attribute("placeholder")
        end = await field.evaluate("each => getComputedStyle(each).textOverflow")

    assert (text or "").startswith("专业、证书、课程")
    assert end == "ellipsis"


# Names of provinces that are broken, or that leave their tile.
CUT_TILES = """() => [...document.querySelectorAll('.tile span')].filter(each => each.getClientRects().length > 1
  || each.getBoundingClientRect().width > each.parentElement.clientWidth).map(each => each.textContent)"""


@pytest.mark.parametrize("width", [360, PHONE, 1440])
async def test_the_name_of_a_province_stands_whole_in_its_tile(served: Served, browser: Browser, width: int):
    async with opened(browser, served, width) as look:
        await look.show("/")
        tiles = await look.page.locator(".tile").count()
        cut = await look.page.evaluate(CUT_TILES)

    assert (tiles, cut) == (34, [])


async def test_a_filter_shows_what_the_address_names_also_where_it_is_not_offered(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/gaps?class=没有这个")
        shown = await look.page.locator(".filters select:has(option:text-is('没有这个（不在列表中）'))").input_value()

    assert shown == "没有这个"
