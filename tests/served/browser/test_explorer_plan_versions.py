"""The life of a training plan on its page: imported as a draft, changed, undone, published, revised and carried forward."""

import re
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.async_api import Browser, Locator, Page

from tests.interchange.training_plan_imports.made_imports import form
from tests.served.browser.bringing import confirmed_node, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import COLLEGE, asking, page_of, plan_document, show_signed_in, solve, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
REVISE = """mutation ($input: CreateTrainingPlanRevisionInput!) { createTrainingPlanRevision(input: $input) {
  trainingPlan { id editVersion courses { id name } } } }"""
EDIT = "mutation ($input: EditTrainingPlanInput!) { editTrainingPlan(input: $input) { trainingPlan { editVersion } } }"
PLAN = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan {
  status grade version editVersion revises { id } courses { name hours terms assessment } } } }"""
DIFFERENCE = """query ($from: ID!, $to: ID!) { diffTrainingPlans(from: $from, to: $to) {
  addedCount removedCount changedCount movedCount changed { lineAfter { name } fields { field before after } } } }"""
PORTFOLIO = """query ($id: ID!) { improvementJob(id: $id) { portfolio { points {
  extraHours covered levels { covered requirements } extended { course hours addedHours } } } } }"""
SCHEDULE = "query ($id: ID!) { improvementJob(id: $id) { schedule { courses { course semesterNow semester } } } }"
CHANGES = """query ($plan: ID!) { changes(first: 50, where: { trainingPlan: { some: { id: { eq: $plan } } } }) {
  totalCount } }"""
AIM = [1, "JavaWeb应用开发", "初级", "3,4", "示例公司", "网页开发"]
JAVA_WEB = f"target={quote('Certificate:JavaWeb应用开发')}"
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]


def plan_of(writable: tuple[Served, str], grade: str) -> str:
    """Import the plan of a grade, published; give its id."""
    return confirmed_node(writable, "TRAINING_PLAN", plan_document(grade))


def edited_draft(writable: tuple[Served, str], plan: str) -> str:
    """Make a draft of a plan in which one course has more hours and another runs later; give its id."""
    made = {"trainingPlan": plan, "reason": "修订"}
    draft = told_of(writable, REVISE, {"input": made})["createTrainingPlanRevision"]["trainingPlan"]
    lines = {each["name"]: each["id"] for each in draft["courses"]}
    edits = [
        {
            "action": "CHANGE_LINE",
            "of": lines["软件测试"],
            "line": {"hours": 72, "theoryHours": 36, "practiceHours": 36},
        },
        {"action": "CHANGE_LINE", "of": lines["数据结构"], "line": {"terms": ["4"]}},
    ]
    edit = {
        "trainingPlan": draft["id"],
        "expectedVersion": draft["editVersion"],
        "edits": edits,
        "reason": "按专业会议纪要",
    }
    told_of(writable, EDIT, {"input": edit})
    return draft["id"]


def node_of(writable: tuple[Served, str], plan: str) -> dict:
    return told_of(writable, PLAN, {"id": plan})["node"]


def plan_shown(page: Page) -> str:
    return unquote(urlsplit(page.url).path).removeprefix("/plans/")


def job_shown(page: Page) -> str:
    return re.findall(r"job=(\w+)", page.url)[0]


async def differences(page: Page) -> list[list[str]]:
    """Give the rows of the change list: of what, which field, before and after."""
    rows = page.locator(".differences tbody tr")
    return [[text.strip() for text in await each.locator("th, td").all_inner_texts()] for each in await rows.all()]


async def test_a_plan_is_imported_as_a_draft_only_once_that_is_chosen(writable, browser: Browser):
    async with asking(browser, writable, "/import/plan") as look:
        page = look.page
        document = {"name": "方案.xlsx", "mimeType": XLSX, "buffer": plan_document("2031级")}
        await page.set_input_files("input[type=file]", document)
        await page.click(".upload .button.primary")
        confirm = page.locator("button:has-text('确认写入')")
        await confirm.wait_for()
        waited = await confirm.is_disabled()
        await page.check("input[value=DRAFT]")
        await confirm.click()
        await page.wait_for_selector(".written a")
        written = await page.inner_text(".written .lead")
        await page.click("a:has-text('打开方案页')")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        plan = plan_shown(page)

    assert waited
    assert written.startswith(f"{COLLEGE} 软件技术 2031级 第 1 版已存为草案")
    assert node_of(writable, plan)["status"] == "DRAFT"
    assert writable[0].ask(PLAN, {"id": plan})["data"]["node"] is None
    assert look.complaints == []


async def test_a_draft_stands_on_the_page_of_its_college_for_its_editors_alone(writable, browser: Browser):
    draft = edited_draft(writable, plan_of(writable, "2032级"))
    async with opened(browser, writable[0]) as look:
        await look.show(f"/colleges/{quote(COLLEGE)}")
        link = look.page.locator(f"a[href='/plans/{quote(draft, safe='()')}']")
        hidden = await link.count()
        await look.page.click("summary:has-text('查看草案')")
        await sign_in(look.page, writable[1])
        await link.wait_for()
        shown = await link.locator("xpath=..").inner_text()

    assert hidden == 0
    assert re.sub(r"\s+", " ", shown) == "软件技术 2032级 第 2 版"
    assert look.complaints == []


async def test_what_changed_is_listed_as_the_api_says_and_the_last_edit_is_undone_and_brought_back(
    writable, browser: Browser
):
    plan = plan_of(writable, "2033级")
    draft = edited_draft(writable, plan)
    told = told_of(writable, DIFFERENCE, {"from": plan, "to": draft})["diffTrainingPlans"]
    async with asking(browser, writable, page_of(draft, "view=versions")) as look:
        page = look.page
        await page.wait_for_selector(".differences")
        counts = await page.inner_text("#plan-differences-title + .lead")
        rows = [each for each in await differences(page) if each[0] in ("软件测试", "数据结构")]
        last = await page.inner_text(".act-undo p:has(b)")
        await page.click("button:text-is('撤销')")
        await page.wait_for_selector("button:text-is('恢复修改')")
        await page.wait_for_selector(".differences td:text-is('72')", state="detached")
        undone = (node_of(writable, draft), await page.inner_text(".columns [role=status]:not(:empty)"))
        await page.click("button:text-is('恢复修改')")
        await page.wait_for_selector(".differences td:text-is('72')")

    hours = {each["name"]: each["hours"] for each in undone[0]["courses"]}
    assert told["changed"] == [
        {"lineAfter": {"name": "数据结构"}, "fields": [{"field": "SEMESTERS", "before": "3", "after": "4"}]},
        {
            "lineAfter": {"name": "软件测试"},
            "fields": [
                {"field": "HOURS", "before": "64", "after": "72"},
                {"field": "THEORY_HOURS", "before": "32", "after": "36"},
                {"field": "PRACTICE_HOURS", "before": "32", "after": "36"},
            ],
        },
    ]
    assert counts == "新增 0 门，删除 0 门，变更 2 门（其中换学期 1 门）。"
    assert rows == [
        ["数据结构", "开课学期", "3", "4"],
        ["软件测试", "学时", "64", "72"],
        ["软件测试", "理论学时", "32", "36"],
        ["软件测试", "实践学时", "32", "36"],
    ]
    assert last == "修改草案 黄评审 · 按专业会议纪要"
    assert (hours["软件测试"], undone[0]["editVersion"], undone[1]) == (64, 3, "已撤销最近一次修改。")
    assert node_of(writable, draft)["editVersion"] == 4
    assert look.complaints == []


async def test_courses_of_one_name_are_listed_and_counted_one_by_one(writable, browser: Browser):
    plan = plan_of(writable, "2029级")
    draft = edited_draft(writable, plan)
    added = [{"action": "ADD_LINE", "line": {"name": "专题讲座", "credits": 1, "terms": [term]}} for term in ("1", "2")]
    edit = {"trainingPlan": draft, "expectedVersion": 2, "edits": added, "reason": "增开讲座"}
    told_of(writable, EDIT, {"input": edit})
    async with asking(browser, writable, page_of(draft, "view=versions")) as look:
        await look.page.wait_for_selector(".differences")
        lead = await look.page.inner_text("#plan-differences-title + .lead")
        heading = await look.page.inner_text(".differences h3:has-text('新增')")
        rows = [each for each in await differences(look.page) if "专题讲座" in each[0]]
        hidden = await look.page.locator(".differences .hidden-text:has-text('专题讲座')").count()

    assert lead.startswith("新增 2 门")
    assert heading.split()[-1] == "2"
    assert (len(rows), hidden) == (2, 0)
    assert look.complaints == []


async def test_a_draft_is_published_only_once_its_editor_knows_what_that_means(writable, browser: Browser):
    draft = edited_draft(writable, plan_of(writable, "2034级"))
    async with asking(browser, writable, page_of(draft, "view=versions")) as look:
        page = look.page
        waited = await page.is_disabled("button:text-is('发布')")
        await page.check("input[name=known]")
        await page.click("button:text-is('发布')")
        await page.wait_for_selector(".page-head .tag:has-text('已发布')")

    published = writable[0].ask(PLAN, {"id": draft})["data"]["node"]
    assert waited
    assert (published["status"], published["version"]) == ("PUBLISHED", 2)
    assert look.complaints == []


async def test_a_published_plan_is_carried_forward_to_the_next_grade(writable, browser: Browser):
    plan = plan_of(writable, "2035级")
    async with asking(browser, writable, page_of(plan, "view=versions")) as look:
        page = look.page
        offered = await page.input_value("input[name=grade]")
        await page.fill(".act-carry input[name=reason]", "2036级沿用")
        await page.click("button:text-is('建立新年级草案')")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        await page.wait_for_selector(".differences")
        rows = await differences(page)
        made = node_of(writable, plan_shown(page))

    assert offered == "2036级"
    assert (made["status"], made["grade"], len(made["courses"])) == ("DRAFT", "2036级", 20)
    assert ["方案", "年级", "2035级", "2036级"] in rows
    assert look.complaints == []


async def test_the_courses_that_a_schedule_moves_are_saved_in_a_draft(writable, browser: Browser):
    plan = plan_of(writable, "2037级")
    before = {each["name"]: each for each in node_of(writable, plan)["courses"]}
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await solve(page)
        courses = told_of(writable, SCHEDULE, {"id": job_shown(page)})["improvementJob"]["schedule"]["courses"]
        await page.click(".saving button")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        draft = node_of(writable, plan_shown(page))

    after = {each["name"]: each for each in draft["courses"]}
    by = {each["course"]: each["semester"] - each["semesterNow"] for each in courses}
    assert any(by.values())
    assert {name: each["terms"] for name, each in after.items()} == {
        name: [str(int(term) + by[name]) for term in each["terms"]] for name, each in before.items()
    }
    assert {name: each["assessment"] for name, each in after.items()} == {
        name: each["assessment"] for name, each in before.items()
    }
    assert draft["revises"] == {"id": plan}
    assert look.complaints == []


async def ask_portfolio(page: Page) -> None:
    """Ask for the trade-offs of every level of one certificate, whatever others suit by now, within 200 hours."""
    levels = page.locator(".levels label", has_text="JavaWeb应用开发").locator("input")
    await levels.first.wait_for()
    for box in await levels.all():
        await box.check()
    await solve(page)
    await page.wait_for_selector("#plan-portfolio-title")


async def test_the_trades_of_several_certificates_are_those_of_the_api_and_one_is_saved(writable, browser: Browser):
    plan = plan_of(writable, "2038级")
    async with asking(browser, writable, page_of(plan, "view=portfolio&budget=200")) as look:
        page = look.page
        await ask_portfolio(page)
        points = told_of(writable, PORTFOLIO, {"id": job_shown(page)})["improvementJob"]["portfolio"]["points"]
        table = page.locator("section[aria-labelledby=plan-portfolio-title] table tbody")
        rows = [await each.locator("th, td").all_inner_texts() for each in await table.locator("tr").all()]
        circles = await page.locator(".front circle").count()
        at = next(number for number, each in enumerate(points) if each["extended"])
        await page.check(f"input[name=point] >> nth={at}")
        await page.wait_for_selector(f"h3:text-is('增加 {points[at]['extraHours']} 学时的修改')")
        await page.click(".saving button")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        draft = node_of(writable, plan_shown(page))

    shown = [[cell.replace("全部达到", "").strip() for cell in row[:-1]] for row in rows]
    assert shown == [
        [
            f"增加 {each['extraHours']} 学时",
            str(each["covered"]),
            *(f"{level['covered']} / {level['requirements']}" for level in each["levels"]),
        ]
        for each in points
    ]
    assert (circles, len(points) > 1) == (len(points), True)
    hours = {each["name"]: each["hours"] for each in draft["courses"]}
    extended = {each["course"]: each["hours"] + each["addedHours"] for each in points[at]["extended"]}
    assert {name: hours[name] for name in extended} == extended
    assert look.complaints == []


@pytest.fixture(scope="module")
def draft(writable: tuple[Served, str]) -> str:
    """A draft with something that changed."""
    return edited_draft(writable, plan_of(writable, "2039级"))


@pytest.mark.parametrize("look_of", LOOKS)
async def test_versions_and_trades_fit_and_are_accessible(
    writable, draft, browser: Browser, look_of: tuple[int, str, str]
):
    width, language, theme = look_of
    wrong: dict[str, object] = {}
    async with opened(browser, writable[0], width, theme) as look:
        for view in ("view=versions", "view=portfolio&budget=200"):
            await show_signed_in(look, writable[1], in_language(page_of(draft, view), language))
            if "portfolio" in view:
                await ask_portfolio(look.page)
            else:
                await look.page.wait_for_selector(".differences")
            found = await look.violations()
            if found or look.complaints or await look.width() != width:
                wrong[view] = (found, list(look.complaints), await look.width())

    assert wrong == {}


async def test_a_draft_leads_to_no_page_that_cannot_show_it(writable, browser: Browser):
    plan = confirmed_node(writable, "TRAINING_PLAN", form(certificates=[AIM], 学校名称=COLLEGE, 适用年级="2057级"))
    made = {"trainingPlan": plan, "reason": "修订"}
    draft = told_of(writable, REVISE, {"input": made})["createTrainingPlanRevision"]["trainingPlan"]["id"]
    links: dict[str, list[int]] = {}
    named: dict[str, int] = {}
    said: dict[str, str] = {}
    async with opened(browser, writable[0]) as look:
        page = look.page
        for each in (plan, draft):
            await show_signed_in(look, writable[1], page_of(each, f"view=versions&{JAVA_WEB}"))
            leading = page.locator(f"main a[href*='subject={quote(each, safe='')}']")
            await page.click(".tabs a:text-is('概览')")
            await page.wait_for_selector(".edge-x")
            links[each] = [await leading.count()]
            named[each] = await page.locator(".edge-x a[href^='/certificates/']").count()
            await page.click(".tabs a:text-is('证书覆盖')")
            await page.wait_for_selector(".legend")
            links[each].append(await leading.count())
            said[each] = await page.inner_text("main")

    assert all(links[plan])
    assert links[draft] == [0, 0]
    assert named == {plan: 1, draft: 1}
    assert ("方案发布以后" in said[draft], "方案发布以后" in said[plan]) == (True, False)
    assert look.complaints == []


async def test_in_a_draft_outcomes_are_to_be_proposed_after_it_is_published(writable, browser: Browser):
    draft = edited_draft(writable, plan_of(writable, "2058级"))
    async with asking(browser, writable, page_of(draft, f"view=embed&{JAVA_WEB}&level=ADVANCED")) as look:
        page = look.page
        await solve(page)
        some = await page.inner_text(".saving")
        await page.click("button:text-is('全部不采纳')")
        await page.wait_for_selector(".saving button:disabled")
        none = await page.inner_text(".saving")
        links = await page.locator(".saving a").count()

    assert "待方案发布后" in some
    assert "待方案发布后" in none
    assert links == 0
    assert look.complaints == []


async def test_what_was_saved_is_said_until_it_is_taken_back(writable, browser: Browser):
    plan = plan_of(writable, "2059级")
    async with asking(browser, writable, page_of(plan, f"view=embed&{JAVA_WEB}&level=ADVANCED")) as look:
        page = look.page
        await solve(page)
        await page.click(".saving button")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        await page.wait_for_selector(".saved-note")
        await page.click("button:text-is('撤销')")
        await page.wait_for_selector("button:text-is('恢复修改')")
        await look.settle()
        after = await page.locator(".saved-note").count()

    assert after == 0
    assert look.complaints == []


async def test_the_history_of_a_plan_is_read_on_to_its_end(writable, browser: Browser):
    plan = plan_of(writable, "2060级")
    made = {"trainingPlan": plan, "reason": "修订"}
    draft = told_of(writable, REVISE, {"input": made})["createTrainingPlanRevision"]["trainingPlan"]
    line = draft["courses"][0]["id"]
    for at in range(11):
        edit = {"action": "CHANGE_LINE", "of": line, "line": {"hours": 40 + at, "theoryHours": 40 + at}}
        given = {"trainingPlan": draft["id"], "expectedVersion": draft["editVersion"] + at, "edits": [edit]}
        told_of(writable, EDIT, {"input": {**given, "reason": f"第 {at} 次"}})
    total = told_of(writable, CHANGES, {"plan": draft["id"]})["changes"]["totalCount"]
    async with asking(browser, writable, page_of(draft["id"], "view=versions")) as look:
        history = look.page.locator("section:has(> h3:text-is('变更记录'))")
        rows = history.locator("li")
        await rows.first.wait_for()
        first = await rows.count(), await history.locator("[role=status]").all_inner_texts()
        await look.page.click("button:text-is('显示更多')")
        await history.locator("[role=status]").wait_for(state="detached")
        last = await rows.count(), await history.locator("button").count()

    assert total > 10
    assert first == (10, [f"显示 10 条，共 {total} 条"])
    assert last == (total, 0)
    assert look.complaints == []


OUTCOMES = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan {
  editVersion courses { name outcomes { text } } } } }"""


