"""Values of a plan that were read wrong, corrected in the report before it is written: next to what the document says."""

import json

import pytest
from playwright.async_api import Browser, Page

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import job_of, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import COLLEGE, HEADING, ROWS, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

PLAN = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan { readingProblemCount basis
  courses { name credits theoryHours practiceHours courseNature terms basis } } } }"""
TRAIL = """query ($plan: ID!) { changes(first: 5, where: { trainingPlan: { some: { id: { eq: $plan } } } }) {
  nodes { action after } } }"""
# No problem is left, nor a question on one.
SETTLED = "() => !document.querySelector('.remarks-problems li li, [name^=question-problem]')"
FORM = ".plan-lines .correct-form"
KEEP = {"zh": "保存更正", "en": "Keep the correction"}
WORDS = {
    "zh": {"credits": "学分", "practice": "实践学时", "out": "不写入这一行", "hand": "人工更正", "gone": "不写入"},
    "en": {
        "credits": "Credits",
        "practice": "Hours of practice",
        "out": "Leave this line out",
        "hand": "corrected by hand",
        "gone": "left out",
    },
}


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer of no college, who publishes plans of any."""
    server, tokens = documented
    return server, tokens["陈评审"]


def wrong_document(grade: str) -> bytes:
    """Credits that are no number, hours that do not add up, and a row that is no course; the total tells."""
    head = [f"{COLLEGE}软件技术专业（510203）{grade}教学进程表（三年制高职）"]
    rows = [list(each) for each in ROWS[:6]]
    rows[3][3] = "三"
    rows[4][6] = 30
    note = ["专业基础课程", "必修", "见附表说明", 1, 16, 16, 0, "1", "考查"]
    return workbook(SheetOf("教学进程", [head, HEADING, *rows, note, ["合计", None, None, 29]]))


async def correct(page: Page, course: str, language: str, **written: str) -> None:
    """Write values of a line, and keep them."""
    button = page.locator(".plan-lines tr:not(.correcting)", has_text=course).locator("button.place-button")
    if await button.get_attribute("aria-expanded") == "false":
        await button.click()
    for name, text in written.items():
        await page.locator(FORM).get_by_label(WORDS[language][name], exact=True).fill(text)
    await page.locator(FORM).get_by_text(KEEP[language]).click()
    await page.locator(FORM).wait_for(state="detached")


async def follow_first_problem(page: Page) -> str | None:
    """Follow the link from a problem to its line, whose form opens; give the name of the link."""
    link = page.locator(".remarks-problems li li a").first
    await link.click()
    await page.locator(FORM).wait_for()
    return await link.get_attribute("aria-label")


async def problems(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in await page.locator(".remarks-problems li li").all_inner_texts()]


@pytest.mark.parametrize(("width", "language", "grade"), [(1440, "zh", "2096级"), (390, "en", "2097级")])
async def test_what_is_wrong_in_the_report_is_corrected_there_survives_a_reload_and_is_written(
    writable, browser: Browser, width: int, language: str, grade: str
):
    job = job_of(writable, "TRAINING_PLAN", wrong_document(grade))
    words = WORDS[language]
    async with opened(browser, writable[0], width) as look:
        page = look.page
        await look.show(in_language(f"/import/plan?job={job}", language))
        await sign_in(page, writable[1])
        await page.wait_for_selector(".plan-lines")
        before = await problems(page)
        led = await follow_first_problem(page)
        await correct(page, "程序设计基础", language, credits="3")
        await correct(page, "网页设计与制作", language, practice="24")
        row = page.locator(".plan-lines tr", has_text="见附表说明")
        await row.locator("button.place-button").click()
        await page.locator(FORM).get_by_label(words["out"], exact=True).check()
        found, wide = [*await look.violations(), *await look.ill_set()], await look.width()
        await page.locator(FORM).get_by_text(KEEP[language]).click()
        await row.get_by_text(words["gone"], exact=True).wait_for()
        await page.wait_for_function(SETTLED)
        await page.reload()
        await sign_in(page, writable[1])
        await page.locator(".corrections li").nth(2).wait_for()
        await page.wait_for_function(SETTLED)
        after = await problems(page)
        shown = await page.locator("tr", has_text="网页设计与制作").locator("td:has(ins)").inner_text()
        listed = [" ".join(each.split()) for each in await page.locator(".corrections li").all_inner_texts()]
        total = await page.locator(".tag.total-same").count()
        for question in await page.locator(".questions .question").all():
            await question.locator("input[type=radio]").last.check()
        await page.check("input[name=status][value=PUBLISHED]")
        await page.locator(".button.primary", has_text={"zh": "确认写入", "en": "Confirm"}[language]).click()
        await page.wait_for_selector(".written a")
        written = await page.locator(".written a").first.get_attribute("href")
        kept = await page.locator(".corrections li").count()

    plan = f"TrainingPlan:{COLLEGE}:软件技术:{grade}:1"
    told = told_of(writable, PLAN, {"id": plan})["node"]
    lines = {each["name"]: each for each in told["courses"]}
    (change,) = told_of(writable, TRAIL, {"plan": plan})["changes"]["nodes"]
    assert len(before) == 3, before
    assert (after, total, led) == (
        [],
        1,
        {"zh": "到该行更正 程序设计基础", "en": "Correct the line 程序设计基础"}[language],
    )
    assert " ".join(shown.split()) == f"40 / 30 24 {words['hand']}"
    assert len(listed) == 3
    assert any("见附表说明" in each for each in listed)
    assert (lines["程序设计基础"]["credits"], lines["网页设计与制作"]["practiceHours"]) == (3, 24)
    assert "见附表说明" not in lines
    assert told["readingProblemCount"] == 0
    assert {each["basis"] for each in told["courses"]} == {"OFFICIAL", "EDITORIAL"}
    assert lines["程序设计基础"]["basis"] == "EDITORIAL"
    assert '"1:4:credits"' in change["after"]
    assert written
    assert kept == 3
    assert (found, wide, look.complaints) == ([], width, [])


async def test_a_value_of_a_file_that_does_not_fit_is_refused_with_the_line_and_taken_back(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", wrong_document("2079级"))
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(f"/import/plan?job={job}")
        await sign_in(page, writable[1])
        await page.wait_for_selector(".plan-lines")
        before = await problems(page)
        line = await page.locator(".plan-lines tr[id]", has_text="程序设计基础").first.get_attribute("id") or ""
        given = [{"item": f"1:{line.removeprefix('line-')}:credits", "text": "三点五"}]
        file = {"name": "c.json", "mimeType": "application/json", "buffer": json.dumps(given).encode()}
        await page.set_input_files("#corrections-file", file)
        refusal = page.locator(".card:has(#confirm-title) [role=alert]")
        await refusal.wait_for()
        told = await refusal.inner_text()
        confirms = await page.locator("button:has-text('确认写入')").count()
        await page.locator(".corrections li").get_by_text("撤销").click()
        await refusal.wait_for(state="detached")
        after = await problems(page)

    assert "三点五" in told
    assert "程序设计基础" in told
    assert confirms == 0
    assert before == after
    assert look.complaints == []
