"""Repairing the reading of a training plan on the page, and its texts: what columns mean, the nature of lines, no codes."""

import re
from functools import cache
from urllib.parse import quote, unquote

import pytest
from graphql import build_schema
from graphql.type import GraphQLEnumType
from playwright.async_api import Browser, Page

from interchange.training_plans.plan_template import write_plan
from tests.conftest import ROOT
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plan_imports.made_imports import CERTIFICATES, COURSES, HEAD
from tests.served.browser.bringing import confirmed_node, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import COLLEGE, HEADING, ROWS, asking, page_of, solve, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAN = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan {
  courses { name courseNature theoryHours practiceHours } } } }"""
SCHEDULE = """query ($id: ID!) { improvementJob(id: $id) { schedule {
  semesters { weeks weeksFrom } courses { course semesterNow semester held } } } }"""
# Two columns that no rule knows, natures that are none, a loose module, a line in weeks, and no level of education.
OWN_HEADING = [{"理论学时": "在校课时", "实践学时": "企业课时"}.get(each, each) for each in HEADING]
OWN_ROWS = [
    *ROWS,
    ["专业方向课", "甲类（特设）", "响应式页面开发", 2, 32, 16, 16, "4", "考试"],
    ["专业方向课", "乙类（特设）", "移动应用开发", 2, 32, 16, 16, "4", "考试"],
    ["实践环节", "必修", "综合实训", 2, "2周", None, None, "5", "考查"],
    ["实践环节", "必修", "认识实习", 1.5, "36/1.5周", None, None, "5", "考查"],
]
VIEWS = ("overview", "board", "rules", "coverage", "embed", "portfolio", "schedule", "credits", "versions")
# Kinds of files are called so in both languages.
FORMATS = {"XLSX", "DOCX", "HTML", "JSON"}
# The text of each element by itself, with what is folded; what is set as a code is one.
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest('script, style, .code, .bare-code')) texts.push(walker.currentNode.data);
  }
  return texts.join('\\n');
}"""


def own_document(grade: str) -> bytes:
    head = [f"{COLLEGE}软件技术专业（510203）{grade}教学进程表"]
    return workbook(SheetOf("教学进程", [head, OWN_HEADING, *OWN_ROWS]))


def form_document(grade: str, courses: list) -> bytes:
    """The form of the college's plan, filled in."""
    head = {**HEAD, "学校名称": COLLEGE, "适用年级": grade}
    return write_plan(list(head.items()), courses, CERTIFICATES)


