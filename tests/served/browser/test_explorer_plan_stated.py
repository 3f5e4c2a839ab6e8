"""What the page of a plan takes from the plan itself: its level, hours of a term, courses of one name; what is made up."""

import json
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.async_api import Browser, Route

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import COLLEGE, asking, page_of, plan_document, show_signed_in, solve, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

MADE_UP = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
SAID_OF_MADE_UP = {
    "zh": "这份方案是虚构的示例，供试用各项功能；它不属于任何院校，不计入全国统计。",
    "en": "This plan is made up, to try things out. It is no college's, and national figures leave it out.",
}
HEADING = ["课程类别", "课程性质", "课程名称", "课程代码", "学分", "总学时", "理论学时", "实践学时", *"一二三四"]
ROWS = [
    ["公共基础课程", "必修", "形势与政策", "G1", 1, 32, 32, 0, *["8学时"] * 4],
    ["专业核心课程", "必修", "网站开发技术", "H1", 4, 64, 32, 32, None, None, 4, None],
    ["专业核心课程", "必修", "网站开发技术", "H2", 4, 64, 32, 32, None, None, None, 4],
    ["专业核心课程", "必修", "软件测试", "H3", 4, 64, 32, 32, None, None, None, 4],
]
TARGET = "注：学生须取得JavaWeb应用开发职业技能等级证书（中级）。"
PORTFOLIO = f"view=portfolio&budget=32&levels={quote('CertificateLevel:JavaWeb应用开发:ELEMENTARY')}"
REST = {"hoursMost": 24, "coveredMost": 40, "coveredFound": 38}
CHOICES = ("lock", "before", "begin")
UNPROVEN = "TrainingPlan:深圳信息职业技术大学:软件工程技术:2025级"
SCHEDULED = "query ($id: ID!) { improvementJob(id: $id) { isProven stages { value isProven } schedule { moves } } }"
SAID_OF_UNPROVEN = {
    "zh": ("时限内求得的最好结果，未全部证明", "已证明最优", "时限内最好"),
    "en": ("The best in the time given; not every step is proven", "proven best", "best in the time given"),
}
SAID_OF_REST = {
    (
        False,
        "zh",
    ): "以上各点均已证明最优，但没有列全。增加学时不超过 24 时：已证明至多教到 40 条，已找到教到 38 条的改法。",
    (
        False,
        "en",
    ): "Each of these is proven best, but not all are here. With at most 24 hours added: at most 40 requirements "
    "can be taught, as is proven; edits that teach 38 were found.",
    (
        True,
        "zh",
    ): "以上各点均已证明最优，但项数已达上限，学时更少的没有列出。增加学时不超过 24 时：已证明至多教到 40 条。"
    "如需查看，请把增加学时的上限改为 24 再求解。",
    (
        True,
        "en",
    ): "Each of these is proven best, and they are as many as an answer may have. With at most 24 hours added: "
    "at most 40 requirements can be taught, as is proven. For those trade-offs, ask with at most 24 hours.",
}


@pytest.fixture(scope="module")
def plan(writable: tuple[Served, str]) -> str:
    """The id of a plan that wants the intermediate level, with hours of terms and two courses of one name."""
    head = [f"{COLLEGE}软件技术专业（510203）2066级教学进程表（三年制高职）"]
    return confirmed_node(writable, "TRAINING_PLAN", workbook(SheetOf("教学进程", [head, HEADING, *ROWS, [TARGET]])))


@pytest.fixture(scope="module")
def improved(writable: tuple[Served, str]) -> str:
    """The id of a plan whose courses teach much of the certificate."""
    return confirmed_node(writable, "TRAINING_PLAN", plan_document("2067级"))


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_plan_that_is_made_up_says_so_on_its_page_and_in_the_list(served, browser: Browser, language):
    async with opened(browser, served) as look:
        await look.show(in_language(page_of(MADE_UP, ""), language))
        notes = await look.page.locator("[role=note]").all_inner_texts()
        await look.show(in_language("/plans?q=示例院校", language))
        rows = await look.page.locator("tr:has-text('示例院校（虚构）') .seal-ILLUSTRATIVE").count()

    assert SAID_OF_MADE_UP[language] in notes
    assert rows >= 1
    assert look.complaints == []


async def test_a_plan_of_a_college_is_not_said_to_be_made_up(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, ""))
        notes = await look.page.locator("[role=note]").all_inner_texts()

    assert not {*SAID_OF_MADE_UP.values()} & {*notes}


@pytest.mark.parametrize("view", ["coverage", "embed"])
async def test_the_level_that_the_plan_wants_is_chosen_at_first(writable, plan, browser: Browser, view):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, f"view={view}"))
        await look.page.wait_for_selector("[name=level]:checked")
        chosen = await look.page.locator("[name=level]:checked").get_attribute("value")

    assert chosen == "INTERMEDIATE"


async def test_the_board_shows_the_hours_of_a_term_where_no_weekly_hours_are_stated(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, "view=board"))
        shown = await look.page.locator(".board-course:has-text('形势与政策') > .fine").all_inner_texts()

    assert shown == ["共 1 学分 · 本学期 8 学时"] * 4


