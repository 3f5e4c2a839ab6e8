"""What stopped people who had never seen the explorer, done again in a real browser as they did it."""

import io
from urllib.parse import quote, unquote, urlsplit

import openpyxl
import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import in_language, opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

STANDARD, CERTIFICATE = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
MADE_UP = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
GATHERED = "TrainingPlan:深圳信息职业技术大学:软件技术:2025级"
OF_PROVINCE = """query ($where: TrainingPlanFilter) { trainingPlans(first: 100, where: $where) {
  totalCount nodes { id majorName } } }"""
PROVINCES = (
    """{ coverageCube(dimensions: [PROVINCE], through: TRAINING_PLAN) { rows { province plans notCovered } } }"""
)


async def test_a_teacher_finds_a_plan_from_the_first_page_and_keeps_the_choice_on_a_reload(
    served: Served, browser: Browser
):
    where = {
        "college": {"some": {"province": {"some": {"name": {"eq": "广东省"}}}}},
        "majorName": {"contains": "软件"},
    }
    expected = [each["id"] for each in served.ask(OF_PROVINCE, {"where": where})["data"]["trainingPlans"]["nodes"]]

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/")
        await page.click(".door:has-text('从培养方案出发')")
        await look.settle()
        await page.select_option("label:has-text('省份') select", "广东省")
        await page.fill("input[type=search] >> nth=-1", "软件")
        await look.settle()
        await page.reload()
        await look.settle()
        links = await page.locator("main tbody th a").evaluate_all(
            "all => all.map(each => decodeURIComponent(each.pathname.slice('/plans/'.length)))"
        )
        bring = await page.get_attribute("main .page-head a", "href")
        current = await page.inner_text(".top nav [aria-current]")

    assert sorted(links) == sorted(expected)
    assert len(links) > 1
    assert (bring, current) == ("/import/plan", "方案")
    assert look.complaints == []


async def test_the_list_of_plans_is_read_on_to_its_end(served: Served, browser: Browser):
    total = served.ask(OF_PROVINCE)["data"]["trainingPlans"]["totalCount"]

    async with opened(browser, served) as look:
        await look.show("/plans")
        first = await look.page.locator("main tbody tr").count()
        await look.page.click("text=显示更多")
        await look.page.wait_for_function(
            "count => document.querySelectorAll('main tbody tr').length === count", arg=total
        )
        status = await look.page.inner_text("main [role=status]")

    assert first == 50 < total
    assert status == f"显示 {total} 条，共 {total} 条"