@cache
def codes() -> set[str]:
    """Every value of a code list that is no word of its own: of four letters or more."""
    schema = build_schema((ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8"))
    lists = [each for each in schema.type_map.values() if isinstance(each, GraphQLEnumType) and each.name[:2] != "__"]
    return {value for each in lists for value in each.values if len(value) >= 4 and value.isupper()} - FORMATS


async def codes_shown(page: Page) -> list[str]:
    text = await page.evaluate(TEXTS)
    return sorted(codes() & set(re.findall(r"(?<![A-Za-z_])[A-Z][A-Z_]{3,}(?![A-Za-z_])", text)))


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer of the college whose plans these are."""
    server, tokens = documented
    return server, tokens["黄评审"]


async def brought(page: Page, token: str, content: bytes) -> None:
    await sign_in(page, token)
    await page.set_input_files("input[type=file]", {"name": "方案.xlsx", "mimeType": XLSX, "buffer": content})
    await page.click(".upload .button.primary")
    await page.wait_for_selector(".plan-lines")


async def say(page: Page, letters: str, meaning: str) -> None:
    await page.select_option(f".plan-columns >> nth=0 >> tr:has(.code:text-is('{letters}')) >> select", meaning)


async def read_again(page: Page) -> None:
    before = page.url
    await page.click("text=按所选含义重新读取")
    await page.wait_for_function("before => location.href !== before", arg=before)
    await page.wait_for_selector(".plan-lines")


async def test_columns_and_natures_are_repaired_on_the_page_and_written(writable, browser: Browser):
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show("/import/plan")
        await brought(page, writable[1], own_document("2047级"))
        unread = await page.locator(".plan-columns >> nth=0 >> tbody td[lang]").all_inner_texts()
        await say(page, "F", "theoryHours")
        await say(page, "G", "practiceHours")
        await read_again(page)
        parts = await page.locator("tr:has-text('软件测试') td.number").nth(2).inner_text()
        questions = await page.locator(".question:not(.status)").all_inner_texts()
        await page.check(".question:has-text('甲类') label:has-text('限选') input")
        for each in await page.locator(
            ".question:not(.status):not(:has-text('甲类')) label:has-text('照此接受')"
        ).all():
            await each.click()
        await page.check("[name=status][value=DRAFT]")
        await page.click("text=确认写入 >> nth=-1")
        await page.wait_for_selector(".written a.button.primary")
        await page.click(".written a.button.primary")
        await page.wait_for_selector(".tabs")
        plan = re.findall(r"/plans/([^?]+)", page.url)[0]

    node = told_of(writable, PLAN, {"id": unquote(plan)})["node"]
    lines = {each["name"]: each for each in node["courses"]}
    assert [("必修" in each, "限选" in each) for each in questions if "（特设）" in each] == [(True, True)] * 2
    assert unread == ["在校课时", "企业课时"]
    assert parts == "32 / 32"
    assert lines["软件测试"] == {
        "name": "软件测试",
        "courseNature": "REQUIRED",
        "theoryHours": 32,
        "practiceHours": 32,
    }
    assert [lines[name]["courseNature"] for name in ("响应式页面开发", "移动应用开发")] == ["RESTRICTED_ELECTIVE", None]
    assert look.complaints == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_import_shows_no_code(writable, browser: Browser, language: str):
    async with opened(browser, writable[0]) as look:
        await look.show(in_language("/import/plan", language))
        await brought(look.page, writable[1], own_document("2048级"))
        taken = await look.page.locator(".remarks-guesses li li .fine").all_inner_texts()
        shown = await codes_shown(look.page)

    wanted = {
        "zh": ["读作 高职专科", "读作 专业拓展课程"],
        "en": ["read as Associate", "read as Extension courses"],
    }
    assert [each.strip() for each in taken] == wanted[language]
    assert shown == []
    assert look.complaints == []


@pytest.fixture(scope="module")
def plan(writable: tuple[Served, str]) -> str:
    """The id of a plan as the document states it."""
    return confirmed_node(writable, "TRAINING_PLAN", own_document("2046级"))


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_view_of_a_plan_shows_a_code(writable, plan, browser: Browser, language: str):
    shown = {}
    async with asking(browser, writable, in_language(page_of(plan, "view=versions"), language)) as look:
        tabs = look.page.locator(".tabs a")
        for number, view in enumerate(VIEWS):
            await tabs.nth(number).click()
            await look.page.wait_for_selector(f".tabs li:nth-child({number + 1}) [aria-current]")
            await look.settle()
            if view == "schedule":
                await solve(look.page)
            shown[view] = await codes_shown(look.page)
        views = await tabs.count()

    assert views == len(VIEWS)
    assert shown == {view: [] for view in VIEWS}


async def test_the_board_has_the_weeks_of_a_line_in_weeks(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=board"))
        practice = await look.page.locator(".board-course:has-text('综合实训') > .fine").inner_text()

    assert practice == "2 学分 · 2 周"


async def test_weeks_stand_next_to_hours(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=overview"))
        rows = look.page.locator(".plan-courses tbody tr")
        both, weeks = [await rows.filter(has_text=name).inner_text() for name in ("认识实习", "综合实训")]

    assert both.split()[:3] == ["认识实习", "1.5", "周"]
    assert "36" in both.split()
    assert weeks.split().count("周") == 1


async def test_what_is_said_of_a_schedule_is_asked_and_what_is_saved_is_said(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await page.click(".schedule-form summary")
        await page.fill("[name=weeks-5]", "12")
        await page.press("[name=weeks-5]", "Tab")
        await page.select_option("[name=lock]", "数据结构")
        await page.select_option("[name=before]", "网站开发技术")
        await page.select_option("[name=after]", "软件测试")
        said = await page.locator(".schedule-form .chip").all_inner_texts()
        await solve(page)
        (job,) = re.findall(r"job=(\w+)", page.url)
        schedule = told_of(writable, SCHEDULE, {"id": job})["improvementJob"]["schedule"]
        await page.click(".saving button")
        await page.wait_for_selector(".saved-note")
        note = await page.inner_text(".saved-note")
        view, scroll = re.findall(r"view=(\w+)", page.url), await page.evaluate("scrollY")

    courses = {each["course"]: each for each in schedule["courses"]}
    moved = [each["course"] for each in schedule["courses"] if each["semester"] != each["semesterNow"]]
    assert said == ["数据结构 ×", "网站开发技术 → 软件测试 ×"]
    assert schedule["semesters"][4] == {"weeks": 12, "weeksFrom": "REQUEST"}
    assert courses["数据结构"] == {"course": "数据结构", "semesterNow": 3, "semester": 3, "held": "REQUEST"}
    assert courses["网站开发技术"]["semester"] < courses["软件测试"]["semester"]
    assert f"已保存到草案，修改 {len(moved)} 门课程。" in note
    assert all(name in note for name in moved[:8])
    assert (view, scroll) == (["board"], 0)
    assert look.complaints == []


async def test_a_certificate_of_a_schedule_has_its_name_alone(writable, browser: Browser):
    plan = confirmed_node(writable, "TRAINING_PLAN", form_document("2045级", COURSES))
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        await solve(look.page)
        examined = await look.page.locator("h4 + .plain-list > li > [lang]").inner_text()

    assert examined == "1+X Web前端开发职业技能等级证书 中级"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_choice_that_changed_is_said_in_words(writable, browser: Browser, language: str):
    free = [each for each in COURSES if len(each) > 1]
    grades = ("2041级", "2042级") if language == "zh" else ("2043级", "2044级")
    documents = (form_document(grades[0], free), form_document(grades[1], COURSES))
    before, after = (confirmed_node(writable, "TRAINING_PLAN", each) for each in documents)
    async with opened(browser, writable[0]) as look:
        await look.show(in_language(page_of(after, f"view=versions&from={quote(before)}"), language))
        await look.page.wait_for_selector(".differences")
        choices = await look.page.locator(".differences td.after:has-text('至少选修2学分')").all_inner_texts()
        shown = await codes_shown(look.page)

    word = {"zh": "选满学分", "en": "a number of credits"}[language]
    # The path of both lines names the choice as well.
    assert [each.partition(";")[0] for each in choices if each.count(";") == 2] == [word] * 2
    assert shown == []


@pytest.mark.parametrize("form", [(1440, "zh", "light"), (390, "en", "dark")])
async def test_what_is_asked_of_columns_and_schedules_fits_and_is_accessible(
    writable, plan, browser: Browser, form: tuple[int, str, str]
):
    width, language, theme = form
    async with opened(browser, writable[0], width, theme) as look:
        page = look.page
        await look.show(in_language("/import/plan", language))
        await brought(page, writable[1], own_document("2049级"))
        await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        reading = (await look.violations(), await look.width(), await look.spilled())
        await look.show(in_language(page_of(plan, "view=schedule&weeks=5:12&lock=数据结构"), language))
        await sign_in(page, writable[1])
        schedule = (await look.violations(), await look.width(), await look.spilled())

    assert reading == ([], width, [])
    assert schedule == ([], width, [])
