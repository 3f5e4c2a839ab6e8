"""A schedule keeps its word: what it proposes is what the draft, its board and its export say."""

import re
from urllib.parse import unquote, urlsplit

import httpx
import pytest
from playwright.async_api import Browser

from interchange.training_plans.plan_reading import read_training_plans
from tests.interchange.documents.made_documents import read_here
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.explorer_page import in_language
from tests.served.browser.plan_pages import COLLEGE, asking, page_of, solve, told_of
from tests.served.browser.test_explorer_plan_improvements import answer_of
from tests.served.browser.test_explorer_plan_versions import EDIT, REVISE
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

TERMS = ["一16周", "二16周", "三16周", "四16周", "五8周"]
HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", *TERMS]
WEEKS = {1: 16, 2: 16, 3: 16, 4: 16, 5: 8}
DRAFT = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan {
  courses { name hours terms alternativeTerms weeklyHours termWeeks termHours } } } }"""


def taught(name: str, hours: int, semester: int, weekly: float) -> list:
    by_term = [weekly if each == semester else None for each in WEEKS]
    module = {"大学": "公共基础课程", "选修": "专业拓展课程"}.get(name[:2], "专业核心课程")
    return [module, "选修" if name.startswith("选修") else "必修", name, hours / 16, hours, *by_term]


ROWS = [
    # Three hours a week by its hours, two by its document: it stays, and its board adds up two.
    taught("大学英语", 48, 1, 2),
    *(taught(f"程序设计{each}", 64, 1, 4) for each in "甲乙"),
    *(taught(f"数据库{each}", 64, 2, 4) for each in "甲乙"),
    *(taught(f"网页开发{each}", 64, 3, 4) for each in "甲乙丙"),
    taught("软件测试", 32, 3, 2),
    taught("操作系统", 48, 3, 3),
    *(taught(f"框架技术{each}", 64, 4, 4) for each in "甲乙"),
    ["专业选修课（至少选修2学分）"],
    *(taught(f"选修{each}", 16, 5, 2) for each in "甲乙丙"),
]


@pytest.fixture(scope="module")
def full(writable: tuple[Served, str]) -> str:
    """The id of a plan with a full third semester and a fifth of eight weeks, whose choice is of exactly two credits."""
    head = [f"{COLLEGE}软件技术专业（510203）2072级教学进程表（三年制高职）"]

    content = workbook(SheetOf("教学进程", [head, HEADING, *ROWS]))
    return confirmed_node(writable, "TRAINING_PLAN", content)


async def board_of(page) -> dict[str, str]:
    """The weekly hours of each semester on a board, as it says them."""
    columns = page.locator(".board-term:has(.board-sums)")
    titles = await columns.locator("h3").all_inner_texts()
    sums = await columns.locator(".board-sums > div:first-child dd").all_inner_texts()
    return {re.sub(r"\D", "", title): each.strip() for title, each in zip(titles, sums, strict=True)}


def exported_lines(writable: tuple[Served, str], plan: str) -> dict:
    server, token = writable
    told = httpx.get(
        f"{server.url}/tables/training-plan.xlsx",
        params={"plan": plan},
        headers={"authorization": f"Bearer {token}"},
        timeout=60,
    )
    (read,) = read_training_plans(read_here(told.content))
    return {each.name: each for each in read.lines}


async def test_what_a_schedule_promises_is_saved_shown_and_exported(writable, full, browser: Browser):
    async with asking(browser, writable, page_of(full, "view=schedule")) as look:
        page = look.page
        await page.click(".tabs a:text-is('学期安排')")
        await page.wait_for_selector(".board-sums")
        before = await board_of(page)
        await page.click(".tabs a:text-is('排课建议')")
        await solve(page)
        schedule = answer_of(page, writable)["schedule"]
        proposed = await board_of(page)
        moved = await page.locator(".board-course.moved:has-text('软件测试')").inner_text()
        await page.click(".schedule-unlike summary")
        unlike = await page.locator(".schedule-unlike li").all_inner_texts()
        await page.click(".saving button")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        await page.wait_for_selector(".board-sums")
        saved = await board_of(page)
        draft = unquote(urlsplit(page.url).path).removeprefix("/plans/")

    places = {each["course"]: (each["semesterNow"], each["semester"]) for each in schedule["courses"]}
    weekly = {str(at): f"{each['weeklyHours']:g}" for at, each in enumerate(schedule["semesters"], 1) if at in WEEKS}
    # Exactly two of three electives of two hours are taken, neither one nor three.
    assert before["5"] == "4"
    assert (places["软件测试"], weekly["5"]) == ((3, 5), "8")
    assert proposed == weekly
    # Thirty-two hours in eight weeks, in place of two a week in sixteen.
    assert "4" in moved.replace("软件测试", "").split("·")[1]
    assert [each.split() for each in unlike] == [["大学英语", "第", "1", "学期：方案写明", "2，折算", "3"]]
    assert saved == weekly | {"1": "10"}

    courses = {each["name"]: each for each in told_of(writable, DRAFT, {"id": draft})["node"]["courses"]}
    exported = exported_lines(writable, draft)
    for name, (_, semester) in places.items():
        line, stated = exported[name], courses[name]
        assert stated["terms"] == [str(semester)], name
        assert line.semesters == (semester,), name
        assert stated["weeklyHours"] == [f"{semester}: {line.weekly_hours[str(semester)] / 100:g}"], name
        assert stated["termWeeks"] == [f"{semester}: {WEEKS[semester]}"], name
        assert line.weeks == {str(semester): WEEKS[semester] * 100}, name
        if name != "大学英语":
            assert line.weekly_hours[str(semester)] * WEEKS[semester] == line.hours * 100, name
    assert look.complaints == []


def draft_that_states(writable: tuple[Served, str], plan: str, name: str, line: dict) -> str:
    """Make a draft of a plan in which a course states other things; give its id."""
    made = {"input": {"trainingPlan": plan, "reason": "修订"}}
    draft = told_of(writable, REVISE, made)["createTrainingPlanRevision"]["trainingPlan"]
    (of,) = [each["id"] for each in draft["courses"] if each["name"] == name]
    edits = [{"action": "CHANGE_LINE", "of": of, "line": line}]
    edit = {"trainingPlan": draft["id"], "expectedVersion": draft["editVersion"], "edits": edits, "reason": "修订"}
    told_of(writable, EDIT, {"input": edit})
    return draft["id"]


@pytest.mark.parametrize(
    ("stated", "saved"),
    [
        (
            {"alternativeTerms": ["2"], "weeklyHours": ["3: 2", "2: 2"]},
            {"terms": ["5"], "alternativeTerms": ["4"], "weeklyHours": ["5: 4", "4: 2"]},
        ),
        (
            {"terms": ["3", "3S"], "hours": 72, "termHours": ["3: 32", "3S: 40"], "termWeeks": []},
            {"terms": ["5", "5S"], "weeklyHours": ["5: 4"], "termHours": ["5: 32", "5S: 40"]},
        ),
        ({"weeklyHours": [], "termWeeks": ["3: 16"]}, {"terms": ["5"], "weeklyHours": [], "termWeeks": ["5: 8"]}),
    ],
)
async def test_a_saved_schedule_loses_nothing_that_the_plan_states(writable, full, browser: Browser, stated, saved):
    draft = draft_that_states(writable, full, "软件测试", stated)

    async with asking(browser, writable, page_of(draft, "view=schedule")) as look:
        await solve(look.page)
        schedule = answer_of(look.page, writable)["schedule"]
        await look.page.click(".saving button")
        await look.page.wait_for_url("**view=board**")

    (moved,) = [each for each in schedule["courses"] if each["course"] == "软件测试"]
    courses = {each["name"]: each for each in told_of(writable, DRAFT, {"id": draft})["node"]["courses"]}
    assert moved["semester"] == 5
    assert schedule["semesters"][4]["weeklyHours"] == 8
    assert {name: courses["软件测试"][name] for name in saved} == saved
    assert look.complaints == []


async def test_courses_whose_weekly_hours_differ_are_named_in_english_too(writable, full, browser: Browser):
    async with asking(browser, writable, in_language(page_of(full, "view=schedule"), "en")) as look:
        await solve(look.page)
        await look.page.click(".schedule-unlike summary")
        unlike = await look.page.locator(".schedule-unlike li").inner_text()
        found, wide = await look.violations(), await look.width()

    assert "semester 1: stated 2, computed 3" in unlike
    assert (found, wide, look.complaints) == ([], 1440, [])
