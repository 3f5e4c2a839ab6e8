"""What the page of a training plan says besides figures: courses that may be the same, lines a rule leaves out, problems."""

import re
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page, Route

from interchange.training_plans.plan_rules import RULES
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plan_imports.made_imports import form
from tests.served.browser.bringing import confirmed_node, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import COLLEGE, HEADING, ROWS, asking, page_of, solve, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

MADE_UP = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
LEVEL = f"view=embed&target={quote('Certificate:JavaWeb应用开发')}&level=ADVANCED&budget=200"
PORTFOLIO = f"view=portfolio&budget=32&levels={quote('CertificateLevel:JavaWeb应用开发:ELEMENTARY')}"
SIMILAR = """query ($id: ID!) { improvementJob(id: $id) { embedding {
  electives { course similar { course } requirements { code } } rules { code text } } } }"""
POINTS = """query ($id: ID!) { improvementJob(id: $id) { portfolio {
  points { electives { course similar { course } } } } } }"""
LEFT_OUT = """query ($plan: ID!) { trainingPlanCompliance(plan: $plan) {
  findings { rule { item } leftOut { name } } } }"""
REASONS = """query ($plan: ID!) { trainingPlanCompliance(plan: $plan) { findings { verdict reason rule { item } } } }"""
MISSING = "query ($plan: ID!) { trainingPlanCompliance(plan: $plan) { findings { missingCourses rule { item } } } }"
MET = {"zh": "已按要求开设", "en": "offered as required"}
PROBLEMS = "query ($id: ID!) { node(id: $id) { ... on TrainingPlan { readingProblemCount readingProblems } } }"
NOTES = 501
# What is narrower than a word has its letters one below the other.
LEAST_WIDTH = 40
NARROW = f"""() => [...document.querySelectorAll('.stacked :is(td, th)')].filter(each =>
  each.offsetWidth && each.innerText.length > 8 && each.offsetWidth < {LEAST_WIDTH}).map(each => each.innerText)"""
SIDEWAYS = """() => [...document.querySelectorAll('.scroll')].filter(each =>
  each.scrollWidth > each.clientWidth + 1).map(each => each.getAttribute('aria-label'))"""


def document(grade: str, rows: list, *below: list) -> bytes:
    head = [f"{COLLEGE}软件技术专业（510203）{grade}教学进程表（三年制高职）"]
    return workbook(SheetOf("教学进程", [head, HEADING, *rows, *below]))


def renamed(row: list) -> list:
    """A course of the major under another name than the teaching standard's."""
    return row if row[0] == "公共基础课程" else [*row[:2], f"{row[2]}实务", *row[3:]]


@pytest.fixture(scope="module")
def plan(writable: tuple[Served, str]) -> str:
    """The id of a plan whose courses are called nearly as those of the teaching standard."""
    return confirmed_node(writable, "TRAINING_PLAN", document("2080级", [renamed(each) for each in ROWS]))


@pytest.fixture(scope="module")
def filed(writable: tuple[Served, str]) -> str:
    """The id of a draft that prints another college than that under which it is filed."""
    document = form(学校名称="深圳示范职业学院", 归入院校=COLLEGE, 适用年级="2094级")
    return confirmed_node(writable, "TRAINING_PLAN", document, "DRAFT")


OF_DRAFT = {
    "zh": (
        f"归入 {COLLEGE} · 文件署名 深圳示范职业学院",
        "来自上传的文件，院校尚未发布",
        "方案的内容已写明这一部分",
        "没有课程用已停用的名称",
    ),
    "en": (
        f"Filed under {COLLEGE} · printed in the document: 深圳示范职业学院",
        "Uploaded, not published by the college",
        "the plan itself states this part",
        "no course has a name no longer in use",
    ),
}


