"""Corrections of a plan's lines stay with their plan, their editor and their document, and are confirmed only when checked."""

import json

import pytest
from playwright.async_api import Browser, Page, Route

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import confirm, job_of, sign_in
from tests.served.browser.explorer_page import Opened, in_language, opened
from tests.served.browser.plan_pages import COLLEGE, HEADING, ROWS, plan_document

pytestmark = pytest.mark.engine("embedded")

GRADE = "2078级"
FORM = ".plan-lines .correct-form"
ASKS_CORRECTED = "query ImportCorrected"
CONFIRM_BUTTON = "button:has-text('确认写入')"
IN_WEEKS = ["实践性教学环节", "必修", "岗位实习", 24, "24周", None, None, "6", "考查"]


def sheet_of(major: str, code: str, rows: list) -> SheetOf:
    head = [f"{COLLEGE}{major}专业（{code}）{GRADE}教学进程表（三年制高职）"]
    return SheetOf(major, [head, HEADING, *rows])


def two_plans() -> bytes:
    """Make a document of two plans, whose lines have the same numbers and other names."""
    others = [[*row[:2], f"{row[2]}乙", *row[3:]] for row in ROWS[:6]]
    return workbook(sheet_of("软件技术", "510203", [*ROWS[:6], IN_WEEKS]), sheet_of("计算机网络技术", "510202", others))


def corrections_file(*given: dict[str, object]) -> list[dict]:
    return [{"name": "c.json", "mimeType": "application/json", "buffer": json.dumps(given).encode()}]


async def open_report(look: Opened, job: str, token: str, language: str = "zh") -> None:
    await look.show(in_language(f"/import/plan?job={job}", language))
    await sign_in(look.page, token)
    await look.page.wait_for_selector(".plan-lines")


def row_of(page: Page, course: str):
    return page.locator(".plan-lines tr:not(.correcting)", has_text=course).first


async def open_form(page: Page, course: str) -> None:
    await row_of(page, course).locator("button.place-button").click()
    await page.locator(FORM).wait_for()


async def save(page: Page) -> None:
    await page.locator(f"{FORM} button[type=submit]").click()
    await page.locator(FORM).wait_for(state="detached")


async def correct(page: Page, course: str, field: str, text: str) -> None:
    await open_form(page, course)
    await page.locator(FORM).get_by_label(field, exact=True).fill(text)
    await save(page)


async def listed(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in await page.locator(".corrections li").all_inner_texts()]


