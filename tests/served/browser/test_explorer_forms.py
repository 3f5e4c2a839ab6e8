"""How pages stand where there is little or much to show: nothing that fits, no words, a short page, sixty plans, no standard."""

import re
from urllib.parse import quote

import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import in_language, opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

# A list that its filters leave empty, and what one of its rows is.
LEFT_EMPTY = {
    "/majors?q=没有这个&level=BACHELOR&has=standard": ".tree > li",
    "/certificates?q=没有这个&batch=1&has=standard": "main tbody tr",
    "/plans?q=没有这个&province=广东省&has=courses": "main tbody tr",
    "/provinces/440000?ownership=没有这个&doubleHigh=yes&has=plan": "main tbody tr",
}
COLLEGE = "深圳信息职业技术大学"
PLANS = "query ($name: String!) { colleges(where: {name: {eq: $name}}) { nodes { trainingPlans(first: 1) { totalCount } } } }"
NOT_GATHERED = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:Python程序开发"


@pytest.mark.parametrize("address", LEFT_EMPTY)
@pytest.mark.parametrize(("language", "word"), [("zh", "清除筛选"), ("en", "Clear filters")])
async def test_filters_that_leave_nothing_are_cleared_at_a_press(
    served: Served, browser: Browser, address: str, language: str, word: str
):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(in_language(address, language))
        before = await page.locator(LEFT_EMPTY[address]).count()
        await page.click(f".empty button:text-is('{word}')")
        await page.wait_for_selector(LEFT_EMPTY[address])
        left = await page.evaluate("[...new URL(location.href).searchParams.keys()]")

    assert before == 0
    assert [each for each in left if each != "lang"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_search_without_words_offers_some(served: Served, browser: Browser, language: str):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(in_language("/search", language))
        offered = await page.locator(".tries .chip").all_inner_texts()
        await page.click(f".tries .chip:text-is('{offered[0]}')")
        await page.wait_for_selector(".results li")
        address = await page.evaluate("new URL(location.href).searchParams.get('q')")

    assert address == offered[0]


@pytest.mark.parametrize("width", [1440, 390])
async def test_the_foot_of_a_short_page_ends_the_screen(served: Served, browser: Browser, width: int):
    async with opened(browser, served, width) as look:
        await look.show("/search")
        end, height = await look.page.evaluate(
            "[document.querySelector('.foot').getBoundingClientRect().bottom, innerHeight]"
        )

        assert abs(end - height) <= 1
        assert await look.page.evaluate("document.documentElement.scrollHeight") == height


async def test_many_plans_of_a_college_stand_in_columns(served: Served, browser: Browser):
    [college] = served.ask(PLANS, {"name": COLLEGE})["data"]["colleges"]["nodes"]
    starts = "links => links.map(each => Math.round(each.getBoundingClientRect().left))"

    async with opened(browser, served) as look:
        await look.show(f"/colleges/{COLLEGE}")
        wide = await look.page.locator("main li > a[href^='/plans/']").evaluate_all(starts)
        await look.page.set_viewport_size({"width": 390, "height": 900})
        narrow = await look.page.locator("main li > a[href^='/plans/']").evaluate_all(starts)

    assert len(wide) == college["trainingPlans"]["totalCount"]
    assert (len(set(wide)), len(set(narrow))) == (3, 1)


async def test_a_fit_without_a_standard_leads_on_to_the_choice_of_two_sides(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(NOT_GATHERED)
        await look.page.click(".problem .chip[href='/fit']")
        await look.page.wait_for_selector(".edge-one .picks")


async def test_the_search_for_another_major_stands_before_the_long_list(served: Served, browser: Browser):
    async with opened(browser, served, 390) as look:
        await look.show("/fit")
        tops = await look.page.evaluate(
            "['.edge-one form', '.edge-one .picks'].map(each => document.querySelector(each).getBoundingClientRect().top)"
        )

    assert tops[0] < tops[1]


async def test_paper_shows_no_ways_to_other_pages_and_its_address_as_it_is_read(served: Served, browser: Browser):
    plan = "TrainingPlan%3A示例院校（虚构）%3A软件技术（示例）%3A2026级"

    async with opened(browser, served) as look:
        await look.show("/")
        await look.page.emulate_media(media="print")
        doors = await look.page.locator(".door").first.is_visible()
        await look.show(f"/plans/{plan}")
        printed = await look.page.inner_text(".printed")

    assert not doors
    assert "/plans/TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级" in printed


ENDS = "parts => parts.map(each => Math.round(each.getBoundingClientRect().bottom))"
BLANK_LARGEST = 300


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_half_of_a_programme_is_blank_and_its_sources_end_the_page(
    served: Served, browser: Browser, language: str
):
    async with opened(browser, served) as look:
        await look.show(in_language("/majors/2021/510203", language))
        left, right = await look.page.locator(".columns > div").evaluate_all(
            "sides => sides.map(each => Math.round(each.lastElementChild.getBoundingClientRect().bottom))"
        )
        sources = await look.page.locator(".card:has(> .sources)").bounding_box()
        await look.page.set_viewport_size({"width": 390, "height": 900})
        cards = await look.page.locator("main .card").evaluate_all(ENDS)
        last = await look.page.locator(".card:has(> .sources)").evaluate_all(ENDS)

    assert sources is not None
    assert abs(left - right) < BLANK_LARGEST
    assert sources["y"] > max(left, right)
    assert max(cards) == last[0]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_choice_of_two_sides_fits_a_large_screen(served: Served, browser: Browser, language: str):
    async with opened(browser, served) as look:
        await look.show(in_language("/fit", language))
        [end] = await look.page.locator(".edge-one").evaluate_all(ENDS)
        rows = await look.page.locator(".edge-one .picks > li").count()

    assert rows > 20
    assert end < look.page.viewport_size["height"]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_wrong_id_leads_on_and_offers_no_try_that_cannot_help(served: Served, browser: Browser, language: str):
    looks = {}

    async with opened(browser, served) as look:
        for path in ("/courses/nope", "/certificates/没有这个", "/nowhere"):
            await look.show(in_language(path, language))
            shown = look.page.locator("main .absent")
            looks[path] = (
                await shown.locator("h1").count(),
                await shown.locator(".onward a").count(),
                await shown.locator("button").count(),
                await shown.evaluate("each => getComputedStyle(each).borderColor"),
            )

    assert len(set(looks.values())) == 1
    assert next(iter(looks.values()))[:3] == (1, 5, 0)


@pytest.mark.parametrize(
    "path", ["/plans/TrainingPlan%3A%E6%B7", "/search?q=%E6%B7", "/majors/2021/51%", "/fit?subject=%94%E"]
)
async def test_an_address_that_was_cut_within_a_character_still_has_a_page(served: Served, browser: Browser, path: str):
    async with opened(browser, served) as look:
        await look.show(path)
        text = await look.page.inner_text("body")
        await look.page.emulate_media(media="print")
        printed = await look.page.inner_text("body")

    assert "1+X" in text
    assert "目录" in text or "专业" in text
    assert path.partition("?")[0].split("/")[1] in printed
    assert [each for each in look.complaints if "URI" in each] == []


@pytest.mark.parametrize("name", ["JavaWeb应用开发", "建筑信息模型（BIM）", "Web前端开发", "5G网络优化"])
async def test_what_a_certificate_suits_adds_up_to_what_the_list_of_certificates_says(
    served: Served, browser: Browser, name: str
):
    async with opened(browser, served) as look:
        await look.show(in_language(f"/certificates?q={quote(name)}", "en"))
        listed = await look.page.locator("main tbody tr", has=look.page.get_by_text(name, exact=True)).inner_text()
        await look.show(in_language(f"/certificates/{quote(name)}", "en"))
        card = look.page.locator(".card", has=look.page.locator("h2", has_text="Suitable programmes"))
        said = await card.locator(".fine:has-text('in all')").inner_text()
        rows = await card.locator(".suiting-majors > li").count()
        bars = await card.locator("ul >> nth=0 >> .bar").count()

    whole, *parts = map(int, re.findall(r"\d+", said))
    assert whole == sum(parts) == rows == int(listed.split()[-1])
    assert ("1 programme in all" in said) == (whole == 1)
    assert "compared" in said if bars else "of the current catalogue" in said
    assert bars in {0, parts[0]}


async def test_no_filter_is_called_dropped_where_no_link_drops_it(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(in_language("/gaps?through=plans", "en"))
        lead = await look.page.locator("[aria-labelledby='gaps-plans-title'] .lead").inner_text()
        links = await look.page.locator("[aria-labelledby='gaps-plans-title'] a[href*='/certificates/']").count()

    assert (links, "A certificate's page drops" in lead) == (0, False)


async def test_a_filter_is_called_dropped_where_the_links_of_plans_drop_it(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(in_language("/gaps?through=plans&education=ASSOCIATE", "en"))
        lead = await look.page.inner_text("[aria-labelledby='gaps-plans-title'] .lead")
        links = await look.page.locator("[aria-labelledby='gaps-plans-title'] a[href*='/colleges/']").count()

    assert links > 0
    assert re.findall(r"(An? [\w']+ page|The fit view) drops", lead) == ["A college's page"]