@pytest.mark.parametrize("language", OF_DRAFT)
async def test_a_draft_says_whose_it_is_and_that_it_is_not_published(writable, filed, browser: Browser, language):
    whose, badge, stated, no_former_name = OF_DRAFT[language]
    async with asking(browser, writable, in_language(page_of(filed, "view=versions"), language)) as look:
        head = await look.page.inner_text(".page-head")
        await look.page.click(".tabs a[href*='view=rules']")
        await look.page.click(".finding:has-text('专业名称及代码') summary")
        part = await look.page.inner_text(".finding:has-text('专业名称及代码')")
        await look.page.click(".finding:has-text('实习形式') summary")
        term = await look.page.inner_text(".finding:has-text('实习形式')")
        await look.page.click("nav a[href*='/plans']:not([href*='/plans/'])")
        await look.page.fill(".filters input[type=search]", "深圳示范")
        row = await look.page.inner_text("tr:has-text('深圳示范职业学院')")

    assert (whose in head, badge in head, badge in row) == (True, True, True)
    assert "官方文件" not in head + row
    assert (COLLEGE in row, stated in part, no_former_name in term) == (True, True, True)
    assert look.complaints == []


def job_in(page: Page) -> str:
    return page.url.partition("job=")[2].partition("&")[0]


async def similar_by_course(page: Page) -> dict[str, str]:
    """What each proposed elective says of courses that may be the same."""
    await page.wait_for_selector(".edit .similar")
    edits = await page.locator(".edit:has(.similar)").all()
    return {
        await each.locator(".edit-name").inner_text(): await each.locator(".similar").inner_text() for each in edits
    }