async def test_a_form_of_a_line_closes_when_another_plan_of_the_document_is_chosen(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", two_plans())
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await open_form(page, "程序设计基础")
        await page.locator(FORM).get_by_label("学分", exact=True).fill("9.5")
        await page.locator("main .filters select").first.select_option("2")
        await row_of(page, "程序设计基础乙").wait_for()
        forms = await page.locator(FORM).count()

    assert forms == 0
    assert look.complaints == []


async def test_corrections_are_of_the_editor_who_made_them(documented, browser: Browser):
    server, tokens = documented
    job = job_of((server, tokens["王老师"]), "TRAINING_PLAN", two_plans())
    async with opened(browser, server) as look:
        page = look.page
        await open_report(look, job, tokens["王老师"])
        await correct(page, "程序设计基础", "学分", "9")
        made = await listed(page)
        counts = []
        for name in ("陈评审", "王老师"):
            await page.reload()
            await sign_in(page, tokens[name])
            await page.wait_for_selector(".plan-lines")
            await look.settle()
            counts.append(len(await listed(page)))

    assert len(made) == 1
    assert counts == [0, 1]
    assert look.complaints == []


async def test_corrections_that_another_confirmed_without_are_not_shown_as_written(documented, browser: Browser):
    server, tokens = documented
    job = job_of((server, tokens["黄评审"]), "TRAINING_PLAN", plan_document(GRADE))
    async with opened(browser, server) as look:
        page = look.page
        await open_report(look, job, tokens["陈评审"])
        await correct(page, "程序设计基础", "学分", "9")
        before = await row_of(page, "程序设计基础").locator("ins").count()
        confirm((server, tokens["黄评审"]), job, "PUBLISHED")
        await page.reload()
        await sign_in(page, tokens["陈评审"])
        await page.wait_for_selector(".written a")
        after = await row_of(page, "程序设计基础").locator("ins").count()
        told = await listed(page)

    assert (before, after, told) == (1, 0, [])
    assert look.complaints == []


async def test_a_report_that_did_not_come_with_its_corrections_is_not_confirmed(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", two_plans())

    async def fail(route: Route) -> None:
        if ASKS_CORRECTED in (route.request.post_data or ""):
            await route.fulfill(
                status=200, json={"errors": [{"message": "made", "extensions": {"code": "GRAPH_BUSY"}}]}
            )
        else:
            await route.continue_()

    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await page.route("**/graphql", fail)
        await correct(page, "程序设计基础", "学分", "4")
        unchecked = page.locator(".unchecked")
        await unchecked.locator("[role=alert]").wait_for()
        told, barred = await unchecked.inner_text(), await page.locator(CONFIRM_BUTTON).count()
        await page.unroute("**/graphql")
        await unchecked.get_by_text("重试", exact=True).click()
        await unchecked.wait_for(state="detached")
        offered, kept = await page.locator(CONFIRM_BUTTON).count(), await listed(page)

    assert "合计和问题仍是更正之前的" in told
    assert (barred, offered) == (0, 1)
    assert len(kept) == 1
    assert look.complaints == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_an_assessment_is_written_in_one_form_whatever_the_language_of_the_page(
    writable, browser: Browser, language: str
):
    job = job_of(writable, "TRAINING_PLAN", two_plans())
    name = {"zh": "考核", "en": "Assessment"}[language]
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1], language)
        await open_form(page, "大学英语")
        shown = await page.locator(FORM).get_by_label(name, exact=True).input_value()
        await page.click(".preferences a")
        await page.wait_for_function(
            f"() => document.documentElement.lang !== '{'zh-CN' if language == 'zh' else 'en'}'"
        )
        await save(page)
        untouched = await listed(page)
        other = {"zh": "Assessment", "en": "考核"}[language]
        await correct(page, "大学英语", other, "考查")
        await page.wait_for_selector(".corrections li")
        await page.locator(
            "[role=status]", has_text={"zh": "after your corrections", "en": "更正之后仍需"}[language]
        ).wait_for()
        refused = await page.locator("[role=alert]").count()

    assert shown == "考试"
    assert untouched == []
    assert refused == 0
    assert look.complaints == []


