"""What a fit says of its levels: no number without the level it is of, no code that two levels share without its level."""

from urllib.parse import quote

import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

SUBJECT, TARGET = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
FIT = f"/fit?subject={SUBJECT}&target={quote(TARGET)}"


def numbers_of(served: Served) -> tuple[str, int]:
    """Give the words for what is open of the whole certificate, and its number of requirements."""
    query = "query ($s: ID!, $t: ID!) { coverage(subject: $s, target: $t) { requirements notCovered partlyCovered unknown } }"
    found = served.ask(query, {"s": SUBJECT, "t": TARGET})["data"]["coverage"]
    words = f"{found['notCovered']} 条缺口，{found['partlyCovered']} 条部分覆盖，{found['unknown']} 条未评审"
    return words, found["requirements"]


async def test_numbers_of_one_level_stand_with_those_of_the_whole_certificate(served: Served, browser: Browser):
    words, requirements = numbers_of(served)

    async with opened(browser, served) as look:
        await look.show(FIT)
        title = await look.page.inner_text("#fit-flow-title")
        elementary = await look.page.inner_text(".drawer.resting")
        await look.show(f"{FIT}&level=ALL")
        every = await look.page.inner_text(".drawer.resting h2")
        whole = await look.page.inner_text("#fit-flow-title")

    assert title.endswith("只含初级")
    assert f"证书共 {requirements} 条要求：{words}" in elementary
    assert every == words
    assert whole.endswith("全部等级")


async def test_a_filter_by_state_gives_its_own_number_and_no_zeros_of_the_others(served: Served, browser: Browser):
    words, requirements = numbers_of(served)

    async with opened(browser, served) as look:
        await look.show(f"{FIT}&level=ALL&state=NOT_COVERED")
        headline = await look.page.inner_text(".drawer.resting h2")
        listed = await look.page.locator(".open-items li").count()
        text = await look.page.inner_text(".drawer.resting")

    assert headline == f"{listed} 条要求：缺口"
    assert f"证书共 {requirements} 条要求：{words}" in text


async def test_with_all_levels_a_code_stands_with_its_level_and_a_suggestion_is_named(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"{FIT}&level=ALL")
        items = await look.page.locator(".open-items a").all_inner_texts()
        waiting = await look.page.locator(".open-items .waits").all_inner_texts()
        areas = await look.page.locator(".node-area").evaluate_all(
            "all => all.map(each => each.ariaLabel.split(',')[0])"
        )

    assert items
    assert all(each.startswith(("初级 ", "中级 ", "高级 ")) for each in items)
    assert waiting
    assert all(each.startswith("待定建议 ") for each in waiting)
    assert len(set(areas)) == len(areas)


@pytest.mark.parametrize(
    ("language", "start", "gaps"), [("zh", "仅初级：", "{} 条缺口"), ("en", "Elementary alone. ", "Gaps: {},")]
)
async def test_the_heading_of_one_level_names_it_and_the_whole_stands_below(
    served: Served, browser: Browser, language, start, gaps
):
    query = "query ($s: ID!, $t: ID!) { coverage(subject: $s, target: $t) { notCovered } }"
    number = served.ask(query, {"s": SUBJECT, "t": TARGET})["data"]["coverage"]["notCovered"]

    async with opened(browser, served) as look:
        await look.show(f"{FIT}&lang={language}")
        heading = await look.page.inner_text(".drawer.resting h2")
        whole = await look.page.inner_text(".drawer.resting h2 + .whole b")

    assert heading.startswith(start)
    assert gaps.format(number) in whole