def outcomes_of(writable: tuple[Served, str], plan: str) -> dict[str, list[str]]:
    courses = told_of(writable, OUTCOMES, {"id": plan})["node"]["courses"]
    return {each["name"]: [one["text"] for one in each["outcomes"]] for each in courses if each["outcomes"]}


async def outcome_card(page: Page) -> Locator:
    """Go to the overview of a plan, where its courses have their outcomes."""
    await page.locator("nav.tabs a").first.click()
    card = page.locator(".course-outcomes")
    await card.wait_for()
    return card


@pytest.mark.parametrize(
    ("width", "language", "words"), [(1440, "zh", "增加 改写 保存 删除"), (390, "en", "Add Edit Save Remove")]
)
async def test_outcomes_of_a_draft_are_added_worded_anew_and_removed_on_its_page(
    writable, browser: Browser, width: int, language: str, words: str
):
    add, change, save, remove = words.split()
    draft = edited_draft(writable, plan_of(writable, f"20{62 if language == 'zh' else 63}级"))
    steps: list[dict[str, list[str]]] = []
    async with opened(browser, writable[0], width) as look:
        await show_signed_in(look, writable[1], in_language(page_of(draft, "view=versions"), language))
        card = await outcome_card(look.page)

        async def done(text: str) -> None:
            await card.locator("[role=status]", has_text=text).wait_for()
            steps.append(outcomes_of(writable, draft))

        for text in ("能编写测试用例", "能写测试报告"):
            await card.locator("select[name=course]").select_option(label="软件测试")
            await card.locator("input[name=outcome]").fill(text)
            await card.locator(f"button:text-is('{add}')").click()
            await done(text)
        await card.locator("li", has_text="能写测试报告").locator(f"button:text-is('{change}')").click()
        await card.locator("li input[name=outcome]").fill("能撰写测试报告")
        await card.locator(f"li button:text-is('{save}')").click()
        await done("能撰写测试报告")
        found, wide = await look.violations(), await look.width()
        await card.locator("li", has_text="能编写测试用例").locator(f"button:text-is('{remove}')").click()
        await done("能编写测试用例")
        await card.locator(".outcome-list [lang]", has_text="能编写测试用例").wait_for(state="detached")
        shown = await card.locator(".outcome-list [lang]").all_inner_texts()

    assert [each["软件测试"] for each in steps] == [
        ["能编写测试用例"],
        ["能编写测试用例", "能写测试报告"],
        ["能编写测试用例", "能撰写测试报告"],
        ["能撰写测试报告"],
    ]
    assert shown == ["能撰写测试报告"]
    assert (found, wide, look.complaints) == ([], width, [])


async def test_an_edit_of_outcomes_that_another_one_overtook_is_refused_and_keeps_its_words(writable, browser: Browser):
    draft = edited_draft(writable, plan_of(writable, "2064级"))
    async with asking(browser, writable, page_of(draft, "view=versions")) as look:
        card = await outcome_card(look.page)
        await card.locator("input[name=outcome]").fill("能编写测试用例")
        edit = {"action": "CHANGE_PLAN", "plan": {"years": 4}}
        version = told_of(writable, OUTCOMES, {"id": draft})["node"]["editVersion"]
        given = {"trainingPlan": draft, "expectedVersion": version, "edits": [edit]}
        told_of(writable, EDIT, {"input": given})
        await card.locator("button:text-is('增加')").click()
        await card.locator("[role=alert]").wait_for()
        refused = outcomes_of(writable, draft)
        kept = await card.locator("input[name=outcome]").input_value()
        await card.locator("button:text-is('增加')").click()
        await card.locator("[role=status]", has_text="能编写测试用例").wait_for()

    assert (refused, kept) == ({}, "能编写测试用例")
    assert outcomes_of(writable, draft) == {"军事理论": ["能编写测试用例"]}
    assert look.complaints == []