async def test_what_has_no_column_shows_its_correction_too(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", two_plans())
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await correct(page, "岗位实习", "总学时", "480")
        await correct(page, "程序设计基础", "周数", "2")
        shown = [await row_of(page, each).locator("th ins").all_inner_texts() for each in ("岗位实习", "程序设计基础")]

    assert shown == [["480"], ["2"]]
    assert look.complaints == []


async def test_a_file_of_corrections_may_leave_out_the_text_and_write_codes_in_words(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", two_plans())
    given = [{"item": "1:2:practiceHours", "remove": True}, {"item": "1:2:courseNature", "text": "选修"}]
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await page.set_input_files("#corrections-file", corrections_file(*given))
        await page.locator(".corrections li").nth(1).wait_for()
        taken = await listed(page)
        await open_form(page, "大学英语")
        nature = page.locator(f"{FORM} label:has(span:text-is('性质')) select")
        chosen, buttons = await nature.input_value(), await page.locator(f"{FORM} button").count()

    assert any("选修" in each for each in taken)
    assert any("实践学时" in each for each in taken)
    assert (chosen, buttons) == ("ELECTIVE", 2)
    assert look.complaints == []


async def test_the_keyboard_stays_at_the_line_that_was_corrected(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", two_plans())
    focused = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName"
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await correct(page, "程序设计基础", "学分", "4")
        saved = await page.evaluate(focused)
        await open_form(page, "大学英语")
        await page.locator(FORM).get_by_text("关闭", exact=True).click()
        closed = await page.evaluate(focused)
        await correct(page, "大学英语", "学分", "9")
        names = [await each.get_attribute("aria-label") for each in await page.locator(".corrections li button").all()]
        await page.locator(".corrections li button").first.click()
        undone = await page.evaluate(focused)
        await page.locator(".corrections li button").first.click()
        await page.locator(".corrections li").wait_for(state="detached")
        last = await page.evaluate("() => document.activeElement.id")

    assert (saved, closed) == ("更正 程序设计基础", "更正 大学英语")
    assert names == ["撤销更正 程序设计基础 学分", "撤销更正 大学英语 学分"]
    assert (undone, last) == (names[1], "confirm-title")
    assert look.complaints == []


async def test_half_weeks_are_taken_and_the_guess_about_the_weeks_is_marked(writable, browser: Browser):
    visit = ["实践性教学环节", "必修", "认识实习", 1, None, None, "1周", "6", "考查"]
    job = job_of(writable, "TRAINING_PLAN", workbook(sheet_of("软件技术", "510203", [*ROWS[:6], visit])))
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        guess = page.locator(".remarks-guesses li li", has_text="1周")
        before = await guess.count(), await guess.locator(".by-hand").count()
        await correct(page, "认识实习", "周数", "1.5")
        await guess.locator(".by-hand").wait_for()
        marked, shown = await guess.inner_text(), await row_of(page, "认识实习").locator("ins").all_inner_texts()

    assert before == (1, 0)
    assert "人工更正" in marked
    assert shown == ["1.5"]
    assert look.complaints == []


async def test_a_value_that_does_not_fit_is_refused_in_its_form_and_the_others_stay(writable, browser: Browser):
    visit = ["实践性教学环节", "必修", "认识实习", 1, None, None, "1周", "6", "考查"]
    job = job_of(writable, "TRAINING_PLAN", workbook(sheet_of("软件技术", "510203", [*ROWS[:6], visit])))
    field, guessed = "周数", ".remarks-guesses li li:has-text('1周') .by-hand"
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await correct(page, "认识实习", field, "０，５")
        await page.locator(guessed).wait_for()
        await open_form(page, "程序设计基础")
        await page.locator(FORM).get_by_label(field, exact=True).fill("-1")
        await page.locator(f"{FORM} button[type=submit]").click()
        refused = page.locator(f"{FORM} [role=alert]")
        await refused.wait_for()
        told, kept = await refused.inner_text(), await listed(page)
        found = await look.violations()
        marked, offered = await page.locator(guessed).count(), await page.locator(CONFIRM_BUTTON).count()
        await page.locator(FORM).get_by_label(field, exact=True).fill("２.5")
        await save(page)
        both = await listed(page)

    assert "durationWeeks" in told
    assert "请填写数字" in told
    assert (len(kept), marked, offered, len(both)) == (1, 1, 1, 2)
    assert found == []
    assert look.complaints == []


@pytest.mark.parametrize(
    "given",
    [
        {"item": 5, "text": "x"},
        {"item": "1:1:credits", "text": None},
        {"item": "1:1", "remove": "yes", "text": ""},
        {"item": "1:1:credits", "text": "3", "report": "0" * 64},
    ],
    ids=["no place", "no text", "no yes or no", "of another report"],
)
async def test_a_file_whose_values_are_no_corrections_is_refused_and_the_page_stays(
    writable, browser: Browser, given: dict[str, object]
):
    job = job_of(writable, "TRAINING_PLAN", two_plans())
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await page.set_input_files("#corrections-file", corrections_file(given))
        await page.wait_for_selector("text=这不是更正文件")
        await page.reload()
        await sign_in(page, writable[1])
        await page.wait_for_selector(".plan-lines")
        kept = await listed(page)

    assert kept == []
    assert look.complaints == []


@pytest.mark.parametrize(("width", "language"), [(1440, "zh"), (390, "en")])
async def test_a_line_is_put_into_a_new_choice_another_joins_it_and_less_is_taken(
    writable, browser: Browser, width: int, language: str
):
    job = job_of(writable, "TRAINING_PLAN", plan_document(GRADE))
    field, none = {"zh": ("选课分组", "不在分组中（全体修读）"), "en": ("Choice", "in no choice: all take it")}[
        language
    ]
    chooser = f"{FORM} label:has(span:text-is('{field}')) select"
    taken = ".plan-figures > div:first-child dd"
    async with opened(browser, writable[0], width) as look:
        page = look.page
        await open_report(look, job, writable[1], language)
        before = await page.locator(taken).inner_text()
        await open_form(page, "自动化测试")
        await page.locator(chooser).select_option("new")
        await page.locator(f"{FORM} [name=choice-label]").fill("拓展选修")
        await page.locator(f"{FORM} [name=choice-number]").fill("1")
        found, ill, wide = await look.violations(), await look.ill_set(), await look.width()
        await page.locator(f"{FORM} [name=choice-number]").press("Enter")
        await page.locator(FORM).wait_for(state="detached")
        for course in ("NoSQL数据库技术与应用", "软件项目管理"):
            await open_form(page, course)
            await page.locator(chooser).select_option("拓展选修：选1门")
            await save(page)
        await page.locator(taken, has_text="70").wait_for()
        after, shown = (
            await page.locator(taken).inner_text(),
            await row_of(page, "软件项目管理").locator("ins").inner_text(),
        )
        made = await page.locator("li", has=page.locator(".by-hand"), has_text="拓展选修").first.inner_text()
        await open_form(page, "软件项目管理")
        await page.locator(chooser).select_option(label=none)
        await save(page)
        await page.locator(taken, has_text="72").wait_for()
        kept = await listed(page)

    assert (before, after.replace(" ", "")) == ("75", "70–71")
    assert shown == "拓展选修：选1门"
    assert "3" in made
    assert len(kept) == 2
    assert (found, ill, wide, look.complaints) == ([], [], width, [])


async def test_lines_of_one_direction_are_taken_together(writable, browser: Browser):
    job = job_of(writable, "TRAINING_PLAN", plan_document(GRADE))
    chooser = f"{FORM} label:has(span:text-is('选课分组')) select"
    courses = ("自动化测试", "NoSQL数据库技术与应用", "软件项目管理")
    async with opened(browser, writable[0]) as look:
        page = look.page
        await open_report(look, job, writable[1])
        await open_form(page, courses[0])
        hidden = await page.locator(f"{FORM} [name=direction]").count()
        await page.locator(chooser).select_option("new")
        await page.locator(f"{FORM} [name=choice-label]").fill("拓展选修")
        await page.locator(f"{FORM} [name=choice-number]").fill("1")
        await page.locator(f"{FORM} [name=direction]").fill("测试方向")
        found, ill = await look.violations(), await look.ill_set()
        await save(page)
        for course, direction in zip(courses[1:], ("数据方向", "数据方向"), strict=True):
            await open_form(page, course)
            await page.locator(chooser).select_option("拓展选修：选1门")
            await page.locator(f"{FORM} [name=direction]").fill(direction)
            await save(page)
        await page.locator("li", has=page.locator(".by-hand"), has_text="拓展选修").first.wait_for()
        shown = [await row_of(page, course).locator("ins").all_inner_texts() for course in courses]
        kept = await listed(page)

    assert hidden == 0
    assert [each[1:] for each in shown] == [["测试方向"], ["数据方向"], ["数据方向"]]
    assert sum("所属方向" in each for each in kept) == len(courses)
    assert (found, ill, look.complaints) == ([], [], [])