async def test_an_elective_names_the_courses_that_it_may_repeat(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        await solve(look.page)
        shown = await similar_by_course(look.page)
        folded = await look.page.locator(".edit-more summary").all_inner_texts()
        rules = await look.page.locator(".edit-figures > .hour-rules li > span:first-child").all_inner_texts()
        text = await look.page.inner_text("main")
        spoken = {"authorization": f"Bearer {writable[1]}", "accept-language": "zh-CN"}
        told = writable[0].ask(SIMILAR, {"id": job_in(look.page)}, **spoken)

    embedding = told["data"]["improvementJob"]["embedding"]
    wanted = {
        each["course"]: [one["course"] for one in each["similar"]] for each in embedding["electives"] if each["similar"]
    }
    assert wanted
    assert {name: said.partition("：")[2].strip().split("、") for name, said in shown.items()} == wanted
    many = [len(each["requirements"]) for each in embedding["electives"] if len(each["requirements"]) > 6]
    assert many
    assert {f"教到 {each} 条要求" for each in many} <= set(folded)
    # A rule is called by what it asks for; its code stays with programs.
    assert rules == [each["text"] for each in embedding["rules"]]
    assert [each["code"] for each in embedding["rules"] if each["code"] in text] == []
    assert look.complaints == []


async def test_a_share_that_the_plan_misses_has_no_scaled_sum(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        await solve(look.page)
        await look.page.wait_for_selector(".what-if")
        rows = look.page.locator(".edit-figures > .hour-rules li")
        told = {
            await each.locator("span").first.inner_text(): (
                await each.locator(".tag").inner_text(),
                await each.locator(".fine").inner_text(),
            )
            for each in await rows.all()
        }

        await look.page.click(".tabs a:text-is('规则检查')")
        await look.page.wait_for_selector(".finding")
        judged = {
            await each.locator(".finding-name > span").first.inner_text(): await each.locator(".measured").inner_text()
            for each in await look.page.locator(".finding:has(.measured)").all()
        }

    shares = [each for name, each in told.items() if name != "可增加学时"]
    assert "（上限" in told["可增加学时"][1]
    assert len(shares) > 1
    # The page of rules measures the same before the edits.
    before = {
        name: (verdict.partition(" → ")[0], figure.partition(" → ")[0].partition("（要求")[0].strip())
        for name, (verdict, figure) in told.items()
    }
    assert before["选修课学时不少于总学时的十分之一"] == ("不符合", judged["选修课学时占比"])
    assert before["实践性教学学时不少于总学时的一半"] == ("提示", judged["实践性教学学时占比"])


async def test_edits_are_asked_about_once_and_without_an_answer_no_verdict_is_called_that_of_the_rules(
    writable, plan, browser: Browser
):
    asked: list[str] = []
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        page = look.page
        page.on("request", lambda each: asked.extend(re.findall("query PlanWhatIf", each.post_data or "")))
        await solve(page)
        await page.wait_for_selector(".what-if")
        opening = len(asked)
        known = await page.get_by_text("规则结论还没有按已采纳的取到").count()

        async def refuse(route: Route) -> None:
            if "query PlanWhatIf" in (route.request.post_data or ""):
                await route.fulfill(
                    status=200, json={"errors": [{"message": "made", "extensions": {"code": "GRAPH_UNAVAILABLE"}}]}
                )
            else:
                await route.continue_()

        await page.route("**/graphql", refuse)
        await page.locator(".edit input[type=checkbox]").first.click()
        await page.locator(".edit-figures .problem").wait_for()
        unknown = await page.get_by_text("规则结论还没有按已采纳的取到").count()

    assert opening == 1
    assert (known, unknown) == (0, 1)
    assert look.complaints == []


async def test_trades_name_such_courses_too(writable, browser: Browser):
    rows = [renamed(each) if each[2] == "网站开发技术" else each for each in ROWS]
    plan = confirmed_node(writable, "TRAINING_PLAN", document("2083级", rows))
    async with asking(browser, writable, in_language(page_of(plan, PORTFOLIO), "en")) as look:
        await solve(look.page)
        shown = await similar_by_course(look.page)
        points = told_of(writable, POINTS, {"id": job_in(look.page)})["improvementJob"]["portfolio"]["points"]

    wanted = {
        each["course"]: [one["course"] for one in each["similar"]]
        for each in points[-1]["electives"]
        if each["similar"]
    }
    assert wanted
    assert {name: said.partition(":")[2].strip().split(", ") for name, said in shown.items()} == wanted


async def test_a_rule_names_the_lines_that_it_does_not_judge(writable, browser: Browser):
    found = told_of(writable, LEFT_OUT, {"plan": MADE_UP})["trainingPlanCompliance"]["findings"]
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(MADE_UP, "view=rules"))
        await look.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        shown = {}
        for each in await look.page.locator(".finding:has(summary:text('本条规则不判断的课程'))").all():
            names = each.locator(".folded:has(summary:text('本条规则不判断的课程')) .chip")
            shown[await each.locator(".finding-name > [lang]").inner_text()] = await names.all_inner_texts()

    wanted = {each["rule"]["item"]: [line["name"] for line in each["leftOut"]] for each in found if each["leftOut"]}
    assert wanted
    assert shown == wanted
    assert look.complaints == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_problems_of_the_reading_stand_on_the_rules_as_sentences(writable, browser: Browser, language: str):
    rows = [*ROWS[:-2], [*ROWS[-2][:4], 33, *ROWS[-2][5:]], [*ROWS[-1][:8], "口头"]]
    grade = {"zh": "2081级", "en": "2082级"}[language]
    plan = confirmed_node(writable, "TRAINING_PLAN", document(grade, rows))
    told = told_of(writable, PROBLEMS, {"id": plan})["node"]
    async with opened(browser, writable[0]) as look:
        await look.show(in_language(page_of(plan, "view=rules"), language))
        await look.page.wait_for_selector(".reading-problems")
        lead = await look.page.inner_text(".reading-problems p")
        shown = await look.page.locator(".reading-problems li").all_inner_texts()

    assert told["readingProblems"]
    assert str(told["readingProblemCount"]) in lead
    texts = [RULES[code][language == "zh"] for code in told["readingProblems"]]
    assert [each.rstrip("。.").lower() for each in shown] == [each.lower() for each in texts]
    assert look.complaints == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_tables_of_a_plan_stand_as_cards_on_a_phone(writable, browser: Browser, language: str):
    wrong: dict[str, list[str]] = {}
    async with opened(browser, writable[0], 390) as look:
        page = look.page
        await look.show(in_language("/import/plan", language))
        await sign_in(page, writable[1])
        content = document(f"204{len(language)}级", ROWS)
        await page.set_input_files("input[type=file]", {"name": "a.xlsx", "mimeType": "", "buffer": content})
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".plan-lines")
        await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        wrong["import"] = [*await page.evaluate(NARROW), *await page.evaluate(SIDEWAYS)]
        await look.show(in_language(page_of(MADE_UP, ""), language))
        wrong["overview"] = [*await page.evaluate(NARROW), *await page.evaluate(SIDEWAYS)]
        first = await page.locator(".plan-courses tbody tr").first.locator("td").all_inner_texts()

    assert wrong == {"import": [], "overview": []}
    assert len(first) == 6