async def test_a_plan_that_nobody_reviewed_leads_to_the_teaching_standard(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/plans/{quote(MADE_UP)}?view=coverage&level=ELEMENTARY")
        others = await page.locator("a:has-text('看本专业适用的其他证书')").get_attribute("href")
        await page.click("text=看教学标准（2025）的对接")
        await page.wait_for_selector(".fit-head")
        asked = unquote(urlsplit(page.url).query)

    assert others == "/majors/2021/510203"
    assert asked == f"subject={STANDARD}&target={CERTIFICATE}&level=ELEMENTARY"


async def test_semesters_as_they_were_gathered_stand_in_words(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/plans/{quote(GATHERED)}")
        semesters = {
            (await each.locator("th").inner_text()).strip(): await each.locator("td").last.inner_text()
            for each in await page.locator(".plan-courses tbody tr").all()
        }

    assert semesters["Java高级程序设计"] == "2（4 学时/周）"
    assert semesters["Web项目开发实践"] == "实践环节：三"


@pytest.mark.parametrize(("language", "rows"), [("zh", 2), ("en", 3)])
async def test_the_views_of_a_plan_leave_a_phone_room_for_the_plan(served: Served, browser: Browser, language, rows):
    async with opened(browser, served, 390) as look:
        await look.show(in_language(f"/plans/{quote(MADE_UP)}", language))
        tops = await look.page.locator(".tabs a").evaluate_all("all => all.map(each => each.offsetTop)")

    assert len(tops) == 9
    assert len(set(tops)) == rows


async def test_a_plan_that_is_made_up_says_so_on_the_page_of_its_programme(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/majors/2021/510203")
        sealed = await look.page.locator("li:has(.place):has(.seal)").all_inner_texts()

    assert [" ".join(each.split()) for each in sealed] == ["示例院校（虚构） 2026级 例 示例数据"]


async def test_an_analyst_chooses_a_province_on_the_map_and_goes_back(served: Served, browser: Browser):
    rows = served.ask(PROVINCES)["data"]["coverageCube"]["rows"]
    [guangdong] = [each for each in rows if each["province"] == "广东省"]

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/gaps")
        listed = await page.locator("#gaps-provinces-title >> xpath=.. >> css=tbody th").all_inner_texts()
        await page.click(".tile:has-text('广东')")
        await page.wait_for_selector("#gaps-plans-title")
        await look.settle()
        chosen = unquote(urlsplit(page.url).query)
        lead = await page.inner_text("#gaps-total-title + .lead")
        await page.go_back()
        await page.wait_for_selector("#gaps-programmes-title")
        await look.settle()
        back = page.url
        await page.click(".tile:has-text('西藏')")
        await page.wait_for_selector("h1:has-text('西藏')")

    assert sorted(listed) == sorted(each["province"] for each in rows)
    assert chosen == "through=plans&province=广东省"
    assert f"涉及 {guangdong['plans']} 份可以对照的方案" in lead
    assert back == f"{served.url}/gaps"


async def test_each_figure_of_gaps_comes_as_a_workbook_with_the_filters_of_the_page(served: Served, browser: Browser):
    rows = served.ask(PROVINCES)["data"]["coverageCube"]["rows"]

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/gaps?education=ASSOCIATE")
        names, sheets = [], []
        for each in await page.locator(".tools a:has-text('XLSX')").all():
            async with page.expect_download() as sent:
                await each.click()
            names.append(await each.evaluate("each => each.closest('.figure').getAttribute('aria-labelledby')"))
            content = io.BytesIO((await (await sent.value).path()).read_bytes())
            sheets.append(list(openpyxl.load_workbook(content).worksheets[0].values))

    figures = dict(zip(names, sheets, strict=True))
    assert list(figures) == [
        f"gaps-{each}-title" for each in ("total", "programmes", "requirements", "classes", "provinces")
    ]
    level = figures["gaps-programmes-title"][0].index("学历层次")
    assert {row[level] for row in figures["gaps-programmes-title"][1:]} == {"高职专科"}
    head, *lines = figures["gaps-provinces-title"]
    plans = {row[head.index("省份")]: row[head.index("可对照的方案（份）")] for row in lines}
    assert set(plans) <= {each["province"] for each in rows}
    assert sum(plans.values()) > 1


async def test_who_decides_before_signing_in_reads_why_at_the_place_to_sign_in(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/review")
        before = await page.locator(".sign-in [role=alert]").count()
        await page.click(".verdict-ACCEPT")
        alert = await page.inner_text(".sign-in [role=alert]")
        focused = await page.evaluate("document.activeElement.id")

    assert (before, alert, focused) == (0, "先用评审人的令牌登录，再作决定。", "token")


@pytest.mark.parametrize(("language", "title"), [("zh", "令牌无效"), ("en", "The token is not valid")])
async def test_a_text_that_can_be_no_token_is_called_that(served: Served, browser: Browser, language: str, title: str):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/review?lang={language}")
        await page.fill("#token", "张老师的令牌")
        await page.click(".sign-in button")
        told = await page.inner_text(".sign-in .problem strong")

    assert told == title
    assert look.complaints == []


async def test_the_judgement_of_the_house_has_its_name_wherever_it_stands(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"/fit?subject={STANDARD}&target={CERTIFICATE}&at=req:ELEMENTARY:4.3.1")
        await look.page.wait_for_selector(".suggestion")
        proposers = set(await look.page.locator(".suggestion .fine").all_inner_texts())

    assert proposers == {"提出 oneplusx 编辑组"}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_phone_shows_the_pages_in_one_row_that_keeps_the_current_one_and_the_focus_in_sight(
    served: Served, browser: Browser, language
):
    tops = "all => new Set(all.map(each => each.offsetTop)).size"
    in_sight = """each => { const [row, own] = [each.parentElement, each].map(one => one.getBoundingClientRect());
        return row.left <= own.left && own.right <= row.right; }"""

    async with opened(browser, served, 390) as look:
        page = look.page
        await look.show(in_language("/policies", language))
        links = page.locator(".top nav a")
        rows, count = await links.evaluate_all(tops), await links.count()
        is_current_seen = await page.locator(".top nav [aria-current]").evaluate(in_sight)
        first_before = await links.nth(0).evaluate(in_sight)
        await links.nth(0).focus()
        first_after = await links.nth(0).evaluate(in_sight)
        for _ in range(count - 1):
            await page.keyboard.press("Tab")
        is_last_focused = await links.nth(-1).evaluate("each => each === document.activeElement")

        assert (rows, is_current_seen, first_before, first_after) == (1, True, False, True)
        assert (is_last_focused, await links.nth(-1).evaluate(in_sight)) == (True, True)
        assert (await look.width(), look.complaints) == (390, [])


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "草案只有本校编辑者可以查看"), ("en", "Only editors of a college read its drafts")]
)
async def test_a_visitor_reads_at_the_list_of_plans_who_sees_drafts_and_where(
    served: Served, browser: Browser, language: str, said: str
):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/plans?lang={language}")
        await page.click(".drafts summary")
        shown = await page.inner_text(".drafts")
        fields = await page.locator(".drafts #token").count()
        await look.show(f"/plans?q=没有这个&lang={language}")
        none = await page.inner_text(".empty")

    assert said in shown
    assert fields == 1
    assert {"zh": "登录后才能看到", "en": "after they sign in"}[language] in none
    assert look.complaints == []
