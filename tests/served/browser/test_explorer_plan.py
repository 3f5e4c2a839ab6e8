"""The page of a training plan in a real browser: its views by address, each with what the API says of the plan."""

import asyncio
import io
import zipfile
from pathlib import Path
from urllib.parse import quote, unquote

import httpx
import pytest
from playwright.async_api import Browser, Route

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.explorer_page import in_language, opened
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

TITLE = "示例职业技术学院网页技术专业（990001）2024级教学进程表（三年制高职）"
HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "周学时", "开课学期", "考核方式"]
ROWS = [
    ["公共基础课程", "必修", "军事理论", 2, 36, 2, "1", "考查"],
    ["公共基础课程", "必修", "大学英语", 8, 128, 4, "1-2", "考试"],
    ["专业拓展课程", "选修", "共同课", 1, 16, None, "3", None],
    ["A、视觉方向（二选一）"],
    ["专业拓展课程", "选修", "甲", 2, 32, 2, "3", "考试"],
    ["专业拓展课程", "选修", "乙", 2, 48, 3, "3", "考查"],
    ["B、数据方向（二选一）"],
    ["专业拓展课程", "选修", "丙", 3, 64, 4, "3", "考试"],
]
RULES = """query ($plan: ID!, $sets: [ID!]) { trainingPlanCompliance(plan: $plan, ruleSets: $sets) {
  passed failed remarked unknown notApplicable findings { verdict rule { item } } } }"""
VERDICTS = {
    "FAIL": "failed",
    "REMARK": "remarked",
    "UNKNOWN": "unknown",
    "PASS": "passed",
    "NOT_APPLICABLE": "notApplicable",
}
COVERAGE = """query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, level: ELEMENTARY, first: 1) {
  requirements unknown } }"""
