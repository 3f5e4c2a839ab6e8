"""A training plan and a fit on paper: pages that say what they show, and the message that stands where there is no result."""

from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.explorer_page import opened, overprinted, printed
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

MADE_UP = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
GATHERED = "TrainingPlan:深圳信息职业技术大学:软件技术:2025级"
FIT = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:JavaWeb应用开发&at=req:ELEMENTARY:2.3.1"
OPACITIES = "all => [...new Set(all.map(each => getComputedStyle(each).opacity))]"


async def paper(page: Page) -> list[str]:
    """Print a page; give the text of each sheet on one line."""
    _, texts = await printed(page, prefer_css_page_size=True)
    return [each.replace("\r\n", "") for each in texts]


@pytest.mark.parametrize("plan", [MADE_UP, GATHERED])
async def test_each_sheet_with_courses_of_a_plan_says_of_which_semester_they_are(
    served: Served, browser: Browser, plan: str
):
    async with opened(browser, served) as look:
        await look.show(f"/plans/{quote(plan)}?view=board")
        await look.page.wait_for_selector(".board")
        sheets = await paper(look.page)

    assert "第 1 学期" in sheets[0]
    assert all("学期" in each for each in sheets if "学分" in each)


async def test_paper_says_why_a_plan_has_no_credits_recognised(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"/plans/{quote(GATHERED)}?view=credits")
        await look.page.wait_for_selector(".ask [role=note]")
        said = await paper(look.page)

    assert "方案没有写明要考取哪些证书及等级，无从认定" in "".join(said)


async def test_paper_says_of_which_level_a_flow_is_and_fades_nothing(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(FIT)
        await page.wait_for_selector(".ribbon.dim")
        on_screen = await page.locator(".flow .dim").evaluate_all(OPACITIES)
        await page.emulate_media(media="print")
        on_paper = await page.locator(".flow .dim").evaluate_all(OPACITIES)
        sheets = await paper(page)

    assert "1" not in on_screen
    assert on_paper == ["1"]
    assert "只含初级" in "".join(sheets)
    assert all("数据版本" not in each or len(each) > 200 for each in sheets)


@pytest.mark.parametrize("lies", [False, True])
async def test_no_sheet_is_left_blank_for_the_foot_and_none_has_the_foot_alone(
    served: Served, browser: Browser, lies: bool
):
    async with opened(browser, served) as look:
        await look.show("/certificates/5G网络优化")
        _, sheets = await printed(look.page, format="A4", landscape=lies)

    assert "适用专业" in sheets[0]
    assert "来源" in sheets[-1]
    assert "数据版本" in sheets[-1]


CHOICES_OF_FIT = [f"/fit?target=Certificate:JavaWeb应用开发&level={each}" for each in ("ALL", "INTERMEDIATE")]


@pytest.mark.parametrize("lies", [False, True])
@pytest.mark.parametrize("address", CHOICES_OF_FIT)
async def test_the_choice_of_a_fit_ends_with_its_foot_and_not_on_a_sheet_of_it(
    served: Served, browser: Browser, address: str, lies: bool
):
    async with opened(browser, served) as look:
        await look.show(address)
        _, sheets = await printed(look.page, format="A4", landscape=lies)

    assert "数据版本" in sheets[-1]
    assert len(sheets[-1]) > 300


@pytest.mark.parametrize("lies", [False, True])
async def test_no_heading_in_the_list_of_a_fit_ends_a_sheet(served: Served, browser: Browser, lies: bool):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(FIT.replace("&at=req:ELEMENTARY:2.3.1", "&view=list&level=ALL"))
        heads = {"".join(each.split()) for each in await page.locator(".task-row th").all_inner_texts()}
        _, sheets = await printed(page, format="A4", landscape=lies)
        lasts = ["".join(each.splitlines()[-1].split()) for each in sheets]

    assert len(sheets) > 8
    assert heads.isdisjoint(lasts)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_entry_of_the_import_prints_what_can_be_brought(served: Served, browser: Browser, language: str):
    async with opened(browser, served) as look:
        await look.show(f"/import?lang={language}")
        doors = await look.page.locator(".door strong").all_inner_texts()
        await look.page.emulate_media(media="print")
        shown = [await each.is_visible() for each in await look.page.locator(".door strong, .door .lead").all()]

    assert len(doors) == 3
    assert shown == [True] * 6


FOLDED = "details:not([open]):not(:has(form, input)) > ul > li"


async def test_what_is_folded_on_a_screen_is_printed_and_what_is_pressed_is_not(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/certificates/JavaWeb应用开发")
        folded = await page.locator(f"[aria-labelledby='suiting-majors-title'] {FOLDED} > a").all_text_contents()
        seen = await page.locator(f"[aria-labelledby='suiting-majors-title'] {FOLDED} > a").first.is_visible()
        sheets = "".join(await paper(page))
        await look.show("/certificates/没有这个")
        absent = "".join(await paper(page))
        await look.show("/majors")
        await page.emulate_media(media="print")
        signs = await page.locator(".tree .branch").first.evaluate("each => getComputedStyle(each, '::before').display")

    assert len(folded) > 20
    assert not seen
    assert [each for each in folded if each not in sheets] == []
    assert "图谱里没有这个对象" in absent
    assert [each for each in ("技术说明", "探索") if each in absent] == []
    assert signs == "none"


async def test_paper_says_by_which_rule_sets_a_plan_was_judged(served: Served, browser: Browser):
    asked = served.ask("{ ruleSets { nodes { id name } } }")["data"]["ruleSets"]["nodes"]
    chosen, others = asked[0], asked[1:]
    address = f"/plans/{quote(MADE_UP)}?view=rules"
    async with opened(browser, served) as look:
        await look.show(address)
        await look.page.wait_for_selector("#plan-rules, .verdict-group")
        by_default = "".join(await paper(look.page))
        await look.show(f"{address}&sets={quote(chosen['id'])}")
        await look.page.wait_for_selector("#plan-rules, .verdict-group")
        await look.page.emulate_media(media="print")
        shown = [await each.inner_text() for each in await look.page.locator(".rule-sets label:visible").all()]
        by_choice = "".join(await paper(look.page))

    assert len(others) > 0
    assert "规则集：方案层次适用的国家规则集（默认）" in by_default
    assert "规则集：已选 1 个规则集" in by_choice
    assert shown == [chosen["name"]]
    assert "按所选规则集检查" in by_choice
    assert "按方案入学年份适用的国家规则检查" not in by_choice


LIST = FIT.partition("&at")[0]
MATRIX = f"{LIST}&view=matrix&level=ALL&at=cell:22:ELEMENTARY:2.3"


@pytest.mark.parametrize(
    "address", ["/gaps", "/gaps?through=plans", LIST, MATRIX, f"/plans/{quote(MADE_UP)}?view=rules", "/review"]
)
async def test_no_sheet_is_empty_none_has_the_foot_alone_and_nothing_is_printed_over_something_else(
    served: Served, browser: Browser, address: str
):
    async with opened(browser, served, 390) as look:
        await look.show(address)
        if address == LIST:
            await look.page.locator(".tools button").first.click()
            await look.page.wait_for_selector(".under table")
        paper, sheets = await printed(look.page, prefer_css_page_size=True)
        over = overprinted(paper)

    assert over == []
    assert [each for each in sheets if not each.strip()] == []
    assert [each for each in sheets if not each.partition(served.url)[0].strip()] == []
    assert all("各省人才培养方案的覆盖" not in each or "黑龙江" in each for each in sheets)
    assert "在图中选一门课程" not in "".join(sheets)