async def test_a_list_of_changes_says_where_it_ends(writable, browser: Browser):
    notes = [[f"注：第 {number} 条说明"] for number in range(NOTES)]
    before = confirmed_node(writable, "TRAINING_PLAN", document("2054级", ROWS))
    after = confirmed_node(writable, "TRAINING_PLAN", document("2055级", ROWS, *notes))
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(after, f"view=versions&from={quote(before)}"))
        await look.page.wait_for_selector(".differences")
        said = await look.page.locator(".differences [role=note]").all_inner_texts()

    assert said == ["这里只列出前 500 条说明的变化，后面还有。"]


async def test_the_lines_of_a_verdict_lead_to_no_page_without_them(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=rules"))
        await look.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        chips = look.page.locator(".finding .folded .chip")
        names = await chips.all_inner_texts()
        before = look.page.url
        await chips.first.click()
        await look.settle()
        after = look.page.url
        links = await look.page.locator(".finding .folded a").count()

    assert {row[2] for row in ROWS[:3]} & {*names}
    assert (after, links) == (before, 0)
    assert look.complaints == []


@pytest.mark.parametrize("language", MET)
async def test_a_rule_that_is_met_states_its_reason(writable, plan, browser: Browser, language: str):
    found = told_of(writable, REASONS, {"plan": plan})["trainingPlanCompliance"]["findings"]
    async with opened(browser, writable[0]) as look:
        await look.show(in_language(page_of(plan, "view=rules"), language))
        shown = {
            await each.locator(".finding-name > [lang]").inner_text(): await each.locator(".of-reason").inner_text()
            for each in await look.page.locator(".verdict-of-PASS .finding:has(.of-reason)").all()
        }

    wanted = [each["rule"]["item"] for each in found if (each["verdict"], each["reason"]) == ("PASS", "OFFERED")]
    assert wanted
    assert {name: shown[name] for name in wanted} == dict.fromkeys(wanted, MET[language])


async def test_a_rule_on_several_courses_names_those_that_are_missing(writable, browser: Browser):
    courses = [[1, "A1", "思想道德与法治", "公共基础课程", "必修", 3, 48, 40, 8, None, "1", "考试"]]
    plan = confirmed_node(writable, "TRAINING_PLAN", form(courses, [], 学校名称=COLLEGE, 适用年级="2083级"))
    findings = told_of(writable, MISSING, {"plan": plan})["trainingPlanCompliance"]["findings"]
    wanted = {each["rule"]["item"]: each["missingCourses"] for each in findings if each["missingCourses"]}
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=rules"))
        await look.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        shown = {
            await each.locator(".finding-name > [lang]").inner_text(): await each.inner_text()
            for each in await look.page.locator(".finding:has-text('缺少：')").all()
        }

    assert "形势与政策" in [name for names in wanted.values() for name in names]
    assert set(shown) == set(wanted)
    assert all(f"缺少： {'、'.join(names)}" in shown[item] for item, names in wanted.items())


async def test_a_plan_says_that_no_certificates_to_be_taken_were_read(writable, plan, browser: Browser):
    aiming = confirmed_node(writable, "TRAINING_PLAN", form(学校名称=COLLEGE, 适用年级="2084级"))
    unread = "没有读到要求考取的证书；未读到不等于没有。"
    async with opened(browser, writable[0]) as look:
        said = {}
        for each in (plan, aiming):
            await look.show(page_of(each, ""))
            said[each] = await look.page.locator(".edge-x").inner_text()

    assert unread in said[plan]
    assert unread not in said[aiming]