SEEDED = "TrainingPlan:深圳信息职业技术大学:软件技术:2025级"
JAVA_WEB = "Certificate:JavaWeb应用开发"
VIEWS = ["", "view=board", "view=rules", f"view=coverage&target={quote(JAVA_WEB)}"]
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer."""
    server, tokens = documented
    return server, tokens["陈评审"]


@pytest.fixture(scope="module")
def plan(writable: tuple[Served, str]) -> str:
    """The id of a plan with a choice of two directions."""
    sheet = SheetOf("教学进程", [[TITLE], HEADING, *ROWS], ("A6:H6", "A9:H9"))
    return confirmed_node(writable, "TRAINING_PLAN", workbook(sheet))


def page_of(plan: str, query: str = "") -> str:
    return f"/plans/{quote(plan)}?{query}"


async def test_the_board_has_each_course_in_its_semesters_and_choices_as_intervals(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=board"))
        # The weeks of the plan are asked for apart.
        await look.page.wait_for_selector(".board-sums .derived")
        columns = look.page.locator(".board-term")
        titles = await columns.locator("h3").all_inner_texts()
        names = [await each.locator(".board-course > [lang]").all_inner_texts() for each in await columns.all()]
        weekly = await columns.locator(".board-sums dd.number").all_inner_texts()
        exams = await columns.locator(".board-sums dd:not(.number)").all_inner_texts()
        group = await look.page.locator(".board-group > p").all_inner_texts()
        english = await columns.nth(1).locator(".board-course > .fine").inner_text()

    assert titles == ["第 1 学期", "第 2 学期", "第 3 学期"]
    assert names == [["军事理论", "大学英语"], ["大学英语"], ["共同课", "甲", "乙", "丙"]]
    # The third holds a course without weekly hours: 4 or 5 hours of one direction, and no bound above.
    assert weekly == ["6", "4", "至少 4 按学时折算约 4.9 – 5.9"]
    assert exams == ["考试 1 门", "考试 1 门", "考试 2 门 · 1 门未写明考核方式"]
    assert group == ["分组 1 2 选 1", "学分 3 – 4"]
    assert english == "共 8 学分 · 4 学时/周"
    assert look.complaints == []


async def test_the_rules_are_those_of_the_api_in_groups_of_one_verdict(writable, plan, browser: Browser):
    told = writable[0].ask(RULES, {"plan": plan}, authorization=f"Bearer {writable[1]}")["data"][
        "trainingPlanCompliance"
    ]
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=rules"))
        groups = {}
        for verdict in VERDICTS:
            rows = look.page.locator(f".verdict-of-{verdict} .finding-name > [lang]")
            groups[verdict] = await rows.all_inner_texts()

    wanted = {
        verdict: [each["rule"]["item"] for each in told["findings"] if each["verdict"] == verdict]
        for verdict in VERDICTS
    }
    assert groups == wanted
    assert {verdict: len(names) for verdict, names in groups.items()} == {
        verdict: told[count] for verdict, count in VERDICTS.items()
    }
    assert look.complaints == []


async def test_a_share_is_measured_in_the_unit_of_its_threshold_and_says_what_would_decide_it(
    writable, plan, browser: Browser
):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=rules"))
        row = look.page.locator(".finding:has-text('选修课学时占比')")
        threshold, measured = await row.locator(".threshold").inner_text(), await row.locator(".measured").inner_text()
        practice = look.page.locator(".finding:has-text('实践性教学学时占比')")
        await practice.locator("summary").first.click()
        deciding = await practice.locator(".decided-by li").all_inner_texts()
        document = await practice.locator(".finding-more > p:has(a, [lang])").all_inner_texts()
        sources = await practice.locator(".sources a").count()

    # Elective are 80 of 244 hours in one direction, and 96 of 260 in the other.
    assert (threshold, measured) == ("≥ 10%", "32.79 – 36.92%")
    assert any(each.startswith("这些课程的理论与实践学时") for each in deciding)
    assert sources > 0
    assert any("实践性教学（本系统所拟标题）" in each for each in document)
    assert not any("heading ours" in each for each in document)


async def test_rule_sets_and_verdicts_stand_in_the_address(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(page_of(plan, "view=rules"))
        await page.click(".rule-sets summary")
        await page.check("label:has-text('三年制高职')")
        await page.wait_for_url("**sets=RuleSet%3AHV3**")
        await look.settle()
        await page.click("label:has(input[value=UNKNOWN])")
        shown = await page.locator(".finding-name > [lang]").all_inner_texts()
        await page.reload()
        await look.settle()
        again = await page.locator(".finding-name > [lang]").all_inner_texts()

    told = writable[0].ask(RULES, {"plan": plan, "sets": ["RuleSet:HV3"]})["data"]["trainingPlanCompliance"]
    assert shown == [each["rule"]["item"] for each in told["findings"] if each["verdict"] == "UNKNOWN"]
    assert again == shown


async def test_verdicts_that_are_about_to_change_are_marked_until_the_new_ones_are_there(
    writable, plan, browser: Browser
):
    answered = asyncio.Event()

    async def late(route: Route) -> None:
        await answered.wait()
        await route.continue_()

    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(page_of(plan, "view=rules"))
        at_rest = await page.locator(".renewing").count()
        await page.route("**/graphql", late)
        await page.click(".rule-sets summary")
        await page.check("label:has-text('三年制高职')")
        await page.wait_for_selector(".renewing", state="attached")
        answered.set()
        await look.settle()
        shown = await page.locator(".finding-name > [lang]").all_inner_texts()

    told = writable[0].ask(RULES, {"plan": plan, "sets": ["RuleSet:HV3"]})["data"]["trainingPlanCompliance"]
    assert at_rest == 0
    assert sorted(shown) == sorted(each["rule"]["item"] for each in told["findings"])


async def test_back_undoes_a_choice_of_view_and_keys_choose_it(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(page_of(plan))
        await page.click(".tabs a >> nth=1")
        await page.wait_for_selector(".board")
        await page.keyboard.press("3")
        await page.wait_for_selector(".finding")
        chosen = await page.locator(".tabs [aria-current]").inner_text()
        await page.go_back()
        await page.wait_for_selector(".board")
        address = page.url

    assert chosen == "规则检查"
    assert "view=board" in address


async def test_coverage_of_a_level_has_the_numbers_of_the_api_and_leads_to_the_fit_view(writable, browser: Browser):
    told = writable[0].ask(COVERAGE, {"subject": SEEDED, "target": JAVA_WEB})["data"]["coverage"]
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(SEEDED, f"view=coverage&target={quote(JAVA_WEB)}"))
        numbers = await look.page.locator(".legend b").all_inner_texts()
        onward = await look.page.locator(".onward a >> nth=0").get_attribute("href")
        await look.page.click(".onward a >> nth=0")
        await look.page.wait_for_selector(".fit-head")

    # What was found where no one has looked is unknown and not zero.
    assert told["unknown"] == told["requirements"]
    assert numbers == ["未知", "未知", str(told["unknown"]), "未知"]
    assert unquote(onward or "") == f"/fit?subject={SEEDED}&target={JAVA_WEB}&level=ELEMENTARY"
    assert look.complaints == []


async def test_a_plan_that_is_hidden_offers_to_sign_in(writable, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of("TrainingPlan:无:无:无"))

        assert await look.page.locator("#token").count() == 1
        assert "没有这份方案" in await look.page.inner_text(".empty")


@pytest.mark.parametrize("look_of", LOOKS)
async def test_each_view_fits_and_is_accessible(writable, plan, browser: Browser, look_of: tuple[int, str, str]):
    width, language, theme = look_of
    wrong: dict[str, object] = {}

    async with opened(browser, writable[0], width, theme) as look:
        for view in VIEWS:
            await look.show(in_language(page_of(plan, view), language))
            violations, flaws = await look.violations(), await look.flaws()
            seen = (await look.problems(), await look.width(), violations, flaws, list(look.complaints))
            if seen != ([], width, [], [], []):
                wrong[view] = seen

    assert wrong == {}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
async def test_the_file_that_is_saved_is_that_of_the_service(writable, plan, browser: Browser, kind: str):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan))
        async with look.page.expect_download() as download:
            await look.page.click(f".export button:has-text('{kind.upper()}')")
        file = await download.value
        saved = parts_of(await file.path())

    assert file.suggested_filename == f"网页技术2024级.{kind}"
    assert saved == parts_of(io.BytesIO(file_of(writable, plan, kind)))
    assert look.complaints == []


def file_of(writable: tuple[Served, str], plan: str, kind: str) -> bytes:
    """Give the bytes that the service answers to an editor who reads Chinese."""
    headers = {"authorization": f"Bearer {writable[1]}", "accept-language": "zh-CN"}
    return httpx.get(f"{writable[0].url}/tables/training-plan.{kind}?plan={quote(plan)}", headers=headers).content


def parts_of(file: Path | io.BytesIO) -> dict[str, bytes]:
    """Give the parts of an office file; the archive around them, and what it says of itself, may hold the time."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith("docProps/")}