async def test_an_outcome_is_added_to_the_one_of_two_courses_of_a_name_that_is_chosen(writable, browser: Browser):
    head = [f"{COLLEGE}软件技术专业（510203）2068级教学进程表（三年制高职）"]
    document = workbook(SheetOf("教学进程", [head, HEADING, *ROWS]))
    draft = confirmed_node(writable, "TRAINING_PLAN", document, status="DRAFT")

    async with asking(browser, writable, page_of(draft, "view=versions")) as look:
        page = look.page
        await page.click(".tabs a >> nth=0")
        await page.wait_for_selector("[name=course]")
        names = await page.locator("[name=course] option").all_inner_texts()
        await page.select_option("[name=course]", label="网站开发技术（第 3 行，H2 专业核心课程）")
        await page.fill(".course-outcomes form [name=outcome]", "能开发网站")
        await page.click(".course-outcomes form .primary")
        await page.wait_for_selector(".outcome-list")
        titles = await page.locator(".course-outcomes div > h3").all_inner_texts()

    assert names == [
        "形势与政策",
        "网站开发技术（第 2 行，H1 专业核心课程）",
        "网站开发技术（第 3 行，H2 专业核心课程）",
        "软件测试",
    ]
    assert titles == ["网站开发技术（第 3 行，H2 专业核心课程）"]
    assert look.complaints == []


@pytest.mark.parametrize(("is_cut", "language"), SAID_OF_REST)
async def test_what_is_proven_of_hours_without_trades_is_said(writable, improved, browser: Browser, is_cut, language):
    async def with_rest(route: Route) -> None:
        """Let the answer of the solver lack trades: how many it finds in time depends on the machine."""
        if "query ImprovementJob" not in (route.request.post_data or ""):
            await route.continue_()
            return
        response = await route.fetch()
        told = await response.json()
        if told["data"]["improvementJob"]["portfolio"]:
            told["data"]["improvementJob"]["portfolio"] |= {"isComplete": False, "rest": {**REST, "isCut": is_cut}}
        await route.fulfill(response=response, body=json.dumps(told))

    async with asking(browser, writable, in_language(page_of(improved, PORTFOLIO), language)) as look:
        await look.page.route("**/graphql", with_rest)
        await solve(look.page)
        said = await look.page.locator(".figure [role=status], figure [role=status]").all_inner_texts()

    assert SAID_OF_REST[is_cut, language] in said
    assert look.complaints == []


async def test_of_courses_of_one_name_the_one_that_is_chosen_stays_in_its_semester(writable, plan, browser: Browser):
    second = "网站开发技术（第 3 行，H2 专业核心课程）"
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await page.click(".schedule-form summary")
        offered = {each: await page.locator(f"[name={each}] option").all_inner_texts() for each in CHOICES}
        await page.select_option("[name=lock]", label=second)
        await page.select_option("[name=before]", label="软件测试")
        await page.select_option("[name=after]", label=second)
        await page.select_option("[name=begin]", label="网站开发技术（第 2 行，H1 专业核心课程）")
        await page.check("[name=begin-2]")
        said = await page.locator(".schedule-form .chip > [lang]").all_inner_texts()
        await page.click(".schedule-pairs .chip")
        await solve(page)
        await page.click(".folded:has-text('按要求不动') summary")
        held = await page.inner_text(".folded:has-text('按要求不动') p")
        moved = await page.locator(".plain-list li").all_inner_texts()

    names = ["请选择", "形势与政策", "网站开发技术（第 2 行，H1 专业核心课程）", second, "软件测试"]
    assert offered == dict.fromkeys(CHOICES, names)
    assert said == [second, f"软件测试 → {second}", f"{names[2]}: 第 2 学期"]
    assert (held, look.complaints) == (second, [])
    assert f"{names[2]} 第 3 → 第 2 学期" in moved


@pytest.mark.parametrize(("width", "language"), [(1440, "zh"), (390, "en")])
async def test_a_schedule_that_is_not_proven_says_so(writable, browser: Browser, width, language):
    async def as_if_out_of_time(route: Route) -> None:
        """Let the last stage of the real answer be one that was not proven: how fast a machine proves it differs."""
        answer = await route.fetch()
        body = await answer.json()
        job = (body.get("data") or {}).get("improvementJob") or {}
        if job.get("stages"):
            job["isProven"] = job["isUnique"] = False
            job["stages"][-1] |= {"isProven": False, "bound": job["stages"][-1]["value"] - 1}
        await route.fulfill(response=answer, json=body)

    async with opened(browser, writable[0], width) as look:
        await show_signed_in(look, writable[1], in_language(page_of(UNPROVEN, "view=schedule"), language))
        await look.page.route("**/graphql", as_if_out_of_time)
        await solve(look.page)
        summary = await look.page.inner_text(".proof-line summary")
        await look.page.click(".proof-line summary")
        tags = await look.page.locator(".proof-line .tag").all_inner_texts()
        columns = await look.page.locator(".board-term").count()
        (job,) = parse_qs(urlsplit(look.page.url).query)["job"]
        told = told_of(writable, SCHEDULED, {"id": job})["improvementJob"]
        needed, violations = await look.width(), await look.violations()

    whole, proven, best = SAID_OF_UNPROVEN[language]
    assert summary == whole
    assert tags == [*[proven] * (len(told["stages"]) - 1), best]
    assert columns > 0
    assert (needed, violations, look.complaints) == (width, [], [])


async def test_a_common_course_stays_until_it_is_freed_on_the_page(writable, plan, browser: Browser):
    staying = ".folded:has-text('公共基础课程，默认不动')"
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await solve(page)
        await page.click(f"{staying} summary")
        held = await page.inner_text(f"{staying} p")
    async with asking(browser, writable, page_of(plan, "view=schedule")) as again:
        page = again.page
        await page.click(".schedule-form summary")
        offered = await page.locator("[name=free] option").all_inner_texts()
        await page.select_option("[name=free]", label="形势与政策")
        said = await page.locator(".schedule-free .chip > [lang]").all_inner_texts()
        await solve(page)
        still = await page.locator(staying).count()

    assert (offered, said) == (["请选择", "形势与政策"], ["形势与政策"])
    assert (held, still) == ("形势与政策", 0)
    assert look.complaints == again.complaints == []
